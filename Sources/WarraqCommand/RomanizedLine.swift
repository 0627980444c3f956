import Warraq

/// A line with its romanization word by word.
struct RomanizedLine {
  /// A word's place in the line and what became of it.
  struct Word {
    let span: TextSpan
    let latin: String
    var vocalized: String?
    var confidence: Double?
  }

  let text: Text
  /// The whole line in Latin letters.
  let latin: View
  let words: [Word]

  /// One JSON object; places are code points.
  func json(_ scheme: String) -> String {
    let offsets = OffsetConverter(text, unit: .codepoints)
    let latinOffsets = OffsetConverter(latin.text, unit: .codepoints)
    let list = words.map { word -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("start", offsets.offset(ofByte: word.span.start).json),
        .init("end", offsets.offset(ofByte: word.span.end).json),
        .init("text", .string(text[word.span])), .init("latin", .string(word.latin)),
      ]
      if let vocalized = word.vocalized { members.append(.init("vocalized", .string(vocalized))) }
      if let confidence = word.confidence {
        members.append(.init("confidence", ((confidence * 1000).rounded() / 1000).json))
      }
      return .object(members)
    }
    let edits = latin.alignment.edits.map { edit -> JSONValue in
      [
        offsets.offset(ofByte: edit.source.start).json,
        offsets.offset(ofByte: edit.source.end).json,
        latinOffsets.offset(ofByte: edit.result.start).json,
        latinOffsets.offset(ofByte: edit.result.end).json,
      ]
    }
    return JSONValue.object([
      .init("text", .string(text.string)), .init("latin", .string(latin.text.string)),
      .init("scheme", .string(scheme)), .init("words", .array(list)),
      .init("alignment", .array(edits)),
    ]).compactJSON
  }
}

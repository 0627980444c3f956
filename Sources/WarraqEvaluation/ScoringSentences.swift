/// The split that summaries are compared by. It is plain on purpose: it must cut every system's
/// summary alike, not well.
enum ScoringSentences {
  /// The sentences that hold a letter or number, space around them left out.
  static func split(_ text: String) -> [String] {
    var sentences: [String] = []
    for line in lines(text) {
      for part in parts(line) where part.contains(where: isWord) {
        let trimmed = part.drop { isSpace($0) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: trimmed.reversed().drop { isSpace($0) }.reversed())
        sentences.append(String(view))
      }
    }
    return sentences
  }

  private static func lines(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split { scalar in
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: return true
      default: return false
      }
    }.map(Array.init)
  }

  /// Cuts behind an end mark, closing marks and space, or between an end mark and a letter.
  private static func parts(_ line: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    var parts: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    var index = 1
    while index < line.count {
      guard endMarks.contains(line[index - 1]) else {
        index += 1
        continue
      }
      var end = index
      while end < line.count, closingMarks.contains(line[end]) { end += 1 }
      let space = end
      while end < line.count, isSpace(line[end]) { end += 1 }
      if end > space {
        parts.append(line[start..<index])
        start = end
        index = end + 1
      } else {
        if index > 1, isLetter(line[index - 2]), isLetter(line[index]), start < index {
          parts.append(line[start..<index])
          start = index
        }
        index += 1
      }
    }
    parts.append(line[min(start, line.count)...])
    return parts
  }

  private static let endMarks: Set<Unicode.Scalar> = [".", "؟", "!", "?", "…"]
  private static let closingMarks: Set<Unicode.Scalar> = ["\"", "»", "”", ")"]

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { ScoringText.isWordScalar(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    isWord(scalar) && scalar.properties.generalCategory != .decimalNumber
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}

import UTF8Text

/// PyArabic's operations on marks that look at what stands around them.
enum PyArabicMarks {
  private static let tanwin: ClosedRange<UInt32> = 0x064B...0x064D
  private static let fatha: UInt32 = 0x064E
  private static let damma: UInt32 = 0x064F
  private static let kasra: UInt32 = 0x0650
  private static let sukun: UInt32 = 0x0652

  /// strip_lastharaka: tanwin goes anywhere, another vowel sign only at the end of the text (or
  /// before the line end that closes it).
  static func stripLastHaraka(_ text: Text) -> (text: Text, alignment: Alignment) {
    var end = text.string.unicodeScalars.count - 1
    if text.bytes.last == 0x0A { end -= 1 }
    return filter(text) { scalars, index in
      let scalar = scalars[index]
      if tanwin.contains(scalar) { return true }
      guard (fatha...kasra).contains(scalar) || scalar == sukun else { return false }
      return index == end || index == scalars.count - 1
    }
  }

  /// reduce_tashkeel: marks that follow from the letters go, in PyArabic's order of rules.
  static func reduceTashkeel(_ text: Text) -> (text: Text, alignment: Alignment) {
    var result = text
    var alignment = Alignment.identity
    let rules: [([UInt32], Int) -> Bool] = [
      // Fatha and sukun, but on و and ي.
      { scalars, index in
        guard scalars[index] == fatha || scalars[index] == sukun else { return false }
        return index == 0 || scalars[index - 1] != 0x0648 && scalars[index - 1] != 0x064A
      },
      { $0[$1] == damma && $1 + 1 < $0.count && $0[$1 + 1] == 0x0648 },
      { $0[$1] == kasra && $1 + 1 < $0.count && $0[$1 + 1] == 0x064A },
      { $0[$1] == fatha && $1 + 1 < $0.count && $0[$1 + 1] == 0x0627 },
      // Fatha on a و or ي that begins a word behind white space.
      { scalars, index in
        guard scalars[index] == fatha, index >= 2 else { return false }
        let letter = scalars[index - 1]
        return (letter == 0x0648 || letter == 0x064A)
          && isPythonSpace(scalars[index - 2])
      },
      { $0[$1] == kasra && $1 > 0 && $0[$1 - 1] == 0x0625 },
    ]
    for rule in rules {
      let step = filter(result, rule)
      result = step.text
      alignment = alignment.composed(with: step.alignment)
    }
    return (result, alignment)
  }

  /// Python's `\s` takes the separators FS to US for white space too.
  private static func isPythonSpace(_ scalar: UInt32) -> Bool {
    ScalarClass.isWhiteSpace(scalar) || (0x1C...0x1F).contains(scalar)
  }

  private static func filter(
    _ text: Text, _ isDeleted: ([UInt32], Int) -> Bool
  ) -> (text: Text, alignment: Alignment) {
    let scalars = text.string.unicodeScalars.map(\.value)
    return text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var offset = 0
      for index in scalars.indices {
        let next = UTF8Bytes.decode(bytes, at: offset).next
        if isDeleted(scalars, index) { rewriter.replace(offset..<next) }
        offset = next
      }
      return rewriter.finish(text)
    }
  }
}

import UTF8Text

/// Operations on the last letter or mark of a word.
enum FinalForms {
  /// ى to ي where no letter follows.
  static func ya(_ text: Text) -> (text: Text, alignment: Alignment) {
    replace(0x0649, by: 0x064A, in: text)
  }

  /// ي to ى where no letter follows.
  static func alefMaqsura(_ text: Text) -> (text: Text, alignment: Alignment) {
    replace(0x064A, by: 0x0649, in: text)
  }

  /// Takes the vowel sign behind the last letter of each word away; shadda stays.
  static func dropVowel(_ text: Text) -> (text: Text, alignment: Alignment) {
    forEachWord(text) { bytes, range, rewriter in
      // The marks of the last letter stand at the end of the word.
      var vowels: [Range<Int>] = []
      var index = range.upperBound
      while let (scalar, start) = UTF8Bytes.decode(bytes, before: index, from: range.lowerBound),
        ScalarClass.isArabicMark(scalar)
      {
        if scalar != 0x0651, (0x064B...0x0652).contains(scalar) { vowels.append(start..<index) }
        index = start
      }
      for vowel in vowels.reversed() { rewriter.replace(vowel) }
    }
  }

  private static func replace(
    _ letter: UInt32, by other: UInt32, in text: Text
  ) -> (text: Text, alignment: Alignment) {
    forEachWord(text) { bytes, range, rewriter in
      var index = range.upperBound
      while let (scalar, start) = UTF8Bytes.decode(bytes, before: index, from: range.lowerBound) {
        if scalar == letter {
          var replacement: [UInt8] = []
          UTF8Bytes.append(other, to: &replacement)
          rewriter.replace(start..<index, with: replacement)
        }
        guard ScalarClass.isArabicMark(scalar) else { return }
        index = start
      }
    }
  }

  /// Calls `body` for each run of Arabic letters, marks and tatweels.
  private static func forEachWord(
    _ text: Text,
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>, inout TextRewriter) -> Void
  ) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var start: Int?
      var index = 0
      while index <= bytes.count {
        let isEnd = index == bytes.count
        let (scalar, next) = isEnd ? (0, index + 1) : UTF8Bytes.decode(bytes, at: index)
        let isWord =
          ScalarClass.isArabicLetter(scalar) || ScalarClass.isArabicMark(scalar)
          || scalar == 0x0640
        if isWord, start == nil { start = index }
        if !isWord, let first = start {
          body(bytes, first..<index, &rewriter)
          start = nil
        }
        index = next
      }
      return rewriter.finish(text)
    }
  }
}

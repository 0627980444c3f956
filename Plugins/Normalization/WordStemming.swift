import ArabicText
import UTF8Text

/// Stemmers of words, run over a text.
enum WordStemming {
  /// Puts a stem in place of each run of Arabic letters, marks and tatweels.
  static func apply(
    _ stem: ([UInt32]) -> [UInt32], to text: Text
  ) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var word: [UInt32] = []
      var start = 0
      var index = 0
      while index <= bytes.count {
        let isEnd = index == bytes.count
        let (scalar, next) = isEnd ? (0, index + 1) : UTF8Bytes.decode(bytes, at: index)
        if ScalarClass.isArabicLetter(scalar) || ScalarClass.isArabicMark(scalar)
          || scalar == 0x0640
        {
          if word.isEmpty { start = index }
          word.append(scalar)
        } else if !word.isEmpty {
          let result = stem(word)
          if result != word {
            var replacement: [UInt8] = []
            for scalar in result { UTF8Bytes.append(scalar, to: &replacement) }
            rewriter.replace(start..<index, with: replacement)
          }
          word.removeAll(keepingCapacity: true)
        }
        index = next
      }
      return rewriter.finish(text)
    }
  }
}

import UTF8Text

/// Letters drawn out for emphasis, as in `جمييييل`.
enum Elongation {
  /// A letter that stands three times or more in a row is kept once.
  static func reduce(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var index = 0
      while index < bytes.count {
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        guard ScalarClass.isArabicLetter(scalar) || ScalarClass.isLatinLetter(scalar) else {
          index = next
          continue
        }
        var end = next
        var count = 1
        while end < bytes.count {
          let (following, after) = UTF8Bytes.decode(bytes, at: end)
          guard following == scalar else { break }
          end = after
          count += 1
        }
        if count >= 3 { rewriter.replace(next..<end) }
        index = end
      }
      return rewriter.finish(text)
    }
  }
}

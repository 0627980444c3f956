import ArabicText
import Warraq

/// A line of an article with what the rules ask about it, worked out once.
struct Line {
  /// Its place in the source, white space at the rims left out.
  let span: TextSpan
  /// The line folded, its words joined by single spaces, punctuation left out.
  let key: String
  /// The folded words.
  let words: [Substring]
  /// The line as it stands.
  let text: String

  init(_ span: TextSpan, in text: Text) {
    self.span = span
    self.text = text[span]
    var key: [UInt8] = []
    var needsSpace = false
    let folded = ArabicFold.fold(self.text)
    for scalar in folded.unicodeScalars {
      let isWord =
        ScalarClass.isArabicLetter(scalar.value) || ScalarClass.isDigit(scalar.value)
        || scalar.properties.isAlphabetic
      if isWord {
        if needsSpace, !key.isEmpty { key.append(0x20) }
        needsSpace = false
        key.append(contentsOf: String(scalar).utf8)
      } else {
        needsSpace = true
      }
    }
    self.key = String(decoding: key, as: UTF8.self)
    words = self.key.split(separator: " ")
  }

  /// True when the line closes with a mark that ends a sentence, closing quotes aside.
  var isTerminated: Bool {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case "»", "”", "\"", ")", "]", "'", "’": continue
      case ".", "؟", "!", "?", "…", "۔": return true
      default: return false
      }
    }
    return false
  }

  /// True when the line is long or finished enough to be running text.
  var isProse: Bool {
    words.count >= 14 || (isTerminated && words.count >= 5)
  }

  /// The lines of a text that hold more than white space.
  static func split(_ text: Text) -> [Line] {
    var lines: [Line] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var index = 0
      while index <= bytes.count {
        let isEnd = index == bytes.count
        let (scalar, next) = isEnd ? (0x0A, index + 1) : UTF8Bytes.decode(bytes, at: index)
        if ScalarClass.isNewline(scalar) {
          let span = text.trimming(TextSpan(start, index))
          if !span.isEmpty { lines.append(Line(span, in: text)) }
          start = next
        }
        index = next
      }
    }
    return lines
  }
}

import ArabicText
import Warraq

/// A line of an article with what the rules ask about it, worked out once.
struct Line {
  /// Lines of more words than this are running text, and their single words are not looked at.
  static let longestJudged = 30

  /// Its place in the source, white space at the rims left out.
  let span: TextSpan
  /// The line folded, its words joined by single spaces, punctuation left out, in UTF-8.
  let key: [UInt8]
  /// Number of words.
  let wordCount: Int
  /// The folded words; none for lines longer than `longestJudged`.
  let words: [ByteKey]
  /// True when the line closes with a mark that ends a sentence, closing quotes aside.
  let isTerminated: Bool
  /// The line as it stands; empty for lines longer than `longestJudged`.
  let text: String

  init(_ span: TextSpan, in text: Text) {
    self.span = span
    var key: [UInt8] = []
    var count = 0
    var isTerminated = false
    text.bytes.withUnsafeBufferPointer { bytes in
      (key, count) = Self.makeKey(UnsafeBufferPointer(rebasing: bytes[span.range]))
      isTerminated = Self.isTerminated(bytes, span)
    }
    self.key = key
    wordCount = count
    self.isTerminated = isTerminated
    let isJudged = count <= Self.longestJudged
    words =
      isJudged
      ? key.split(separator: 0x20).map { ByteKey(String(decoding: $0, as: UTF8.self)) } : []
    self.text = isJudged ? text[span] : ""
  }

  /// True when the line is long or finished enough to be running text.
  var isProse: Bool {
    wordCount >= 14 || (isTerminated && wordCount >= 5)
  }

  /// True when it has a letter of Arabic.
  var hasArabic: Bool { key.contains { $0 >= 0xD8 && $0 <= 0xDB } }

  /// True when it has a letter of Latin, a to z.
  var hasLatin: Bool { key.contains { (0x61...0x7A).contains($0 | 0x20) } }

  /// True when it is an address for mail, or a few.
  var isMailAddress: Bool { wordCount <= 12 && !hasArabic && text.contains("@") }

  private static func makeKey(_ line: UnsafeBufferPointer<UInt8>) -> ([UInt8], Int) {
    var folded: [UInt8] = []
    folded.reserveCapacity(line.count)
    ArabicFold.append(line, to: &folded)
    // A space goes before each word but the first, and something stood there in the line: the key
    // is never longer than the folded line.
    var count = 0
    let key = folded.withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { key, length in
        count = writeKey(of: bytes, to: key, length: &length)
      }
    }
    return (key, count)
  }

  private static func writeKey(
    of bytes: UnsafeBufferPointer<UInt8>, to key: UnsafeMutableBufferPointer<UInt8>,
    length: inout Int
  ) -> Int {
    var count = 0
    var isInWord = false
    var index = 0
    while index < bytes.count {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      let isWord =
        ScalarClass.isArabicLetter(scalar) || ScalarClass.isDigit(scalar)
        || ScalarClass.isLatinLetter(scalar)
      if isWord {
        if !isInWord {
          if count > 0 {
            key[length] = 0x20
            length += 1
          }
          count += 1
        }
        while index < next {
          key[length] = bytes[index]
          length += 1
          index += 1
        }
      }
      isInWord = isWord
      index = next
    }
    return count
  }

  private static func isTerminated(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan
  ) -> Bool {
    var end = span.end
    while let (scalar, start) = UTF8Bytes.decode(bytes, before: end, from: span.start) {
      switch scalar {
      case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x2026: return true
      case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D: end = start
      default: return false
      }
    }
    return false
  }

  /// The lines of a text that hold more than white space; lines that a column width broke are
  /// joined to one.
  static func split(_ text: Text) -> [Line] {
    var lines: [Line] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      let ends = lineEnds(bytes)
      let joints = HardWrap.joints(bytes, in: 0..<bytes.count, lineEnds: ends)
      var nextJoint = 0
      var start = 0
      for end in ends + [bytes.count] {
        if nextJoint < joints.count, joints[nextJoint] == end {
          nextJoint += 1
          continue
        }
        let span = TextSpan(start, end).trimmed(in: bytes)
        if !span.isEmpty { lines.append(Line(span, in: text)) }
        if end < bytes.count { start = end + UTF8Bytes.length(ofLead: bytes[end]) }
      }
    }
    return lines
  }

  private static func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var ends: [Int] = []
    var index = 0
    while index < bytes.count {
      // Line ends are single controls, or the two-byte NEL and the three-byte LS and PS.
      if bytes[index] > 0x0D, bytes[index] != 0xC2, bytes[index] != 0xE2 {
        index += 1
        continue
      }
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      if ScalarClass.isNewline(scalar) { ends.append(index) }
      index = next
    }
    return ends
  }
}

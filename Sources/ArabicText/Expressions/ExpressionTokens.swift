import UTF8Text

/// A stretch of text as the readers of numbers and dates see it: words, numbers in digits, single
/// marks.
struct ExpressionTokens {
  enum Kind: Hashable {
    /// A run of letters, folded.
    case word(ByteKey)
    /// A run of digits with its inner separators, in ASCII.
    case digits(String)
    /// A punctuation mark or symbol.
    case mark(UInt32)
  }

  struct Token {
    let kind: Kind
    /// Place in the text, UTF-8 bytes.
    let span: TextSpan

    var word: ByteKey? {
      if case .word(let word) = kind { return word }
      return nil
    }

    var digits: String? {
      if case .digits(let digits) = kind { return digits }
      return nil
    }

    /// The value of digits that form a plain whole number of at most six figures.
    var smallNumber: Int? {
      guard let digits, digits.utf8.count <= 6 else { return nil }
      return Int(digits)
    }

    func isMark(_ scalars: UInt32...) -> Bool {
      if case .mark(let mark) = kind { return scalars.contains(mark) }
      return false
    }
  }

  private(set) var tokens: [Token] = []
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Cuts the part of well-formed UTF-8 that `span` names.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) {
    self.bytes = bytes
    var index = span.start
    while index < span.end {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      if ScalarClass.isWhiteSpace(scalar) || ScalarClass.isInvisible(scalar) {
        index = next
      } else if ScalarClass.isDigit(scalar) {
        index = appendDigits(from: index, limit: span.end)
      } else if Self.isLetter(scalar) {
        index = appendWord(from: index, limit: span.end)
      } else {
        tokens.append(Token(kind: .mark(scalar), span: TextSpan(index, next)))
        index = next
      }
    }
  }

  /// The token at an index, or nil behind the last.
  subscript(index: Int) -> Token? { index < tokens.count ? tokens[index] : nil }

  private mutating func appendWord(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: end)
      guard Self.isLetter(scalar) || ScalarClass.extendsCluster(scalar) else { break }
      end = next
    }
    var folded: [UInt8] = []
    ArabicFold.append(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &folded)
    let word = ByteKey(String(decoding: folded, as: UTF8.self))
    tokens.append(Token(kind: .word(word), span: TextSpan(start, end)))
    return end
  }

  /// A separator belongs to the number when a digit stands on either side.
  private mutating func appendDigits(from start: Int, limit: Int) -> Int {
    var digits = ""
    var end = start
    while end < limit {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: end)
      if let value = ScalarClass.digitValue(scalar) {
        digits += String(value)
      } else if let separator = Self.separator(scalar), next < limit,
        ScalarClass.isDigit(UTF8Bytes.decode(bytes, at: next).scalar)
      {
        digits += separator
      } else {
        break
      }
      end = next
    }
    tokens.append(Token(kind: .digits(digits), span: TextSpan(start, end)))
    return end
  }

  private static func separator(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x2E, 0x066B: "."
    case 0x2C, 0x066C, 0x060C: ","
    default: nil
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    ScalarClass.isArabicLetter(scalar) || ScalarClass.isLatinLetter(scalar)
  }

  /// A word without a particle of one letter at its start, و ف ب ل ك; nil where none may be.
  func withoutParticle(_ index: Int) -> ByteKey? {
    guard let scalars = self[index]?.word?.string.unicodeScalars, scalars.count >= 3,
      let first = scalars.first, "وفبلك".unicodeScalars.contains(first)
    else { return nil }
    return ByteKey(String(String.UnicodeScalarView(scalars.dropFirst())))
  }

  /// Whether a word begins with و and a hamza on alef: folded, `وأحد` is the same as `واحد`.
  func hasConjunctionAndHamza(_ index: Int) -> Bool {
    guard let span = self[index]?.span, span.count >= 4 else { return false }
    // و is D9 88, أ is D8 A3.
    return bytes[span.start..<span.start + 4].elementsEqual([0xD9, 0x88, 0xD8, 0xA3])
  }

  /// Offset behind the first letter of a word and what clings to it.
  func offsetBehindFirstLetter(of span: TextSpan) -> Int {
    var index = UTF8Bytes.decode(bytes, at: span.start).next
    while index < span.end {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      guard ScalarClass.extendsCluster(scalar) else { break }
      index = next
    }
    return index
  }
}

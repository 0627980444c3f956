import Warraq

extension PhoneticRomanizer {
  /// A word and what stands behind it; the word is empty where a text begins with none.
  struct Part {
    /// The bytes of Arabic letters and marks.
    var word: Range<Int>
    /// The word that it belongs to follows, before which some endings are written.
    var isConstruct = false
    /// It begins a line, or stands behind a mark.
    var isFirst: Bool
    /// A word and one space stand before it.
    var isBehindWord: Bool
    /// The bytes of what stands behind it.
    var other: Range<Int>
  }

  /// Where reading of a text stands.
  struct TextPlace {
    /// A byte of the text at which a part begins.
    var index = 0
    /// Whether what comes next begins a line, or stands behind a mark.
    var isFirst = true
    /// Whether a word and one space stand before.
    var isBehindWord = false
  }

  /// Reads the next part of well-formed UTF-8; nil at its end.
  @inline(__always)
  func nextPart(
    of bytes: UnsafeBufferPointer<UInt8>, at place: inout TextPlace, _ memory: inout ConstructMemory
  ) -> Part? {
    guard place.index < bytes.count else { return nil }
    var index = place.index
    while let next = Self.wordPart(bytes, at: index) { index = next }
    let word = place.index..<index
    while index < bytes.count, Self.wordPart(bytes, at: index) == nil {
      index = bytes[index] < 0x80 ? index + 1 : UTF8Bytes.decode(bytes, at: index).next
    }
    var part = Part(
      word: word, isFirst: place.isFirst, isBehindWord: place.isBehindWord,
      other: word.upperBound..<index)
    if !word.isEmpty {
      part.isConstruct = writesConstructT && isConstruct(bytes, core: word, &memory)
    }
    place.index = index
    place.isBehindWord =
      !word.isEmpty && part.other.count == 1 && bytes[word.upperBound] == 0x20
    place.isFirst = Self.beginsName(
      behind: UnsafeBufferPointer(rebasing: bytes[part.other]), word.isEmpty && place.isFirst)
    return part
  }

  /// Whether a name or a line begins behind what is not Arabic: so behind a mark or the end of a line, and not behind
  /// letters and digits; spaces and hyphens leave it as it was before.
  private static func beginsName(
    behind bytes: UnsafeBufferPointer<UInt8>, _ before: Bool
  ) -> Bool {
    if bytes.count == 1, bytes[0] == 0x20 { return before }
    var begins = before
    var index = 0
    while index < bytes.count {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      index = next
      begins = beginsName(behind: scalar, begins)
    }
    return begins
  }

  /// The same behind one scalar.
  static func beginsName(behind scalar: UInt32, _ before: Bool) -> Bool {
    if scalar == 0x20 || scalar == 0x27 || scalar == 0x2D || scalar == 0xA0 { return before }
    if scalar < 0x80 {
      return !(ScalarClass.isLatinLetter(scalar) || ScalarClass.digitValue(scalar) != nil)
    }
    // Comma, semicolon and question mark: the commonest by far, for which nobody has to be asked.
    if scalar == 0x060C || scalar == 0x061B || scalar == 0x061F { return true }
    // What stands for a part that is kept is like a word.
    if scalar == 0xFFFC { return false }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return before }
    return !properties.isAlphabetic && properties.numericType == nil
  }

  /// Where the scalar at an index ends when it is part of a word; else nil.
  @inline(__always)
  private static func wordPart(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index < bytes.count, bytes[index] >= 0x80 else { return nil }
    // U+0620 to U+065F are letters and marks all, and most of what there is.
    if bytes[index] == 0xD8 || bytes[index] == 0xD9, index + 1 < bytes.count,
      (bytes[index] == 0xD8) == (bytes[index + 1] >= 0xA0)
    {
      return index + 2
    }
    let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
    return isWordPart(scalar) ? next : nil
  }

  /// Whether words are made of a scalar, among others.
  static func isWordPart(_ scalar: UInt32) -> Bool {
    ScalarClass.isArabicLetter(scalar) || ScalarClass.isArabicMark(scalar) || scalar == 0x0640
  }

  /// Whether a word is followed by one that it belongs to, as far as can be told: one with the article, or behind
  /// a word in ة without its vowel a name.
  func isConstruct(
    _ bytes: UnsafeBufferPointer<UInt8>, core: Range<Int>, _ memory: inout ConstructMemory
  ) -> Bool {
    let start = core.upperBound + 1
    guard start < bytes.count, bytes[start - 1] == 0x20 else { return false }
    if start + 3 < bytes.count, Self.beginsWithAlef(bytes, at: start),
      (bytes[start + 2], bytes[start + 3]) == (0xD9, 0x84)
    {
      return true
    }
    let ta: (UInt8, UInt8) = (0xD8, 0xA9)
    guard core.count > 3, (bytes[core.upperBound - 2], bytes[core.upperBound - 1]) == ta else {
      return false
    }
    let next = Self.word(of: bytes, at: start)
    return !next.isEmpty
      && memory.holds(
        UnsafeBufferPointer(rebasing: bytes[core]), before: UnsafeBufferPointer(rebasing: next))
  }

  /// The word that begins at an index of well-formed UTF-8; empty where none does.
  static func word(
    of bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var end = start
    while let next = wordPart(bytes, at: end) { end = next }
    return bytes[start..<end]
  }

  /// Whether an alef without hamza stands at an index; words that begin with no other letter change behind a vowel.
  @inline(__always)
  static func beginsWithAlef(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let letter = (bytes[index], bytes[index + 1])
    return letter == (0xD8, 0xA7) || letter == (0xD9, 0xB1)
  }

  /// Whether a space and another word follow one.
  func isFollowed(_ bytes: UnsafeBufferPointer<UInt8>, core: Range<Int>) -> Bool {
    core.upperBound < bytes.count && bytes[core.upperBound] == 0x20
      && Self.wordPart(bytes, at: core.upperBound + 1) != nil
  }
}

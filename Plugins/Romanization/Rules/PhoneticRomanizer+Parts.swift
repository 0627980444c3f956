import Warraq

extension PhoneticRomanizer {
  /// A part of a text, by its bytes.
  enum Part {
    /// Arabic letters and marks.
    case word(Range<Int>, Place)
    case other(Range<Int>)
  }

  /// Where a word stands.
  struct Place {
    /// The word that it belongs to follows, before which some endings are written.
    var isConstruct: Bool
    /// It begins a line, or stands behind a mark.
    var isFirst: Bool
    /// A word and one space stand before it.
    var isBehindWord: Bool
  }

  /// Calls `body` with the words of well-formed UTF-8 and what stands between them, in order.
  @inline(__always)
  func forEachPart(
    of bytes: UnsafeBufferPointer<UInt8>, _ memory: inout ConstructMemory, _ body: (Part) -> Void
  ) {
    var index = 0
    var isFirst = true
    var isBehindWord = false
    while index < bytes.count {
      let start = index
      while let next = Self.wordPart(bytes, at: index) { index = next }
      if index > start {
        let isConstruct = writesConstructT && isConstruct(bytes, core: start..<index, &memory)
        let place = Place(
          isConstruct: isConstruct, isFirst: isFirst, isBehindWord: isBehindWord && start > 0)
        body(.word(start..<index, place))
        isFirst = false
      }
      let end = index
      while index < bytes.count, Self.wordPart(bytes, at: index) == nil {
        index = bytes[index] < 0x80 ? index + 1 : UTF8Bytes.decode(bytes, at: index).next
      }
      guard index > end else { continue }
      body(.other(end..<index))
      isBehindWord = end > start && index == end + 1 && bytes[end] == 0x20
      isFirst = Self.beginsName(behind: UnsafeBufferPointer(rebasing: bytes[end..<index]), isFirst)
    }
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
      if scalar == 0x20 || scalar == 0x27 || scalar == 0x2D || scalar == 0xA0 { continue }
      if scalar < 0x80 {
        begins = !(ScalarClass.isLatinLetter(scalar) || ScalarClass.digitValue(scalar) != nil)
        continue
      }
      // Comma, semicolon and question mark: the commonest by far, for which nobody has to be asked.
      if scalar == 0x060C || scalar == 0x061B || scalar == 0x061F {
        begins = true
        continue
      }
      // What stands for a part that is kept is like a word.
      if scalar == 0xFFFC {
        begins = false
        continue
      }
      guard let properties = Unicode.Scalar(scalar)?.properties else { continue }
      begins = !properties.isAlphabetic && properties.numericType == nil
    }
    return begins
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
    let isPart =
      ScalarClass.isArabicLetter(scalar) || ScalarClass.isArabicMark(scalar) || scalar == 0x0640
    return isPart ? next : nil
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
    var end = start
    while let next = Self.wordPart(bytes, at: end) { end = next }
    return end > start
      && memory.holds(
        UnsafeBufferPointer(rebasing: bytes[core]),
        before: UnsafeBufferPointer(rebasing: bytes[start..<end]))
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

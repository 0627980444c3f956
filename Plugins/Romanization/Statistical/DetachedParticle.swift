import Warraq

/// Particles and the article where no word follows that they could be written on to: بـ30, لـ«الأهرام», الـ22, و(مصر).
struct DetachedParticle {
  /// ALA-LC before a word, UTF-8.
  let prefix: [UInt8]
  /// The letters, UTF-8.
  let letters: ArraySlice<UInt8>
  /// Whether something stands right behind it, and no space.
  let isFollowed: Bool

  /// The same, with a hyphen at the end only where something stands behind it.
  var latin: ArraySlice<UInt8> {
    isFollowed || prefix.last != Self.hyphen ? prefix[...] : prefix.dropLast()
  }

  private static let hyphen = UInt8(ascii: "-")
  /// Bytes of the longest particles.
  private static let longest = 8

  /// Finds it where a word is nothing else; nil for others.
  ///
  /// - Parameter core: Where the word stands in its line.
  init?(_ core: Range<Int>, in line: UnsafeBufferPointer<UInt8>) {
    var end = core.upperBound
    // ـ is D9 80.
    while end - core.lowerBound > 2, line[end - 2] == 0xD9, line[end - 1] == 0x80 { end -= 2 }
    // Few words are so short, and most end there.
    guard end - core.lowerBound <= Self.longest else { return nil }
    guard
      end < core.upperBound || Self.isDigit(line, at: end) || Self.isOpened(core, in: line)
    else { return nil }
    let letters = line[core.lowerBound..<end]
    guard
      let prefix = RomanClitics.shared.prefixes.first(where: {
        $0.followers == nil && $0.arabic.elementsEqual(letters)
      })
    else { return nil }
    self.prefix = prefix.latin
    self.letters = ArraySlice(letters)
    isFollowed = core.upperBound < line.count && line[core.upperBound] != UInt8(ascii: " ")
  }

  /// Whether a quotation or a bracket opens right behind a word, and does not close around it.
  private static func isOpened(_ core: Range<Int>, in line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard core.upperBound < line.count else { return false }
    let rest = line[core.upperBound...]
    let sign: UnsafeBufferPointer<UInt8>.SubSequence
    switch line[core.upperBound] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""): sign = rest.prefix(1)
    // « is C2 AB, “ and „ are E2 80 9C and 9E.
    case 0xC2 where rest.starts(with: [0xC2, 0xAB]): sign = rest.prefix(2)
    case 0xE2
    where rest.starts(with: [0xE2, 0x80, 0x9C]) || rest.starts(with: [0xE2, 0x80, 0x9E]):
      sign = rest.prefix(3)
    default: return false
    }
    return !line[..<core.lowerBound].suffix(sign.count).elementsEqual(sign)
  }

  /// Whether a digit stands there, in one of the forms that Arabic text has.
  private static func isDigit(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < line.count else { return false }
    if (0x30...0x39).contains(line[index]) { return true }
    // ٠ to ٩ are D9 A0 to D9 A9, ۰ to ۹ DB B0 to DB B9.
    guard index + 1 < line.count else { return false }
    return line[index] == 0xD9 && (0xA0...0xA9).contains(line[index + 1])
      || line[index] == 0xDB && (0xB0...0xB9).contains(line[index + 1])
  }
}

/// Letters of the Arabic block as the two bytes of their UTF-8, the first in the high byte: rules
/// that look at single letters of folded words compare these.
enum TwoByteLetter {
  static let alef: UInt16 = 0xD8A7
  static let ba: UInt16 = 0xD8A8
  static let ta: UInt16 = 0xD8AA
  static let sin: UInt16 = 0xD8B3
  static let fa: UInt16 = 0xD981
  static let kaf: UInt16 = 0xD983
  static let lam: UInt16 = 0xD984
  static let mim: UInt16 = 0xD985
  static let nun: UInt16 = 0xD986
  static let ha: UInt16 = 0xD987
  static let waw: UInt16 = 0xD988
  static let ya: UInt16 = 0xD98A

  /// The two bytes at an offset; 0 outside the word.
  static func at(_ word: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt16 {
    guard offset >= 0, offset + 1 < word.count else { return 0 }
    return UInt16(word[offset]) << 8 | UInt16(word[offset + 1])
  }
}

import Warraq

/// The marks on a letter, at most four, in order.
struct VowelMarks: Equatable {
  /// The last byte of each code point of the block Arabic, the first mark's in the lowest one.
  private var bits: UInt32

  /// None.
  init() { bits = 0 }

  private init(_ mark: UInt32) { bits = mark & 0xFF }

  static let fatha = VowelMarks(0x64E)
  static let damma = VowelMarks(0x64F)
  static let kasra = VowelMarks(0x650)
  static let shadda = VowelMarks(0x651)
  static let sukun = VowelMarks(0x652)
  static let fathatan = VowelMarks(0x64B)
  static let dammatan = VowelMarks(0x64C)
  static let kasratan = VowelMarks(0x64D)
  static let daggerAlef = VowelMarks(0x670)

  var isEmpty: Bool { bits == 0 }

  /// These and one more.
  func adding(_ mark: VowelMarks) -> VowelMarks {
    var sum = self
    sum.bits |= mark.bits << UInt32((4 - bits.leadingZeroBitCount / 8) * 8)
    return sum
  }

  /// Appends the marks' UTF-8.
  func append(to result: inout [UInt8]) {
    var rest = bits
    while rest != 0 {
      UTF8Bytes.append(0x600 | rest & 0xFF, to: &result)
      rest >>= 8
    }
  }

  /// A vowel of a reading.
  struct Vowel {
    let mark: VowelMarks
    /// The same with tanwin.
    let nunated: VowelMarks
    let isLong: Bool

    /// The vowel that a code point is; nil for a consonant.
    init?(_ scalar: UInt32) {
      switch scalar {
      case 0x61: self.init(.fatha, .fathatan, isLong: false)
      case 0x69: self.init(.kasra, .kasratan, isLong: false)
      case 0x75: self.init(.damma, .dammatan, isLong: false)
      // ā and á.
      case 0x101, 0xE1: self.init(.fatha, .fathatan, isLong: true)
      case 0x12B: self.init(.kasra, .kasratan, isLong: true)
      case 0x16B: self.init(.damma, .dammatan, isLong: true)
      default: return nil
      }
    }

    private init(_ mark: VowelMarks, _ nunated: VowelMarks, isLong: Bool) {
      (self.mark, self.nunated, self.isLong) = (mark, nunated, isLong)
    }
  }
}

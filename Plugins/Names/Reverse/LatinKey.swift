/// Latin spellings as keys: ASCII letters in lower case, no hyphens, apostrophes or spaces.
enum LatinKey {
  /// The key of a spelling.
  static func make(_ latin: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(latin.utf8.count)
    for byte in LatinParts.ascii(latin).utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      default: continue
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

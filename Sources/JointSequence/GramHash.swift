/// The hash by which a model finds an n-gram: of its symbols from the last to the first, so that a
/// context grows by one step.
enum GramHash {
  static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func step(_ hash: UInt64, _ symbol: UInt16) -> UInt64 {
    var value = (hash ^ UInt64(symbol &+ 1)) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 29
    return value &* 0x94D0_49BB_1331_11EB
  }
}

/// Hashes of strings and of combinations of them, by which weights are found. They must stay as they
/// are: a trained model holds weights under these numbers.
enum FeatureHash {
  /// The hash of bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var stream = Stream()
    for byte in bytes { stream.add(byte) }
    return stream.hash
  }

  /// The hash of bytes that come one by one.
  struct Stream {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    var hash: UInt64 { FeatureHash.mix(value) }
  }

  /// The hash of a number that names a kind of feature and two values.
  @inline(__always)
  static func join(_ kind: UInt64, _ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
    mix((first &+ kind &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F &+ kind))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

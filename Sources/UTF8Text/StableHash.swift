/// A 64-bit hash that is the same on every machine and in every run, so that tables on disk can
/// be addressed by it. Not meant to resist chosen collisions.
///
/// Source: FNV-1a (Fowler, Noll, Vo) with the finishing mix of SplitMix64 (Steele et al., 2014).
public enum StableHash {
  /// Hashes bytes, continuing from `seed` so that a key can be hashed in parts.
  @inlinable
  public static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    var value = seed
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

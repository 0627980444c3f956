/// A 64-bit hash that is the same on every machine and in every run, so that tables on disk can
/// be addressed by it. Not meant to resist chosen collisions.
///
/// Source: FNV-1a (Fowler, Noll, Vo) with the finishing mix of SplitMix64 (Steele et al., 2014).
public enum StableHash {
  /// Hashes bytes, continuing from `seed` so that a key can be hashed in parts.
  @inlinable
  public static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = start
  ) -> UInt64 {
    var value = seed
    for byte in bytes { value = step(value, byte) }
    return finish(value)
  }

  /// What a hash of no bytes begins with.
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Goes on by a byte, for callers that hash many strings with one beginning: `hash` is `start`, such steps, and
  /// `finish`.
  @inlinable
  @inline(__always)
  public static func step(_ value: UInt64, _ byte: UInt8) -> UInt64 {
    (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash, when all bytes are in.
  @inlinable
  @inline(__always)
  public static func finish(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

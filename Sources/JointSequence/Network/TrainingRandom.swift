/// Random numbers for training, the same in every run.
///
/// Source: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
public struct TrainingRandom: RandomNumberGenerator {
  private var state: UInt64 = 1

  /// The numbers from their beginning.
  public init() {}

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from -1 to 1.
  public mutating func signed() -> Float { Float(next() >> 40) / Float(1 << 23) - 1 }

  /// Numbers about zero, close to normal ones of this deviation: sums of three even ones.
  mutating func lane(_ deviation: Float) -> WindowNetwork.Lane {
    var lane = WindowNetwork.Lane.zero
    for unit in lane.indices { lane[unit] = (signed() + signed() + signed()) * deviation }
    return lane
  }

  /// Zero for so many of sixteen units, by chance, and for the others what makes up for those.
  mutating func mask(dropping dropped: Int) -> WindowNetwork.Lane {
    let bits = next()
    let kept = 16 / Float(16 - dropped)
    var lane = WindowNetwork.Lane.zero
    for unit in lane.indices {
      // Four bits a unit.
      lane[unit] = Int((bits >> UInt64(unit * 4)) & 15) < dropped ? 0 : kept
    }
    return lane
  }
}

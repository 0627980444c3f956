import Warraq

/// The weights of a linear model, found by the hash of a feature: slots of three bytes, 16 bits of the
/// hash and the weight in steps of 1/24.
///
/// Source: K. Weinberger et al., "Feature hashing for large scale multitask learning" (2009).
struct HashedWeights: Sendable {
  static let step: Float = 1.0 / 24
  private static let slotSize = 3

  private let bytes: StaticBytes
  private let start: Int
  private let slotCount: UInt64

  /// Weights that lie at `start` in a block of memory, in slots and a byte behind them; nil when they do
  /// not.
  init?(_ bytes: StaticBytes, start: Int, count: Int) {
    let slots = (count - 1) / Self.slotSize
    guard slots > 0, slots <= UInt32.max, start >= 0, start + count <= bytes.buffer.count,
      count == slots * Self.slotSize + 1
    else { return nil }
    self.bytes = bytes
    self.start = start
    slotCount = UInt64(slots)
  }

  /// The weight of a feature; 0 for most.
  @inline(__always)
  subscript(feature: UInt64) -> Float {
    let raw = UnsafeRawBufferPointer(bytes.buffer)
    let tag = Self.tag(feature)
    var slot = Self.slot(feature, of: slotCount)
    for _ in 0..<slotCount {
      // A word reaches one byte into the next slot; the last slot has a byte behind it.
      let word = UInt32(
        littleEndian: raw.loadUnaligned(
          fromByteOffset: start + Int(truncatingIfNeeded: slot) * Self.slotSize, as: UInt32.self))
      let found = word & 0xFFFF
      if found == 0 { return 0 }
      if found == tag { return Float(Int8(truncatingIfNeeded: word >> 16)) * Self.step }
      slot = slot + 1 == slotCount ? 0 : slot + 1
    }
    return 0
  }

  /// Where the search for a feature begins: its lower bits as a share of all slots.
  @inline(__always)
  private static func slot(_ feature: UInt64, of count: UInt64) -> UInt64 {
    ((feature & 0xFFFF_FFFF) &* count) >> 32
  }

  /// The upper bits of a hash; never 0, which is an empty slot.
  @inline(__always)
  private static func tag(_ feature: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: feature >> 48) | 1
  }

  /// A learned weight on its way into a table.
  struct Learned {
    let feature: UInt64
    let weight: Float
    /// How much it matters, 0 and more.
    let importance: Float
  }

  /// Tables that are tried.
  private static let trials = 8

  /// The bytes of a table of weights given by their features.
  ///
  /// A feature that is left out may be taken for another of the same slot and tag, and one that stands
  /// in nearly every line does harm then. So several sizes are tried, and the one is taken in which the
  /// given features go least astray.
  ///
  /// - Parameter limit: Most weights to keep; the smallest are left out.
  static func table(_ weights: [Learned], limit: Int) -> [UInt8] {
    var kept = weights.compactMap { learned -> (feature: UInt64, steps: Int8)? in
      let steps = steps(learned.weight)
      return steps == 0 ? nil : (learned.feature, steps)
    }
    kept.sort { (abs($1.steps), $0.feature) < (abs($0.steps), $1.feature) }
    if kept.count > limit { kept.removeLast(kept.count - limit) }
    let tables = (0..<trials).map { trial in
      let bytes = table(kept, slotCount: kept.count * 10 / 7 + 16 + trial)
      return (bytes: bytes, harm: harm(of: bytes, to: weights))
    }
    return tables.min { $0.harm < $1.harm }?.bytes ?? []
  }

  /// How far a table leads the given features astray, in weights times importance.
  private static func harm(of bytes: [UInt8], to weights: [Learned]) -> Float {
    guard let table = HashedWeights(StaticBytes(keeping: bytes), start: 0, count: bytes.count)
    else { return .infinity }
    return weights.reduce(0) {
      $0 + abs(table[$1.feature] - $1.weight) * $1.importance
    }
  }

  private static func steps(_ weight: Float) -> Int8 {
    Int8(min(max((weight / step).rounded(), -127), 127))
  }

  private static func table(_ kept: [(feature: UInt64, steps: Int8)], slotCount: Int) -> [UInt8] {
    var slots = [UInt32](repeating: 0, count: slotCount)
    for (feature, steps) in kept {
      var slot = Int(Self.slot(feature, of: UInt64(slotCount)))
      while slots[slot] != 0 { slot = (slot + 1) % slotCount }
      slots[slot] = tag(feature) | UInt32(UInt8(bitPattern: steps)) << 16
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(slotCount * slotSize + 1)
    for slot in slots {
      for shift in stride(from: 0, to: 24, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: slot >> UInt32(shift)))
      }
    }
    return bytes + [0]
  }
}

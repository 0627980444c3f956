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
  private let mask: UInt64

  /// Weights that lie at `start` in a block of memory, in a power of two of slots and a byte behind them;
  /// nil when they do not.
  init?(_ bytes: StaticBytes, start: Int, count: Int) {
    let slots = (count - 1) / Self.slotSize
    guard slots > 0, slots & (slots - 1) == 0, start >= 0, start + count <= bytes.buffer.count,
      count == slots * Self.slotSize + 1
    else { return nil }
    self.bytes = bytes
    self.start = start
    mask = UInt64(slots - 1)
  }

  /// The weight of a feature; 0 for most.
  @inline(__always)
  subscript(feature: UInt64) -> Float {
    let raw = UnsafeRawBufferPointer(bytes.buffer)
    let tag = Self.tag(feature)
    var slot = feature & mask
    for _ in 0...mask {
      // A word reaches one byte into the next slot; the last slot has a byte behind it.
      let word = UInt32(
        littleEndian: raw.loadUnaligned(
          fromByteOffset: start + Int(truncatingIfNeeded: slot) * Self.slotSize, as: UInt32.self))
      let found = word & 0xFFFF
      if found == 0 { return 0 }
      if found == tag { return Float(Int8(truncatingIfNeeded: word >> 16)) * Self.step }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The upper bits of a hash; never 0, which is an empty slot.
  @inline(__always)
  private static func tag(_ feature: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: feature >> 48) | 1
  }

  /// The bytes of a table of weights given by their features.
  ///
  /// - Parameter limit: Most weights to keep; the smallest are left out.
  static func table(_ weights: [(feature: UInt64, weight: Float)], limit: Int) -> [UInt8] {
    var kept = weights.compactMap { feature, weight -> (feature: UInt64, steps: Int8)? in
      let steps = Int8(min(max((weight / step).rounded(), -127), 127))
      return steps == 0 ? nil : (feature, steps)
    }
    if kept.count > limit {
      kept.sort { (abs($1.steps), $0.feature) < (abs($0.steps), $1.feature) }
      kept.removeLast(kept.count - limit)
    }
    var slotCount = 16
    while slotCount * 7 < kept.count * 10 { slotCount *= 2 }
    var slots = [UInt32](repeating: 0, count: slotCount)
    for (feature, steps) in kept {
      var slot = Int(truncatingIfNeeded: feature) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
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

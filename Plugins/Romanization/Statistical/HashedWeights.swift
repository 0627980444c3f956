import RomanizationKernel
import Warraq

/// The weights of a linear model, found by the hash of a feature: lines of 64 bytes, each with 21 tags (16
/// bits of the hash), 21 weights in steps of 1/24, and a byte that tells whether features of a full line
/// stand in the next one. A line is what a processor fetches at once, so a feature costs one look.
///
/// Two features with one line and one tag are taken for each other, in about one look of three
/// thousand for a feature that is not there.
///
/// Source: K. Weinberger et al., "Feature hashing for large scale multitask learning" (2009).
struct HashedWeights: Sendable {
  static let step: Float = 1.0 / 24
  /// What the number of bytes of a table is a multiple of.
  static let lineSize = weight_line_size
  private static let slots = weight_line_slots
  private static let firstWeight = weight_line_weights
  private static let more = weight_line_more

  private let bytes: StaticBytes
  private let lineCount: UInt64

  /// Opens the bytes of `table(_:limit:)`; nil for bytes that are none.
  init?(_ bytes: StaticBytes) {
    let lines = bytes.buffer.count / Self.lineSize
    guard lines > 0, lines <= UInt32.max, bytes.buffer.count % Self.lineSize == 0 else {
      return nil
    }
    self.bytes = bytes
    lineCount = UInt64(lines)
  }

  /// The weight of a feature; 0 for most.
  @inline(__always)
  subscript(feature: UInt64) -> Float {
    guard let base = bytes.buffer.baseAddress else { return 0 }
    let tag = Self.tag(feature)
    var number = Self.line(of: feature, in: lineCount)
    for _ in 0..<lineCount {
      let line = base + Int(truncatingIfNeeded: number) * Self.lineSize
      let slot = Int(weight_line_find(line, tag))
      let steps = slot < Self.slots ? Int8(bitPattern: line[Self.firstWeight + slot]) : 0
      if slot < Self.slots || line[Self.more] == 0 { return Float(steps) * Self.step }
      number = number + 1 == lineCount ? 0 : number + 1
    }
    return 0
  }

  /// Where the search for a feature begins: its lower bits as a share of all lines.
  @inline(__always)
  private static func line(of feature: UInt64, in count: UInt64) -> UInt64 {
    ((feature & 0xFFFF_FFFF) &* count) >> 32
  }

  /// The upper bits of a hash; never 0, which is an empty slot.
  @inline(__always)
  private static func tag(_ feature: UInt64) -> UInt16 {
    max(UInt16(truncatingIfNeeded: feature >> 48), 1)
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
      let bytes = table(kept, lineCount: kept.count * 5 / 4 / slots + 1 + trial)
      return (bytes: bytes, harm: harm(of: bytes, to: weights))
    }
    return tables.min { $0.harm < $1.harm }?.bytes ?? []
  }

  /// How far a table leads the given features astray, in weights times importance.
  private static func harm(of bytes: [UInt8], to weights: [Learned]) -> Float {
    guard let table = HashedWeights(StaticBytes(keeping: bytes)) else { return .infinity }
    return weights.reduce(0) {
      $0 + abs(table[$1.feature] - $1.weight) * $1.importance
    }
  }

  private static func steps(_ weight: Float) -> Int8 {
    Int8(min(max((weight / step).rounded(), -127), 127))
  }

  private static func table(_ kept: [(feature: UInt64, steps: Int8)], lineCount: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: lineCount * lineSize)
    var counts = [Int](repeating: 0, count: lineCount)
    for (feature, steps) in kept {
      var number = Int(line(of: feature, in: UInt64(lineCount)))
      while counts[number] == slots {
        bytes[number * lineSize + more] = 1
        number = (number + 1) % lineCount
      }
      let start = number * lineSize
      let slot = counts[number]
      let tag = tag(feature)
      bytes[start + 2 * slot] = UInt8(truncatingIfNeeded: tag)
      bytes[start + 2 * slot + 1] = UInt8(truncatingIfNeeded: tag >> 8)
      bytes[start + firstWeight + slot] = UInt8(bitPattern: steps)
      counts[number] += 1
    }
    return bytes
  }
}

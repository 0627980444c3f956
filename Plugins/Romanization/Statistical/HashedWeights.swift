import Warraq

/// The weights of a linear model, found by the hash of a feature, in lines (`HashLines`): of each 16 bits of
/// the hash, and the weight in steps of 1/24.
///
/// A feature that is not there is taken for another in about one look of three thousand.
///
/// Source: K. Weinberger et al., "Feature hashing for large scale multitask learning" (2009).
struct HashedWeights: Sendable {
  static let step: Float = 1.0 / 24
  private static let slots = 21
  private static let firstWeight = 2 * slots

  private let lines: HashLines

  /// Opens the bytes of `table(_:limit:)`; nil for bytes that are none.
  init?(_ bytes: StaticBytes) {
    guard let lines = HashLines(bytes, slots: Self.slots) else { return nil }
    self.lines = lines
  }

  /// The weight of a feature; 0 for most.
  @inline(__always)
  subscript(feature: UInt64) -> Float {
    guard let (line, slot) = lines.find(feature) else { return 0 }
    return Float(Int8(bitPattern: line[Self.firstWeight + slot])) * Self.step
  }

  /// Has the memory fetched where the weight of a feature may stand: of many, all should be asked for before the first
  /// is looked at.
  @inline(__always)
  func fetch(_ feature: UInt64) { lines.fetch(feature) }

  /// A number plus the weights of features, each times its value.
  ///
  /// - Parameter most: More features than `gather` hands over; any beyond are passed over.
  @inline(__always)
  func sum(
    _ start: Float, most: Int, of gather: (_ add: (UInt64, Float) -> Void) -> Void
  ) -> Float {
    withUnsafeTemporaryAllocation(of: (feature: UInt64, value: Float).self, capacity: most) {
      features in
      var count = 0
      gather { feature, value in
        guard count < most else { return }
        features[count] = (feature, value)
        fetch(feature)
        count += 1
      }
      return features[..<count].reduce(start) { $0 + self[$1.feature] * $1.value }
    }
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
      let bytes = table(kept, extraLines: trial)
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

  private static func table(_ kept: [(feature: UInt64, steps: Int8)], extraLines: Int) -> [UInt8] {
    var layout = HashLines.layOut(kept.map(\.feature), slots: slots, extraLines: extraLines)
    for (learned, place) in zip(kept, layout.places) {
      layout.bytes[place.line + firstWeight + place.slot] = UInt8(bitPattern: learned.steps)
    }
    return layout.bytes
  }
}

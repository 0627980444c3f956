import Warraq

/// The weights of a linear model, found by the hash of a feature, in lines (`HashLines`): of each 16 bits of
/// the hash, and its weight in steps of 1/40; or the weights of several classes, one behind the other.
///
/// A feature that is not there is taken for another in about one look of three thousand.
///
/// Source: K. Weinberger et al., "Feature hashing for large scale multitask learning" (2009).
struct HashedWeights: Sendable {
  static let step: Float = 1.0 / 40
  /// Most classes.
  static let mostClasses = 4

  private let lines: HashLines
  private let classes: Int
  /// Where in a line the first weight stands.
  private let firstWeight: Int

  /// Features in a line: each has a tag of two bytes, and a byte of each class.
  private static func slots(_ classes: Int) -> Int { (HashLines.lineSize - 1) / (2 + classes) }

  /// Opens the bytes of `table(_:limit:classes:)`; nil for bytes that are none.
  ///
  /// - Parameter classes: Of how many classes a feature has a weight, 1 to 4.
  init?(_ bytes: StaticBytes, classes: Int = 1) {
    guard (1...Self.mostClasses).contains(classes) else { return nil }
    let slots = Self.slots(classes)
    guard let lines = HashLines(bytes, slots: slots) else { return nil }
    self.lines = lines
    self.classes = classes
    firstWeight = 2 * slots
  }

  /// The weights of a feature, one of each class; 0 for most.
  @inline(__always)
  func weights(of feature: UInt64) -> SIMD4<Float> {
    guard let (line, slot) = lines.find(feature) else { return .zero }
    var weights = SIMD4<Float>.zero
    for index in 0..<classes {
      weights[index] = Float(Int8(bitPattern: line[firstWeight + slot * classes + index]))
    }
    return weights * Self.step
  }

  /// The weight of a feature, of which there is one class; 0 for most.
  @inline(__always)
  subscript(feature: UInt64) -> Float {
    guard let (line, slot) = lines.find(feature) else { return 0 }
    return Float(Int8(bitPattern: line[firstWeight + slot])) * Self.step
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
    /// Of each class.
    let weights: SIMD4<Float>
    /// How much it matters, 0 and more.
    let importance: Float

    /// Weights of several classes.
    init(feature: UInt64, weights: SIMD4<Float>, importance: Float) {
      self.feature = feature
      self.weights = weights
      self.importance = importance
    }

    /// The weight of the only class.
    init(feature: UInt64, weight: Float, importance: Float) {
      self.init(
        feature: feature, weights: SIMD4(weight, 0, 0, 0), importance: importance)
    }
  }

  /// Tables that are tried.
  private static let trials = 8

  /// The bytes of a table of weights given by their features.
  ///
  /// A feature that is left out may be taken for another of the same slot and tag, and one that stands
  /// in nearly every line does harm then. So several sizes are tried, and the one is taken in which the
  /// given features go least astray.
  ///
  /// - Parameters:
  ///   - limit: Most features to keep; those of the smallest weights are left out.
  ///   - classes: Of how many classes a feature has a weight, 1 to 4.
  static func table(_ weights: [Learned], limit: Int, classes: Int = 1) -> [UInt8] {
    var kept = weights.compactMap { learned -> Kept? in
      let steps = steps(learned.weights)
      let largest = (0..<classes).reduce(0) { max($0, abs(Int(steps[$1]))) }
      return largest == 0 ? nil : Kept(feature: learned.feature, steps: steps, largest: largest)
    }
    kept.sort { ($1.largest, $0.feature) < ($0.largest, $1.feature) }
    if kept.count > limit { kept.removeLast(kept.count - limit) }
    let tables = (0..<trials).map { trial in
      let bytes = table(kept, classes, extraLines: trial)
      return (bytes: bytes, harm: harm(of: bytes, classes, to: weights))
    }
    return tables.min { $0.harm < $1.harm }?.bytes ?? []
  }

  /// Weights in steps, and the largest of them without its sign.
  private struct Kept {
    let feature: UInt64
    let steps: SIMD4<Int8>
    let largest: Int
  }

  /// How far a table leads the given features astray, in weights times importance.
  private static func harm(of bytes: [UInt8], _ classes: Int, to weights: [Learned]) -> Float {
    guard let table = HashedWeights(StaticBytes(keeping: bytes), classes: classes) else {
      return .infinity
    }
    return weights.reduce(0) { harm, learned in
      let found = table.weights(of: learned.feature)
      return (0..<classes).reduce(harm) {
        $0 + abs(found[$1] - learned.weights[$1]) * learned.importance
      }
    }
  }

  private static func steps(_ weights: SIMD4<Float>) -> SIMD4<Int8> {
    let steps = (weights / step).rounded(.toNearestOrAwayFromZero)
    return SIMD4<Int8>(
      steps.clamped(lowerBound: SIMD4(repeating: -127), upperBound: SIMD4(repeating: 127)))
  }

  private static func table(_ kept: [Kept], _ classes: Int, extraLines: Int) -> [UInt8] {
    let slots = slots(classes)
    var layout = HashLines.layOut(kept.map(\.feature), slots: slots, extraLines: extraLines)
    for (learned, place) in zip(kept, layout.places) {
      for index in 0..<classes {
        layout.bytes[place.line + 2 * slots + place.slot * classes + index] =
          UInt8(bitPattern: learned.steps[index])
      }
    }
    return layout.bytes
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Learns the weights of features by stochastic gradient steps, each weight's step falling with what it
/// has moved (AdaGrad); what is kept is their average over time, which is steadier than the last ones.
///
/// Source: J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods" (2011).
struct WeightTrainer {
  private struct Weight {
    var value: Float = 0
    var squares: Float = 0
    /// The sum of the values over time, up to a moment.
    var sum: Float = 0
    var stamp: Int32 = 0
  }

  /// Features that stand in several examples, and the number of each.
  private var numbers: [UInt64: Int32] = [:]
  private var weights: [Weight] = []
  private var time: Int32 = 0
  private let rate: Float
  private let decay: Float

  /// - Parameter decay: How strongly weights are drawn to 0 at each step.
  init(rate: Float, decay: Float) {
    self.rate = rate
    self.decay = decay
  }

  /// Counts the features of examples, before anything is learned: what stands in a single example tells
  /// nothing of others.
  struct Census {
    private var lastExample: [UInt64: Int32] = [:]
    private var repeated: Set<UInt64> = []
    private var example: Int32 = 0

    /// Goes on to the next example.
    mutating func next() { example += 1 }

    mutating func count(_ feature: UInt64) {
      guard let last = lastExample.updateValue(example, forKey: feature) else { return }
      if last != example { repeated.insert(feature) }
    }

    /// The features that stand in several examples, in an order of their own.
    var found: [UInt64] { repeated.sorted() }
  }

  /// Takes the features that are worth a weight.
  mutating func begin(_ census: Census) {
    let found = census.found
    numbers.reserveCapacity(found.count)
    for (number, feature) in found.enumerated() { numbers[feature] = Int32(number) }
    weights = [Weight](repeating: Weight(), count: found.count)
  }

  /// Goes on to the next example.
  mutating func tick() { time += 1 }

  /// The number of a feature; -1 for one without a weight.
  func number(of feature: UInt64) -> Int32 { numbers[feature] ?? -1 }

  /// The weight of a numbered feature.
  @inline(__always)
  func value(_ number: Int32) -> Float { number < 0 ? 0 : weights[Int(number)].value }

  @inline(__always)
  mutating func step(_ number: Int32, _ gradient: Float) {
    guard number >= 0 else { return }
    var weight = weights[Int(number)]
    weight.sum += Float(time - weight.stamp) * weight.value
    weight.stamp = time
    let slope = gradient + decay * weight.value
    weight.squares += slope * slope
    weight.value -= rate * slope / (weight.squares + 1e-6).squareRoot()
    weights[Int(number)] = weight
  }

  /// The average weight of a numbered feature, and how much it matters.
  func learned(_ number: Int32) -> (weight: Float, importance: Float) {
    guard number >= 0 else { return (0, 0) }
    let weight = weights[Int(number)]
    let sum = weight.sum + Float(time - weight.stamp) * weight.value
    return (sum / Float(max(time, 1)), weight.squares.squareRoot())
  }

  /// The average weights as `HashedWeights` reads them, so many at the most.
  func bytes(limit: Int) -> [UInt8] {
    let features = numbers.sorted { $0.key < $1.key }
    return HashedWeights.table(
      features.map { feature, number in
        let (weight, importance) = learned(number)
        return HashedWeights.Learned(feature: feature, weight: weight, importance: importance)
      }, limit: limit)
  }
}

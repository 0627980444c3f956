/// The bootstrap of a mean (Efron, "Bootstrap Methods", 1979), from a fixed seed.
public enum Bootstrap {
  /// The 95 % interval of the mean of values, from 2,000 samples; zeros for no values.
  public static func interval(_ values: [Double]) -> (low: Double, high: Double) {
    guard !values.isEmpty else { return (0, 0) }
    let samples = 2000
    var random = MersenneTwister(seed: 1)
    let count = Double(values.count)
    var means: [Double] = []
    means.reserveCapacity(samples)
    for _ in 0..<samples {
      var sum = 0.0
      for _ in values.indices { sum += values[Int(random.unit() * count)] }
      means.append(sum / count)
    }
    means.sort()
    return (means[samples / 40], means[samples - samples / 40])
  }
}

/// Learns to tell what a line is from the fields of records, whose tags say so.
struct KindTrainer {
  /// Numbers of the training: passes over the records, and the step and pull to 0 of its weights.
  private static let passes = 6
  private static let rate: Float = 0.2
  private static let decay: Float = 1e-4

  let records: [RomanRecord]

  /// The weights as `KindWeights` opens them, of so many features at the most.
  func train(limit: Int) -> [UInt8] {
    var census = WeightTrainer.Census()
    var all: Set<UInt64> = []
    for record in records {
      census.next()
      KindWeights.forEachFeature(record.context) { feature in
        all.insert(feature)
        for index in KindWeights.classes.indices { census.count(Self.join(feature, index)) }
      }
    }
    var weights = WeightTrainer(rate: Self.rate, decay: Self.decay)
    weights.begin(census)
    for pass in 0..<Self.passes {
      for number in TrainingOrder.order(pass, of: records.count) {
        learn(records[number], &weights)
      }
    }
    let learned = all.sorted().map { feature in
      var (joined, importance) = (KindWeights.Scores.zero, Float(0))
      for index in KindWeights.classes.indices {
        let learned = weights.learned(weights.number(of: Self.join(feature, index)))
        joined[index] = learned.weight
        importance = max(importance, learned.importance)
      }
      return HashedWeights.Learned(feature: feature, weights: joined, importance: importance)
    }
    return HashedWeights.table(learned, limit: limit, classes: KindWeights.classes.count)
  }

  /// The feature of a class, by its number, as it is learned.
  private static func join(_ feature: UInt64, _ index: Int) -> UInt64 {
    feature ^ UInt64(index) << 60
  }

  private func learn(_ record: RomanRecord, _ weights: inout WeightTrainer) {
    guard let right = KindWeights.classes.firstIndex(where: record.kinds.contains) else { return }
    weights.tick()
    var features: [UInt64] = []
    KindWeights.forEachFeature(record.context) { features.append($0) }
    let numbers = KindWeights.classes.indices.map { index in
      features.map { weights.number(of: Self.join($0, index)) }
    }
    var scores = KindWeights.Scores.zero
    for index in numbers.indices {
      scores[index] = numbers[index].reduce(0) { $0 + weights.value($1) }
    }
    let shares = KindWeights.shares(scores)
    for index in numbers.indices {
      let gradient = shares[index] - (index == right ? 1 : 0)
      if abs(gradient) < 0.01 { continue }
      for number in numbers[index] { weights.step(number, gradient) }
    }
  }
}

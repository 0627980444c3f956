import JointSequence

/// Learns to tell what a line is from the fields of records, whose tags say so.
struct KindTrainer {
  /// Numbers of the training: passes over the records, and the step and pull to 0 of its weights.
  private static let passes = 6
  private static let rate: Float = 0.2
  private static let decay: Float = 1e-4

  let records: [RomanRecord]

  /// The weights as `KindWeights` opens them, so many at the most.
  func train(limit: Int) -> [UInt8] {
    var census = WeightTrainer.Census()
    for record in records {
      census.next()
      KindWeights.forEachFeature(record.context) { feature in
        for index in KindWeights.classes.indices { census.count(KindWeights.join(feature, index)) }
      }
    }
    var weights = WeightTrainer(rate: Self.rate, decay: Self.decay)
    weights.begin(census)
    var order = Array(records.indices)
    var random = TrainingRandom()
    for _ in 0..<Self.passes {
      order.shuffle(using: &random)
      for number in order { learn(records[number], &weights) }
    }
    return weights.bytes(limit: limit)
  }

  private func learn(_ record: RomanRecord, _ weights: inout WeightTrainer) {
    guard let right = KindWeights.classes.firstIndex(where: record.kinds.contains) else { return }
    weights.tick()
    var features: [UInt64] = []
    KindWeights.forEachFeature(record.context) { features.append($0) }
    let numbers = KindWeights.classes.indices.map { index in
      features.map { weights.number(of: KindWeights.join($0, index)) }
    }
    let scores = numbers.map { $0.reduce(Float(0)) { $0 + weights.value($1) } }
    for (index, share) in KindWeights.shares(scores).enumerated() {
      let gradient = share - (index == right ? 1 : 0)
      if abs(gradient) < 0.01 { continue }
      for number in numbers[index] { weights.step(number, gradient) }
    }
  }
}

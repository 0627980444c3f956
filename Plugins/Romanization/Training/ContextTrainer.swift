import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Learns from records which romanization a word has in its place, and whether it has a capital.
struct ContextTrainer {
  let records: [RomanRecord]
  let maker: CandidateMaker
  /// For words of each fold a maker whose joint model has not seen them.
  let folds: [CandidateMaker]
  let lexicon: LexiconCounts
  let settings: RomanizerTrainer.Settings

  /// A word whose romanization is known, with all that it might be.
  private struct Example {
    let candidates: [RomanCandidate]
    /// Index of the right one; nil when it is not among them.
    let right: Int?
    let isCapital: Bool
  }

  /// A word in its place, as both learners see it.
  private struct Place {
    let example: Example
    let index: Int
    let previous: RomanCandidate.Neighbor?
    let next: RomanCandidate.Neighbor?
    let decisions: UInt64

    /// The romanization that it has, or the first one when the right one is unknown.
    var chosen: RomanCandidate { example.candidates[example.right ?? 0] }
    /// Whether there is something to learn about romanizations.
    var isOpen: Bool { example.right != nil && example.candidates.count > 1 }
  }

  /// The two sets of weights and the network, as models hold them.
  func train(progress: (String) -> Void) -> (rank: [UInt8], capital: [UInt8], network: [UInt8]) {
    progress("candidates")
    let places = records.map(places)
    progress("network")
    let network = ContextNetworkTrainer(
      records: zip(records, places).map(networkWords), settings: settings.context
    ).train()
    var rank = WeightTrainer(rate: settings.rankRate, decay: settings.decay)
    var capital = WeightTrainer(rate: settings.capitalRate, decay: settings.decay)
    progress("features")
    var rankCensus = WeightTrainer.Census()
    var capitalCensus = WeightTrainer.Census()
    for (number, record) in records.enumerated() {
      for place in places[number] {
        rankCensus.next()
        capitalCensus.next()
        // Every field is learned with its kinds and without, so that all can be asked for.
        for kind in record.kinds + (record.isAskedUnlabeled ? [.auto] : []) {
          count(place, record.context.of(kind), &rankCensus, &capitalCensus)
        }
      }
    }
    rank.begin(rankCensus)
    capital.begin(capitalCensus)
    for pass in 0..<settings.passes {
      progress("pass \(pass + 1) of \(settings.passes)")
      for number in TrainingOrder.order(pass, of: records.count) {
        let record = records[number]
        let kind =
          (number + pass) % 2 == 0 || !record.isAskedUnlabeled
          ? record.kinds[pass / 2 % record.kinds.count] : .auto
        let context = record.context.of(kind)
        for place in places[number] where place.isOpen { learnRank(place, context, &rank) }
        learnCapitals(places[number], context, trusts: pass > 0, &capital)
      }
    }
    return (
      rank.bytes(limit: settings.rankLimit), capital.bytes(limit: settings.capitalLimit), network
    )
  }

  /// A record's words as the network learns them.
  private func networkWords(
    _ record: RomanRecord, _ places: [Place]
  ) -> [ContextNetworkTrainer.Word] {
    let context = record.context
    var words = context.words.indices.map { index in
      var word = ContextNetworkTrainer.Word()
      if context.words[index].isArabic {
        word.kinds = record.kinds.map { NetworkFeatures.row(ofKind: $0.number) }
        word.isAskedUnlabeled = record.isAskedUnlabeled
      }
      return word
    }
    for place in places {
      let first = place.example.candidates.first
      // Each was met without itself: once more makes `ContextNetwork.least`.
      if NetworkFeatures.knows(first, least: ContextNetwork.least - 1) {
        words[place.index].known = NetworkFeatures.row(ofWord: context.words[place.index].hash)
      }
      words[place.index].input.measures = first.map(NetworkFeatures.measures) ?? .zero
      words[place.index].right = place.example.right
      words[place.index].isCapital = place.example.isCapital
      words[place.index].candidates = place.example.candidates.map { candidate in
        var input = ContextNetworkTrainer.Input()
        NetworkFeatures.appendRows(
          of: candidate, least: ContextNetwork.least - 1, to: &input.rows)
        input.measures = NetworkFeatures.measures(of: candidate)
        return input
      }
    }
    for index in words.indices {
      let letters = context.letters(of: index)
      if !letters.isEmpty {
        NetworkFeatures.appendRows(ofLetters: letters, to: &words[index].input.rows)
      }
      if context.words[index].mark != 0 {
        words[index].input.rows.append(NetworkFeatures.row(ofMark: context.words[index].mark))
      }
      if index == 0 { words[index].input.rows.append(NetworkFeatures.rowOfFirst) }
    }
    return words
  }

  private func places(_ record: RomanRecord) -> [Place] {
    let examples = zip(record.context.words, record.answers).enumerated().map {
      index, item -> Example? in
      guard let answer = item.1 else { return nil }
      // Without itself: else every word would be one that was seen before.
      let letters = Array(record.context.letters[item.0.letters])
      let fold = lexicon.fold(of: letters)
      let maker = fold.flatMap { folds.indices.contains($0) ? folds[$0] : nil } ?? maker
      var candidates = maker.candidates(
        of: letters, hiding: answer.latin, isCapital: answer.isCapital)
      if index == 0 { candidates = CandidateMaker.atStart(candidates) ?? candidates }
      return Example(
        candidates: candidates, right: candidates.firstIndex { $0.latin == answer.latin },
        isCapital: answer.isCapital)
    }
    var places: [Place] = []
    var previous: RomanCandidate.Neighbor?
    var decisions: UInt64 = 0
    for (index, example) in examples.enumerated() {
      if let example {
        let next =
          index + 1 < examples.count ? examples[index + 1]?.candidates.first?.neighbor : nil
        places.append(
          Place(
            example: example, index: index, previous: previous, next: next, decisions: decisions))
      }
      previous = places.last.flatMap { $0.index == index ? $0.chosen.neighbor : nil }
      decisions = FieldContext.push(decisions, example?.isCapital ?? false)
    }
    return places
  }

  private func count(
    _ place: Place, _ context: FieldContext, _ rank: inout WeightTrainer.Census,
    _ capital: inout WeightTrainer.Census
  ) {
    if place.isOpen {
      let around = context.rank(place.index, previous: place.previous, next: place.next)
      for candidate in place.example.candidates {
        RankFeatures.forEach(candidate, word: context.words[place.index].hash, in: around) {
          feature, _ in rank.count(feature)
        }
      }
    }
    let around = context.capital(
      place.index, previous: place.previous, next: place.next, decisions: place.decisions)
    CaseFeatures.forEach(place.chosen, in: around) { feature, _ in capital.count(feature) }
  }

  private func learnRank(_ place: Place, _ context: FieldContext, _ rank: inout WeightTrainer) {
    rank.tick()
    let around = context.rank(place.index, previous: place.previous, next: place.next)
    let word = context.words[place.index].hash
    let candidates = place.example.candidates
    var features: [[(number: Int32, value: Float)]] = []
    var scores: [Float] = []
    for candidate in candidates {
      var found: [(number: Int32, value: Float)] = []
      var score: Float = 0
      RankFeatures.forEach(candidate, word: word, in: around) { feature, value in
        let number = rank.number(of: feature)
        guard number >= 0 else { return }
        found.append((number, value))
        score += rank.value(number) * value
      }
      features.append(found)
      scores.append(score)
    }
    let most = scores.max() ?? 0
    let weights = scores.map { exp($0 - most) }
    let sum = weights.reduce(0, +)
    for index in candidates.indices {
      let gradient = weights[index] / sum - (index == place.example.right ? 1 : 0)
      if abs(gradient) < 0.002 { continue }
      for (number, value) in features[index] { rank.step(number, gradient * value) }
    }
  }

  /// Learns the capitals of a line.
  ///
  /// - Parameter trusts: Whether the decisions before a word are those of the weights as they are, wrong ones
  ///   among them, as they will be; else the right ones.
  private func learnCapitals(
    _ places: [Place], _ context: FieldContext, trusts: Bool, _ capital: inout WeightTrainer
  ) {
    var decisions: UInt64 = 0
    var behind = 0
    for place in places {
      // Words between that are not learned from.
      for _ in behind..<place.index { decisions = FieldContext.push(decisions, false) }
      behind = place.index + 1
      let isCapital = learnCapital(place, context, decisions, &capital)
      decisions = FieldContext.push(decisions, trusts ? isCapital : place.example.isCapital)
    }
  }

  /// Learns one capital; gives what the weights said before.
  private func learnCapital(
    _ place: Place, _ context: FieldContext, _ decisions: UInt64, _ capital: inout WeightTrainer
  ) -> Bool {
    capital.tick()
    let around = context.capital(
      place.index, previous: place.previous, next: place.next, decisions: decisions)
    var features: [Int32] = []
    var score: Float = 0
    CaseFeatures.forEach(place.chosen, in: around) { feature, _ in
      let number = capital.number(of: feature)
      guard number >= 0 else { return }
      features.append(number)
      score += capital.value(number)
    }
    let gradient = 1 / (1 + exp(-score)) - (place.example.isCapital ? 1 : 0)
    if abs(gradient) >= 0.01 {
      for number in features { capital.step(number, gradient) }
    }
    return score > 0
  }
}

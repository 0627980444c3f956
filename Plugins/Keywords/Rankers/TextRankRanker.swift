import Warraq

/// TextRank (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", 2004): words that stand
/// near each other vote for each other; the best third of them, joined where they stand side by
/// side, are the phrases.
struct TextRankRanker {
  /// How far apart two words may stand to vote for each other, in tokens.
  var window = 2
  var damping = 0.85

  func rank(_ context: KeywordContext, top: Int) -> [RankedPhrase] {
    let layer = context.layer
    var runs: [Range<Int>] = []
    context.topics.forEachRun { runs.append($0) }
    func stem(_ index: Int) -> Int { context.topics.stem(index) }
    let topics = runs.flatMap { $0 }
    var neighbours: [Int: Set<Int>] = [:]
    for index in topics { neighbours[stem(index)] = [] }
    for (place, index) in topics.enumerated() {
      for other in topics[(place + 1)...].prefix(window)
      where other - index <= window && layer.tokens[other].sentence == layer.tokens[index].sentence
        && stem(other) != stem(index)
      {
        neighbours[stem(index), default: []].insert(stem(other))
        neighbours[stem(other), default: []].insert(stem(index))
      }
    }
    let nodes = neighbours.keys.sorted()
    let links = nodes.map { (neighbours[$0] ?? []).sorted() }
    var scores = [Double](repeating: 1, count: layer.stemCount)
    for _ in 0..<60 {
      var next = scores
      for (node, linked) in zip(nodes, links) {
        let votes = linked.reduce(0) { sum, other in
          sum + scores[other] / Double(max(neighbours[other]?.count ?? 1, 1))
        }
        next[node] = 1 - damping + damping * votes
      }
      let change = nodes.reduce(0) { max($0, abs(next[$1] - scores[$1])) }
      scores = next
      if change < 1e-4 { break }
    }
    let best = nodes.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    let kept = Set(best.prefix(max((nodes.count + 2) / 3, min(top, nodes.count))))
    return collapse(runs, context) { kept.contains(stem($0)) ? scores[stem($0)] : nil }
      .prefix(top).map { $0 }
  }

  /// The longest sequences of kept words, alike ones together, with the sum of their scores.
  private func collapse(
    _ runs: [Range<Int>], _ context: KeywordContext, score: (Int) -> Double?
  ) -> [RankedPhrase] {
    var places: [[Int]: [Range<Int>]] = [:]
    for run in runs {
      var start = run.lowerBound
      while start < run.upperBound {
        var end = start
        while end < run.upperBound, end - start < context.maximumWords, score(end) != nil {
          end += 1
        }
        if end > start {
          let key = (start..<end).map { context.topics.stem($0) }
          places[key, default: []].append(start..<end)
        }
        start = max(end, start + 1)
      }
    }
    return places.values.map { ranges in
      let sum = (ranges.first ?? 0..<0).reduce(0) { $0 + (score($1) ?? 0) }
      return RankedPhrase(words: ranges.first?.count ?? 0, places: ranges, score: sum)
    }.sorted(by: RankedPhrase.precedes)
  }
}

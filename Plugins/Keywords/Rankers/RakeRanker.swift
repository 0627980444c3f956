import Warraq

/// RAKE (Rose et al., "Automatic keyword extraction from individual documents", 2010): phrases are
/// what stands between stop words and marks; a word weighs its company over its frequency, a phrase
/// the sum of its words.
struct RakeRanker {
  func rank(_ context: KeywordContext, top: Int) -> [RankedPhrase] {
    let layer = context.layer
    func stem(_ index: Int) -> Int { context.topics.stem(index) }
    var phrases: [[Int]: [Range<Int>]] = [:]
    var frequency = [Double](repeating: 0, count: layer.stemCount)
    var degree = frequency
    context.topics.forEachRun { run in
      // RAKE knows no longest phrase, readers do.
      guard run.count <= context.maximumWords else { return }
      phrases[run.map(stem), default: []].append(run)
      for index in run {
        frequency[stem(index)] += 1
        degree[stem(index)] += Double(run.count)
      }
    }
    return phrases.map { stems, places in
      let score = stems.reduce(0) { $0 + degree[$1] / frequency[$1] }
      return RankedPhrase(words: stems.count, places: places, score: score)
    }.sorted(by: RankedPhrase.precedes).prefix(top).map { $0 }
  }
}

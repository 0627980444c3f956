import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// YAKE (Campos et al., "YAKE! Keyword extraction from single documents using multiple local
/// features", 2020): what one document tells of its words, without a background.
///
/// Arabic has no capitals, so the feature of casing is left to Latin words; phrases begin and end
/// with topic words and hold no others.
struct YakeRanker {
  /// Words on each side that count as the company of a word.
  var window = 1

  func rank(_ context: KeywordContext, top: Int) -> [RankedPhrase] {
    let weights = weights(context)
    let list = CandidateList(context.topics, maximumWords: min(context.maximumWords, 3))
    let ranked = list.items.map { item in
      var product = 1.0
      var sum = 0.0
      for index in item.first {
        let weight = weights[context.topics.stem(index)]
        product *= weight
        sum += weight
      }
      // YAKE's score is the lower the better; its inverse orders alike.
      let score = Double(item.count) * (1 + sum) / max(product, 1e-12)
      return RankedPhrase(words: item.words, places: list.places(of: item), score: score)
    }.sorted(by: RankedPhrase.precedes)
    return PhraseSelector().select(ranked.count, top: top) { ranked[$0] }
  }

  private struct Word {
    var count = 0
    var capitals = 0
    var sentences: [Int] = []
    var left: [Int] = []
    var right: [Int] = []
  }

  /// The weight of each stem, the lower the more telling.
  private func weights(_ context: KeywordContext) -> [Double] {
    let layer = context.layer
    var words = [Word](repeating: Word(), count: layer.stemCount)
    var sentenceCount = 0
    for (index, token) in layer.tokens.enumerated() {
      guard token.kind == .word || token.kind == .latin else { continue }
      let stem = layer.terms[token.term].stemNumber
      sentenceCount = max(sentenceCount, token.sentence + 1)
      words[stem].count += 1
      if words[stem].sentences.last != token.sentence {
        words[stem].sentences.append(token.sentence)
      }
      if token.kind == .latin, context.text[token.span].first?.isUppercase == true {
        words[stem].capitals += 1
      }
      var before = index
      for _ in 0..<window where context.topics.isAdjacent(before) {
        before -= 1
        let other = layer.terms[layer.tokens[before].term].stemNumber
        words[stem].left.append(other)
        words[other].right.append(stem)
      }
    }
    // Mean and deviation are those of the topic words, the largest count that of all.
    var isTopic = [Bool](repeating: false, count: words.count)
    for term in layer.terms where !term.isStopWord { isTopic[term.stemNumber] = true }
    let counts = words.indices.filter { isTopic[$0] && words[$0].count > 0 }
      .map { Double(words[$0].count) }
    let mean = counts.reduce(0, +) / Double(max(counts.count, 1))
    let variance =
      counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(counts.count, 1))
    let most = Double(words.map(\.count).max() ?? 1)
    return words.map { word in
      guard word.count > 0 else { return 1 }
      let count = Double(word.count)
      let median = Double(word.sentences[word.sentences.count / 2])
      let position = log(log(3 + median))
      let frequency = count / (mean + variance.squareRoot())
      let spread = Double(word.sentences.count) / Double(max(sentenceCount, 1))
      func variety(_ others: [Int]) -> Double {
        others.isEmpty ? 0 : Double(Set(others).count) / Double(others.count)
      }
      let relatedness = 1 + (variety(word.left) + variety(word.right)) * count / max(most, 1)
      let casing = Double(word.capitals) / (1 + log(count))
      return relatedness * position
        / (casing + frequency / relatedness + spread / relatedness)
    }
  }
}

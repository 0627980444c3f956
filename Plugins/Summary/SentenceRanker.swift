import Warraq

/// Scores sentences for an extract of a news article.
///
/// A weighted sum of position, likeness to the title, weight of terms and centrality, after
/// Edmundson ("New Methods in Automatic Extracting", 1969).
struct SentenceRanker {
  /// The numbers of the sum, chosen on a development set.
  struct Weights {
    var position = 0.52
    var title = 0.12
    var terms = 0.14
    var centrality = 0.22
  }

  var weights = Weights()

  /// A score from 0 to 1 for each sentence.
  func scores(_ table: SentenceTable, title: SentenceFeatures) -> [Double] {
    let count = table.sentences.count
    guard count > 0 else { return [] }
    let centroid = centroidSimilarities(table)
    let termScores = scaled(
      table.sentences.map { sentence in
        let sum = sentence.terms.reduce(0) { $0 + table.weights[$1.stem] }
        return sum / Double(sentence.terms.count + 3)
      })
    return table.sentences.indices.map { index in
      let sentence = table.sentences[index]
      let position = 1 / (1 + 0.35 * Double(index))
      let likeness = sentence.similarity(to: title, weights: table.weights)
      var score =
        weights.position * position + weights.title * likeness
        + weights.terms * termScores[index] + weights.centrality * centroid[index]
      // A few words say too little to stand in a summary.
      if sentence.wordCount < 6 { score *= Double(sentence.wordCount) / 6 * 0.6 }
      return min(max(score, 0), 1)
    }
  }

  /// Likeness of each sentence to the whole document.
  private func centroidSimilarities(_ table: SentenceTable) -> [Double] {
    var totals = [Int](repeating: 0, count: table.weights.count)
    for sentence in table.sentences {
      for entry in sentence.terms { totals[entry.stem] += entry.count }
    }
    var whole = SentenceFeatures()
    var squares = 0.0
    for (stem, count) in totals.enumerated() where count > 0 {
      whole.terms.append((stem, count))
      let value = Double(count) * table.weights[stem]
      squares += value * value
    }
    whole.norm = squares.squareRoot()
    return scaled(
      table.sentences.map { $0.similarity(to: whole, weights: table.weights) })
  }

  private func scaled(_ values: [Double]) -> [Double] {
    guard let highest = values.max(), highest > 0 else { return values }
    return values.map { $0 / highest }
  }
}

/// LexRank (Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
/// Summarization", 2004): the PageRank of sentences linked by the cosine of their TF-IDF vectors,
/// links below a threshold left out.
struct LexRank {
  var threshold = 0.1

  func scores(_ context: SentenceContext) -> [Double] {
    let table = context.table
    let rarity = SentenceRarity(table).values
    var sentences = table.sentences
    for index in sentences.indices {
      sentences[index].norm = sentences[index].terms.reduce(0) { sum, entry in
        let value = Double(entry.count) * rarity[entry.stem]
        return sum + value * value
      }.squareRoot()
    }
    return SimilarityGraph(table) { first, second in
      let cosine = sentences[first].similarity(to: sentences[second], weights: rarity)
      return cosine >= threshold ? min(cosine, 1) : 0
    }.pageRank()
  }
}

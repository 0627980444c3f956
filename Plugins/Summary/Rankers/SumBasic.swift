/// SumBasic (Nenkova and Vanderwende, "The Impact of Frequency on Summarization", 2005): take the
/// sentence with the likeliest words that holds the likeliest word of all, square the chances of
/// its words, and so on.
struct SumBasic {
  func scores(_ context: SentenceContext) -> [Double] {
    let table = context.table
    let total = Double(max(table.frequencies.reduce(0, +), 1))
    var chances = table.frequencies.map { Double($0) / total }
    return GreedyOrder.scores(context) { open in
      let words = table.sentences.indices.lazy.filter { open[$0] }
        .flatMap { table.sentences[$0].terms.lazy.map(\.stem) }
      guard let best = words.max(by: { (chances[$0], $1) < (chances[$1], $0) }) else { return nil }
      var pick: (index: Int, weight: Double)?
      for (index, sentence) in table.sentences.enumerated()
      where open[index] && sentence.terms.contains(where: { $0.stem == best }) {
        let sum = sentence.terms.reduce(0) { $0 + Double($1.count) * chances[$1.stem] }
        let weight = sum / Double(max(sentence.terms.reduce(0) { $0 + $1.count }, 1))
        if weight > pick?.weight ?? -1 { pick = (index, weight) }
      }
      guard let pick else { return nil }
      for entry in table.sentences[pick.index].terms { chances[entry.stem] *= chances[entry.stem] }
      return pick.index
    }
  }
}

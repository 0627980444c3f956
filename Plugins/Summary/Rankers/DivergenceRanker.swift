#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// KLSum (Haghighi and Vanderwende, "Exploring Content Models for Multi-Document Summarization",
/// 2009): take the sentence that brings the summary's words nearest to the document's, by the
/// Kullback–Leibler divergence.
struct DivergenceRanker {
  func scores(_ context: SentenceContext) -> [Double] {
    let table = context.table
    let total = Double(max(table.frequencies.reduce(0, +), 1))
    let chances = table.frequencies.map { Double($0) / total }
    // Words that the summary lacks keep a small chance, or none could be compared.
    let floor = 0.01
    var counts = [Double](repeating: 0, count: chances.count)
    var length = 0.0
    return GreedyOrder.scores(context) { open in
      var pick: (index: Int, gain: Double)?
      for (index, sentence) in table.sentences.enumerated() where open[index] {
        let words = Double(sentence.terms.reduce(0) { $0 + $1.count })
        // Only the terms of the sentence change; the rest scales with the summary's length.
        var gain = -log(length + words + floor)
        for entry in sentence.terms {
          let (before, added) = (counts[entry.stem] + floor, Double(entry.count))
          gain += chances[entry.stem] * log((before + added) / before)
        }
        if gain > pick?.gain ?? -.infinity { pick = (index, gain) }
      }
      guard let pick else { return nil }
      for entry in table.sentences[pick.index].terms {
        counts[entry.stem] += Double(entry.count)
        length += Double(entry.count)
      }
      return pick.index
    }
  }
}

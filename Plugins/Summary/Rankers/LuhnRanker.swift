/// Luhn's significance (Luhn, "The Automatic Creation of Literature Abstracts", 1958): in the
/// densest stretch of a sentence, the significant words squared over the stretch's words.
struct LuhnRanker {
  /// Topic words of the document that are significant, the most frequent first.
  var significant = 0.1
  /// Words that may lie between two significant ones of a stretch.
  var gap = 4

  func scores(_ context: SentenceContext) -> [Double] {
    let table = context.table
    let stems = table.frequencies.indices.filter { table.frequencies[$0] > 1 }
      .sorted { (table.frequencies[$1], $0) < (table.frequencies[$0], $1) }
    let distinct = table.frequencies.count { $0 > 0 }
    let chosen = Set(stems.prefix(max(Int(Double(distinct) * significant), 1)))
    return table.sentences.map { sentence in
      densest(sentence.order.map { chosen.contains($0) })
    }
  }

  private func densest(_ isSignificant: [Bool]) -> Double {
    var best = 0.0
    var start: Int?
    var last = 0
    var count = 0
    for (index, significant) in isSignificant.enumerated() where significant {
      if start == nil || index - last > gap + 1 {
        start = index
        count = 0
      }
      count += 1
      last = index
      best = max(best, Double(count * count) / Double(index - (start ?? index) + 1))
    }
    return best
  }
}

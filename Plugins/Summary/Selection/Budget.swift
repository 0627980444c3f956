/// How much of an article a summary may take.
enum Budget: Sendable, Hashable {
  case sentences(Int)
  /// Share of the body's words, from 0 to 1; at least one sentence.
  case share(Double)
  /// Words at the most; no sentence when even the best is longer.
  case words(Int)
  /// Unicode code points at the most, the spaces between sentences counted.
  case characters(Int)

  /// True when these sentences, given by index, are not too much.
  func holds(_ chosen: [Int], of table: SentenceTable) -> Bool {
    let sentences = table.sentences
    func words(_ indices: some Sequence<Int>) -> Int {
      indices.reduce(0) { $0 + sentences[$1].wordCount }
    }
    switch self {
    case .sentences(let limit): return chosen.count <= limit
    case .share(let share):
      if chosen.count == 1 { return share > 0 }
      return Double(words(chosen)) <= share * Double(words(sentences.indices))
    case .words(let limit): return words(chosen) <= limit
    case .characters(let limit):
      let characters = chosen.reduce(0) { $0 + sentences[$1].characterCount }
      return characters + max(chosen.count - 1, 0) <= limit
    }
  }

  /// How many sentences can be chosen at the most, as far as the budget tells.
  var mostSentences: Int {
    switch self {
    case .sentences(let limit): limit
    case .share: .max
    case .words(let limit): limit
    case .characters(let limit): limit
    }
  }
}

/// Scores for rankers that choose one sentence after the other.
enum GreedyOrder {
  /// Falling scores in the order of choice; sentences that were never chosen have 0.
  ///
  /// - Parameter next: The next choice among the sentences that are open; nil for none.
  static func scores(_ context: SentenceContext, _ next: ([Bool]) -> Int?) -> [Double] {
    var scores = [Double](repeating: 0, count: context.count)
    var open = context.table.sentences.map { !$0.terms.isEmpty }
    for step in 0..<min(context.needed, context.count) {
      guard let pick = next(open) else { break }
      open[pick] = false
      scores[pick] = 1 / Double(step + 1)
    }
    return scores
  }
}

import Regression
import SummaryResources
import Warraq

/// Ranks sentences by the share of readers who would choose them: a ridge regression on
/// `SentenceFeatures`, fitted by `SummaryTrainer`, with likeness to the title.
struct FittedSentenceRanker: Sendable {
  /// The ranker whose weights are built in.
  static let shared = FittedSentenceRanker(
    model: LinearModel(
      table: StaticBytes(summary_weights().bytes, count: summary_weights().count).string,
      names: SentenceFeatures.names))

  let model: LinearModel
  /// Raise for a sentence that is like the title. The articles that people have made extracts of
  /// have no titles, so this was set by hand, in the model's unit, the share of readers.
  var title = 0.12

  /// Words below which a sentence says too little to stand in a summary; its score shrinks with
  /// them. Set by hand.
  var leastWords = 5.0

  /// Scores from 0 to 1.
  func scores(_ context: SentenceContext) -> [Double] {
    var row: [Double] = []
    return context.table.sentences.indices.map { index in
      SentenceFeatures.write(index, of: context.table, into: &row)
      let likeness = context.table.sentences[index].similarity(
        to: context.title, weights: context.table.weights)
      let score = min(max(model.value(row) + title * likeness, 0), 1)
      return score * min(Double(context.table.sentences[index].wordCount) / leastWords, 1)
    }
  }

  /// What each feature adds to a sentence's score; the parts sum to it unless it was cut to
  /// 0 or 1 or the sentence has only a few words.
  func reasons(_ index: Int, _ context: SentenceContext) -> [(name: String, value: Double)] {
    var row: [Double] = []
    SentenceFeatures.write(index, of: context.table, into: &row)
    var reasons = zip(model.names, zip(model.coefficients, row)).map { ($0, $1.0 * $1.1) }
    let likeness = context.table.sentences[index].similarity(
      to: context.title, weights: context.table.weights)
    reasons.append(("title", title * likeness))
    reasons.append(("constant", model.intercept))
    return reasons
  }
}

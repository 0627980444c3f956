import Regression
import Warraq

/// Fits the ranker of sentences on articles of which people have made extracts.
public struct SummaryTrainer: Sendable {
  private struct Example {
    let document: Document
    let rows: [(features: [Double], share: Double)]
  }

  /// The penalty on squared coefficients.
  static let penalty = 0.7

  private var examples: [Example] = []

  /// A trainer that has seen nothing.
  public init() {}

  /// Number of articles added.
  public var count: Int { examples.count }

  /// Adds an article that has gone through `words`.
  ///
  /// - Parameter shares: Of the article's sentences, given in order, the share of people that chose
  ///   each, from 0 to 1.
  public mutating func add(_ document: Document, shares: ([String]) -> [Double]) {
    guard let layer = document[.words], let spans = document[.sentences]?.spans else { return }
    let table = SentenceTable(layer, spans, text: document.text)
    let wanted = shares(spans.map { document.text[$0] })
    var rows: [(features: [Double], share: Double)] = []
    for (index, share) in zip(table.sentences.indices, wanted) {
      var row: [Double] = []
      SentenceFeatures.write(index, of: table, into: &row)
      rows.append((row, share))
    }
    examples.append(Example(document: document, rows: rows))
  }

  /// The table of weights fitted on all articles; nil when there are too few.
  public func train() -> String? { Self.fit(examples)?.table }

  /// The summaries of each article, ranked by weights that were fitted on the other folds' articles;
  /// article `n` belongs to fold `n` modulo `folds`.
  ///
  /// - Parameters:
  ///   - sentences: How many sentences at the most; nil for a share of 30 % of the words.
  public func crossValidated(folds: Int, sentences: Int?) -> [String]? {
    var answers = [String](repeating: "", count: examples.count)
    let budget = sentences.map(Budget.sentences) ?? .share(0.3)
    for fold in 0..<folds {
      let others = examples.indices.filter { $0 % folds != fold }.map { examples[$0] }
      guard let model = Self.fit(others) else { return nil }
      for index in stride(from: fold, to: examples.count, by: folds) {
        let document = examples[index].document
        guard let layer = document[.words], let spans = document[.sentences]?.spans else {
          continue
        }
        let table = SentenceTable(layer, spans, text: document.text)
        let scores = FittedSentenceRanker(model: model)
          .scores(SentenceContext(table: table, needed: 0))
        let chosen = SentenceSelector(redundancy: SummarizeStage.redundancy.defaultValue)
          .select(table, scores: scores, budget: budget)
        let repaired = Opening(layer, sentenceCount: spans.count)
          .repaired(chosen, scores: scores, table: table, budget: budget)
        answers[index] = repaired.map { document.text[spans[$0]] }.joined(separator: " ")
      }
    }
    return answers
  }

  /// Each article counts alike, however many sentences it has.
  private static func fit(_ examples: [Example]) -> LinearModel? {
    var rows = TrainingRows(names: SentenceFeatures.names)
    for example in examples {
      for row in example.rows {
        rows.add(row.features, target: row.share, weight: 1 / Double(example.rows.count))
      }
    }
    return Fit.ridge(rows, penalty: penalty)
  }
}

import Regression
import Warraq

/// Fits the ranker of keywords on documents whose keyphrases people have chosen.
public struct KeywordTrainer: Sendable {
  /// The candidates of one document: their features and whether each was chosen.
  private struct Example {
    let document: Document
    let rows: [(features: [Double], isChosen: Bool)]
  }

  /// The penalty on squared coefficients.
  static let penalty = 3.0

  private let background: BackgroundTable
  private var examples: [Example] = []

  /// A trainer that has seen nothing.
  public init(background: BackgroundTable = .shared) { self.background = background }

  /// Number of documents added.
  public var count: Int { examples.count }

  /// Adds a document that has gone through `words`.
  ///
  /// - Parameter isChosen: Whether people chose a phrase, given as it stands in the text.
  public mutating func add(_ document: Document, isChosen: (String) -> Bool) {
    guard let layer = document[.words] else { return }
    let text = TopicText(layer, text: document.text)
    let list = CandidateList(text, maximumWords: KeywordsStage.maximumWords.defaultValue)
    var features = PhraseFeatures(text, background: background)
    var rows: [(features: [Double], isChosen: Bool)] = []
    for item in list.items where item.stands {
      var row: [Double] = []
      features.write(item, of: list, into: &row)
      let places = list.places(of: item)
      let form = KeywordsStage.shownForm(places, in: layer, document.text)
      rows.append((row, isChosen(form)))
    }
    examples.append(Example(document: document, rows: rows))
  }

  /// The table of weights fitted on all documents; nil when there are too few.
  public func train() -> String? { Self.fit(examples)?.table }

  /// The first `top` keywords of each document, ranked by weights that were fitted on the other
  /// folds' documents; document `n` belongs to fold `n` modulo `folds`.
  public func crossValidated(folds: Int, top: Int) -> [[String]]? {
    var answers = [[String]](repeating: [], count: examples.count)
    for fold in 0..<folds {
      let others = examples.indices.filter { $0 % folds != fold }.map { examples[$0] }
      guard let model = Self.fit(others) else { return nil }
      let ranker = FittedRanker(model: model)
      for index in stride(from: fold, to: examples.count, by: folds) {
        let document = examples[index].document
        guard let layer = document[.words] else { continue }
        let context = KeywordContext(
          topics: TopicText(layer, text: document.text), text: document.text, titleStems: [],
          tags: [], background: background,
          maximumWords: KeywordsStage.maximumWords.defaultValue)
        answers[index] = ranker.rank(context, top: top).map {
          KeywordsStage.shownForm($0.places, in: layer, document.text)
        }
      }
    }
    return answers
  }

  private static func fit(_ examples: [Example]) -> LinearModel? {
    var rows = TrainingRows(names: PhraseFeatures.names)
    for example in examples {
      for row in example.rows { rows.add(row.features, target: row.isChosen ? 1 : 0) }
    }
    return Fit.logistic(rows, penalty: penalty)
  }
}

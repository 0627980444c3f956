import ArabicText
import Warraq

/// What a reader asks an article.
struct Query: Sendable {
  /// Weight of the question against the sentence's own score.
  private static let weight = 0.7

  private let stems: Set<ByteKey>

  /// Takes the topic words of a question; nil when there are none.
  init?(_ question: String) {
    stems = Set(ArabicStems.content(of: question).map(ByteKey.init(_:)))
    if stems.isEmpty { return nil }
  }

  /// Scores that put sentences with the question's words first: the share of its words, rarer ones
  /// counting more, joined with the score from 0 to 1 that a sentence has of its own.
  func scores(_ own: [Double], _ table: SentenceTable, _ layer: TokenLayer) -> [Double] {
    var asked = [Bool](repeating: false, count: layer.stemCount)
    for term in layer.terms where stems.contains(ByteKey(term.stem)) {
      asked[term.stemNumber] = true
    }
    let rarity = SentenceRarity(table).values
    func weight(_ stem: Int) -> Double { 0.1 + rarity[stem] }
    let total = asked.indices.reduce(0) { $0 + (asked[$1] ? weight($1) : 0) }
    let highest = max(own.max() ?? 0, 1e-9)
    return table.sentences.enumerated().map { index, sentence in
      let found = sentence.terms.reduce(0) { $0 + (asked[$1.stem] ? weight($1.stem) : 0) }
      let share = total > 0 ? found / total : 0
      return Self.weight * share + (1 - Self.weight) * own[index] / highest
    }
  }
}

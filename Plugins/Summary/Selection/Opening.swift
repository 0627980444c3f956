import ArabicText
import SummaryResources
import Warraq

/// The first sentence of a summary, which must not lean on one that the reader does not see.
struct Opening {
  private static let openers = Set(
    TSVRows(StaticBytes(summary_openers().bytes, count: summary_openers().count))
      .compactMap(\.first))

  private let leans: [Bool]

  /// Looks at the first word of each sentence.
  init(_ layer: TokenLayer, sentenceCount: Int) {
    leans = layer.tokenRanges(sentenceCount: sentenceCount).map { range in
      guard let first = layer.tokens[range].first(where: { $0.kind == .word }) else { return false }
      return Self.leans(layer.terms[first.term])
    }
  }

  /// True for a word that as the first of a sentence leans on the one before.
  static func leans(_ term: TokenLayer.Term) -> Bool { openers.contains(term.folded) }

  /// The choice with another first sentence if that one leans: the one it leans on where it fits,
  /// else the best of those before it; as it is where none fits.
  func repaired(
    _ chosen: [Int], scores: [Double], table: SentenceTable, budget: Budget
  ) -> [Int] {
    guard let first = chosen.first, first > 0, leans[first] else { return chosen }
    var before = (0..<first).filter { !leans[$0] && table.sentences[$0].wordCount > 0 }
    before.sort { (-scores[$0], $0) < (-scores[$1], $1) }
    if let previous = before.firstIndex(of: first - 1) {
      before.insert(before.remove(at: previous), at: 0)
    }
    for other in before {
      let repaired = [other] + chosen.dropFirst()
      if budget.holds(repaired, of: table) { return repaired }
    }
    return chosen
  }
}

import Warraq

/// Keywords of articles against the phrases that people chose.
///
/// Measures of a document, for `surface` (phrases equal as `ScoringText.normalized` words) and
/// `stem` (their light stems) at 5, 10 and 15 keywords: `P`, `R`, `F` and `any`, the share of
/// keywords that at least one person chose; `n` is the number of different keywords.
public struct KeywordEvaluation: Sendable {
  /// How many keywords are looked at.
  public static let ranks = [5, 10, 15]

  /// The measures of each document, in the gold's order.
  public let documents: [(id: String, measures: Measures)]

  /// Compares files of JSON Lines.
  ///
  /// - Parameters:
  ///   - gold: `id` and the list `keyphrases` on each line, most often chosen first.
  ///   - answers: `id` and the list `keywords`, the best first.
  ///   - limit: How many keyphrases are the gold; at least 1.
  ///   - isComplete: Whether every document must be answered; else those without are left out.
  public init(
    gold: String, answers: String, limit: Int = 15, isComplete: Bool = true
  ) throws(EvaluationError) {
    let items = try GoldFile.objects(of: gold)
    let found = try GoldFile.answers(of: answers, for: items, isComplete: isComplete)
    var documents: [(id: String, measures: Measures)] = []
    for item in items {
      guard let answer = found[item.id] else { continue }
      let measures = Self.measures(
        try GoldFile.strings(answer, "keywords", of: answers),
        gold: try GoldFile.strings(item, "keyphrases", of: gold), limit: limit)
      documents.append((item.id, measures))
    }
    self.documents = documents
  }

  /// The means over the documents.
  public var means: Measures { Measures.means(of: documents.map(\.measures)) }

  /// The measures of one document.
  public static func measures(_ keywords: [String], gold: [String], limit: Int = 15) -> Measures {
    var measures = Measures()
    for mode in ["surface", "stem"] {
      let isStemmed = mode == "stem"
      let wanted = Set(forms(Array(gold.prefix(limit)), isStemmed: isStemmed))
      let every = Set(forms(gold, isStemmed: isStemmed))
      let given = forms(keywords, isStemmed: isStemmed)
      for rank in ranks {
        let top = given.prefix(rank)
        let score = PrecisionRecall(
          hits: top.count { wanted.contains($0) }, found: top.count, gold: wanted.count)
        measures.set("\(mode) P@\(rank)", score.precision)
        measures.set("\(mode) R@\(rank)", score.recall)
        measures.set("\(mode) F@\(rank)", score.f1)
        let chosen = top.count { every.contains($0) }
        measures.set("\(mode) any@\(rank)", top.isEmpty ? 0 : Double(chosen) / Double(top.count))
      }
      measures.set("\(mode) n", Double(given.count))
    }
    return measures
  }

  /// A phrase as it is compared.
  public static func form(_ phrase: String, isStemmed: Bool) -> String {
    let words = ScoringText.words(phrase)
    return (isStemmed ? words.map(ScoringText.lightStem) : words).joined(separator: " ")
  }

  private static func forms(_ phrases: [String], isStemmed: Bool) -> [String] {
    var seen: Set<String> = []
    return phrases.map { form($0, isStemmed: isStemmed) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

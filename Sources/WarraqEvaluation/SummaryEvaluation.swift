import Warraq

/// Extracts of articles against those of several people: ROUGE-1, ROUGE-2, ROUGE-L and agreement
/// on sentences.
///
/// Measures of an article: `R1`, `R2`, `RL` with `P`, `R`, `F` are means over the references, with
/// `max` behind those of the best reference; `sentF` is the F1 of the article's sentences found in
/// the summary against those found in each reference; `compression` the share of the article's
/// words; `extractive` the share of the summary's word pairs that the article has; `nsent` a
/// number of sentences; `empty` 1 for a summary without words.
public struct SummaryEvaluation: Sendable {
  /// The measures of each article, in the gold's order.
  public let articles: [(id: String, measures: Measures)]

  /// Compares files of JSON Lines.
  ///
  /// - Parameters:
  ///   - gold: `id`, `text` and the list `summaries` on each line.
  ///   - answers: `id` and `summary`.
  ///   - isComplete: Whether every article must be answered; else those without are left out.
  public init(gold: String, answers: String, isComplete: Bool = true) throws(EvaluationError) {
    let items = try GoldFile.objects(of: gold)
    let found = try GoldFile.answers(of: answers, for: items, isComplete: isComplete)
    var articles: [(id: String, measures: Measures)] = []
    for item in items {
      guard let answer = found[item.id] else { continue }
      let references = try GoldFile.strings(item, "summaries", of: gold)
      guard !references.isEmpty else {
        throw EvaluationError(
          file: gold, line: item.line, problem: "no summary in `summaries`",
          mend: "give one at least")
      }
      let measures = Self.measures(
        try GoldFile.string(answer, "summary", of: answers),
        text: try GoldFile.string(item, "text", of: gold), references: references)
      articles.append((item.id, measures))
    }
    self.articles = articles
  }

  /// The means over the articles.
  public var means: Measures { Measures.means(of: articles.map(\.measures)) }

  /// The measures of one summary; at least one reference.
  public static func measures(_ summary: String, text: String, references: [String]) -> Measures {
    let words = ScoringText.words(summary)
    let referenceWords = references.map(ScoringText.words)
    let article = ScoringText.words(text)
    var measures = Measures()
    for name in ["R1", "R2", "RL"] {
      let each = referenceWords.map { reference in
        switch name {
        case "R1": Rouge.overlap(words, reference, length: 1)
        case "R2": Rouge.overlap(words, reference, length: 2)
        default: Rouge.longestSubsequence(words, reference)
        }
      }
      var best = each.first ?? PrecisionRecall(hits: 0, found: 0, gold: 0)
      for other in each where other.f1 > best.f1 { best = other }
      measures.set(name + "P", each.map(\.precision).mean)
      measures.set(name + "Pmax", best.precision)
      measures.set(name + "R", each.map(\.recall).mean)
      measures.set(name + "Rmax", best.recall)
      measures.set(name + "F", each.map(\.f1).mean)
      measures.set(name + "Fmax", best.f1)
    }
    let sentences = ScoringSentences.split(text).map(ScoringText.words)
    let mine = picked(sentences, by: words)
    let agreements: [Double] = referenceWords.compactMap { reference in
      let theirs = picked(sentences, by: reference)
      guard !theirs.isEmpty else { return nil }
      return PrecisionRecall(
        hits: mine.intersection(theirs).count, found: mine.count, gold: theirs.count
      ).f1
    }
    measures.set("sentF", agreements.mean)
    measures.set(
      "compression", article.isEmpty ? 0 : Double(words.count) / Double(article.count))
    let pairs = Self.pairs(words)
    let known = Set(Self.pairs(article))
    let shared = pairs.count { known.contains($0) }
    measures.set("extractive", pairs.isEmpty ? 1 : Double(shared) / Double(pairs.count))
    measures.set("nsent", Double(mine.count))
    measures.set("empty", words.isEmpty ? 1 : 0)
    return measures
  }

  /// Indices of the sentences that a summary holds, whole or at least half of their word pairs.
  public static func picked(_ sentences: [[String]], by summary: [String]) -> Set<Int> {
    let joined = " " + summary.joined(separator: " ") + " "
    let pairs = Set(pairs(summary))
    var picked: Set<Int> = []
    for (index, sentence) in sentences.enumerated() {
      let own = Self.pairs(sentence)
      let shared = own.count { pairs.contains($0) }
      let isMostlyThere = !own.isEmpty && Double(shared) / Double(own.count) >= 0.5
      if isMostlyThere || joined.contains(" " + sentence.joined(separator: " ") + " ") {
        picked.insert(index)
      }
    }
    return picked
  }

  private static func pairs(_ words: [String]) -> [[String]] {
    zip(words, words.dropFirst()).map { [$0, $1] }
  }
}

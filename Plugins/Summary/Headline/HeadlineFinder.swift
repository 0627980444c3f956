import ArabicText
import SummaryResources
import Warraq

/// Suggests a headline: the clause that says most of the article in few words, as it stands.
struct HeadlineFinder {
  /// The fewest and the most words of a headline.
  private static let length = 4...18
  /// The best sentences are looked at; a headline hardly hides in others.
  private static let sentenceCount = 5
  private static let conjunction = "ان"

  let layer: TokenLayer
  let table: SentenceTable
  let scores: [Double]

  /// The place of the best clause; nil when no clause is neither too short nor too long.
  func headline() -> TextSpan? {
    let ranges = layer.tokenRanges(sentenceCount: table.sentences.count)
    let best = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      .prefix(Self.sentenceCount)
    var found: (span: TextSpan, score: Double)?
    for sentence in best.sorted() {
      for clause in clauses(of: ranges[sentence]) {
        let score = score(clause) + scores[sentence]
        guard score > found?.score ?? -.infinity else { continue }
        let last = layer.tokens[clause.upperBound - 1].span
        found = (TextSpan(layer.tokens[clause.lowerBound].span.start, last.end), score)
      }
    }
    return found?.span
  }

  /// The openings of a sentence, up to each mark in it, that have a fitting length; what only
  /// reports speech is cut off. A clause from the middle would lean on what stands before it.
  private func clauses(of tokens: Range<Int>) -> [Range<Int>] {
    let start = startBehindReport(tokens)
    return (tokens.lowerBound...tokens.upperBound).compactMap { index in
      let isEnd = index == tokens.upperBound || layer.tokens[index].kind == .punctuation
      guard isEnd, index > start, layer.tokens[index - 1].kind != .punctuation else { return nil }
      let words = layer.tokens[start..<index].count { $0.kind != .punctuation }
      return Self.length.contains(words) ? start..<index : nil
    }
  }

  /// `وقال الوزير إن المشروع بدأ` says `المشروع بدأ`.
  private func startBehindReport(_ tokens: Range<Int>) -> Int {
    guard let first = tokens.first, Opening.leans(layer.terms[layer.tokens[first].term]) else {
      return tokens.lowerBound
    }
    let conjunction = tokens.prefix(8).first { index in
      layer.terms[layer.tokens[index].term].folded == Self.conjunction
    }
    return conjunction.map { $0 + 1 } ?? tokens.lowerBound
  }

  private func score(_ clause: Range<Int>) -> Double {
    var seen: Set<Int> = []
    var weight = 0.0
    for index in clause {
      let term = layer.terms[layer.tokens[index].term]
      if !term.isStopWord, seen.insert(term.stemNumber).inserted {
        weight += table.weights[term.stemNumber]
      }
    }
    var score = weight / Double(clause.count + 4)
    if let first = clause.first, Opening.leans(layer.terms[layer.tokens[first].term]) {
      score -= 0.5
    }
    return score
  }
}

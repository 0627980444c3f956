/// Latin spellings of names against those in use.
///
/// Measures: `top1` and `top5`, the share of items of which the first (any of the first five) is a
/// reference; `mrr`, the mean reciprocal rank of the first right one; `fscore`, the mean character
/// F-score of the NEWS shared tasks (Li et al., "Report of NEWS 2009 Machine Transliteration
/// Shared Task", 2009); `cer`, edits over the length of the nearest references; with `w-` in front
/// weighted by the items' counts.
public struct NameEvaluation: Sendable {
  /// Number of items.
  public let itemCount: Int
  /// Number of items without an answer; they are scored as the empty name.
  public let missingCount: Int
  /// The measures of each group, form by form.
  public let groups: [(name: String, forms: [(form: NameForm, measures: Measures)], count: Int)]

  /// Compares files.
  ///
  /// - Parameters:
  ///   - gold: Arabic, Latin spellings joined by `|`, a count or nothing; or Arabic, kind, Latin
  ///     spellings; by tabs.
  ///   - answers: Arabic, the best spelling, the second and so on, by tabs.
  ///   - training: Files whose first column tells which names were seen.
  public init(gold: String, answers: String, training: [String] = []) throws(EvaluationError) {
    let items = try NameGold.items(of: gold)
    let hypotheses = try NameGold.answers(of: answers)
    guard items.contains(where: { hypotheses[$0.arabic] != nil }) else {
      throw EvaluationError(
        file: answers, problem: "none of the gold's names stands in it",
        mend: "write the Arabic in the first column")
    }
    itemCount = items.count
    missingCount = items.count { hypotheses[$0.arabic, default: []].isEmpty }
    var members: [(name: String, indices: [Int])] = [("all", Array(items.indices))]
    for kind in NameGold.kinds {
      members.append((kind, items.indices.filter { items[$0].kind == kind }))
    }
    if !training.isEmpty {
      let seen = try NameGold.names(of: training)
      members.append(("seen", items.indices.filter { seen.contains(items[$0].arabic) }))
      members.append(("unseen", items.indices.filter { !seen.contains(items[$0].arabic) }))
    }
    let scores = NameForm.allCases.map { form in
      items.map { Self.score($0, hypotheses[$0.arabic] ?? [], form) }
    }
    groups = members.filter { !$0.indices.isEmpty }.map { name, indices in
      let forms = zip(NameForm.allCases, scores).map { form, scores in
        (form: form, measures: Self.summary(indices.map { (items[$0], scores[$0]) }))
      }
      return (name, forms, indices.count)
    }
  }

  private struct Score {
    var rank = 0
    var fscore = 0.0
    var edits = 0
    var length = 0
  }

  private static func score(_ item: NameGold.Item, _ answers: [String], _ form: NameForm) -> Score {
    var references = unique(item.references.map(form.of)).filter { !$0.isEmpty }
    if references.isEmpty { references = [""] }
    var candidates = unique(answers.map(form.of))
    if candidates.isEmpty { candidates = [""] }
    var score = Score()
    if let place = candidates.firstIndex(where: references.contains) { score.rank = place + 1 }
    let best = Array(candidates[0].unicodeScalars)
    let known = references.map { Array($0.unicodeScalars) }
    score.fscore = fscore(best, known)
    var nearest: (edits: Int, length: Int)?
    for reference in known {
      let edits = Subsequence.edits(best, reference)
      let isNearer =
        nearest.map {
          edits * $0.length < $0.edits * reference.count || (edits == 0 && $0.edits != 0)
        } ?? true
      if isNearer { nearest = (edits, max(1, reference.count)) }
    }
    score.edits = nearest?.edits ?? 0
    score.length = nearest?.length ?? 1
    return score
  }

  private static func fscore(_ candidate: [Unicode.Scalar], _ references: [[Unicode.Scalar]])
    -> Double
  {
    var best: (distance: Int, fscore: Double)?
    for reference in references {
      let common = Subsequence.length(candidate, reference)
      let letters = candidate.count + reference.count
      let distance = letters - 2 * common
      let fscore = common > 0 ? 2 * Double(common) / Double(letters) : 0
      if best.map({ (distance, -fscore) < ($0.distance, -$0.fscore) }) ?? true {
        best = (distance, fscore)
      }
    }
    return best?.fscore ?? 0
  }

  private static func summary(_ scored: [(item: NameGold.Item, score: Score)]) -> Measures {
    var measures = Measures()
    let count = Double(scored.count)
    func sum(_ value: (Score) -> Double) -> Double { scored.reduce(0) { $0 + value($1.score) } }
    func first(_ score: Score) -> Double { score.rank == 1 ? 1 : 0 }
    func five(_ score: Score) -> Double { (1...5).contains(score.rank) ? 1 : 0 }
    measures.set("top1", sum(first) / count)
    measures.set("top5", sum(five) / count)
    measures.set("mrr", sum { $0.rank > 0 ? 1 / Double($0.rank) : 0 } / count)
    measures.set("fscore", sum(\.fscore) / count)
    measures.set("cer", sum { Double($0.edits) } / sum { Double($0.length) })
    let counts = scored.compactMap { $0.item.count.map(Double.init) }
    guard counts.count == scored.count, !counts.contains(0) else { return measures }
    let total = counts.reduce(0, +)
    func weighted(_ value: (Score) -> Double) -> Double {
      zip(scored, counts).reduce(0) { $0 + value($1.0.score) * $1.1 } / total
    }
    measures.set("w-top1", weighted(first))
    measures.set("w-top5", weighted(five))
    measures.set("w-fscore", weighted(\.fscore))
    return measures
  }

  private static func unique(_ strings: [String]) -> [String] {
    var seen: Set<String> = []
    return strings.filter { seen.insert($0).inserted }
  }
}

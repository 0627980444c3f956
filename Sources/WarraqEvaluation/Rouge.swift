/// ROUGE (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004) of word lists.
public enum Rouge {
  /// Overlap of runs of `length` words, each counted as often as both have it.
  public static func overlap(
    _ summary: [String], _ reference: [String], length: Int
  ) -> PrecisionRecall {
    let left = counts(summary, length)
    let right = counts(reference, length)
    let hits = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
    return PrecisionRecall(
      hits: hits, found: left.values.reduce(0, +), gold: right.values.reduce(0, +))
  }

  /// Longest common subsequence over all words (ROUGE-L of whole texts).
  public static func longestSubsequence(
    _ summary: [String], _ reference: [String]
  ) -> PrecisionRecall {
    PrecisionRecall(
      hits: Subsequence.length(summary, reference), found: summary.count, gold: reference.count)
  }

  private static func counts(_ words: [String], _ length: Int) -> [[String]: Int] {
    var counts: [[String]: Int] = [:]
    guard length > 0, words.count >= length else { return counts }
    for start in 0...(words.count - length) {
      counts[Array(words[start..<start + length]), default: 0] += 1
    }
    return counts
  }
}

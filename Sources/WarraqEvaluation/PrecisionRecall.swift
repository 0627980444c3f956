/// How much of what was found is right, and how much of what is right was found; each from 0 to 1.
public struct PrecisionRecall: Sendable, Hashable {
  /// Share of what was found that is right; 0 when nothing was found.
  public let precision: Double
  /// Share of the gold that was found; 0 when there is no gold.
  public let recall: Double

  /// Counts hits among what was found and what is right.
  public init(hits: Int, found: Int, gold: Int) {
    precision = found > 0 ? Double(hits) / Double(found) : 0
    recall = gold > 0 ? Double(hits) / Double(gold) : 0
  }

  /// The harmonic mean of both; 0 when both are.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}

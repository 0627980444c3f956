import Warraq

/// How much of an article a summary may take.
enum Budget: Sendable, Hashable {
  case sentences(Int)
  /// Share of the body's words, from 0 to 1; at least one sentence.
  case share(Double)
  /// Words at the most; no sentence when even the best is longer.
  case words(Int)
  /// Unicode code points at the most, the spaces between sentences counted.
  case characters(Int)
}

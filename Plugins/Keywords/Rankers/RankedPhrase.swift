/// A phrase with a score; more is better.
struct RankedPhrase {
  let words: Int
  /// The tokens of each place, in order.
  let places: [Range<Int>]
  let score: Double

  /// The order in which phrases are shown: by score, then by place, then the shorter.
  static func precedes(_ left: RankedPhrase, _ right: RankedPhrase) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let (first, second) = (left.places.first?.lowerBound ?? 0, right.places.first?.lowerBound ?? 0)
    return first != second ? first < second : left.words < right.words
  }
}

/// What is kept of a candidate of a word that was met: numbers alone.
struct KnownCandidate: Sendable {
  let traits: RomanCandidate.Traits
  /// The sums of the weights of those features that do not depend on the place.
  let rankBase: Float
  let capitalBase: Float
  /// Where its Latin lies among that of all.
  let latin: Range<Int>
}

/// The candidates of all words that were met, one word's behind another's, in a few blocks of memory.
struct KnownCandidates: Sendable {
  private(set) var all: [KnownCandidate] = []
  private var latin: [UInt8] = []
  /// What the network sees of all words: a row of each, then one of each of its candidates (`NetworkRow`).
  private(set) var views: [UInt8] = []

  /// How much of everything there is.
  struct Extent: Sendable {
    var candidates = 0
    var latin = 0
    var views = 0
  }

  var extent: Extent { Extent(candidates: all.count, latin: latin.count, views: views.count) }

  /// The Latin of a candidate in lower case, UTF-8.
  func latin(of place: Int) -> ArraySlice<UInt8> { latin[all[place].latin] }

  /// Adds the candidates of a word, and what the network sees of it and them, which `appendView` appends.
  mutating func append(_ word: WeighedWord, appendView: (inout [UInt8]) -> Void) -> KnownWord {
    let known = KnownWord(
      start: all.count, count: word.candidates.count, view: views.count, rivals: word.rivals)
    for (candidate, bases) in zip(word.candidates, word.bases) {
      let start = latin.count
      latin += candidate.latin
      all.append(
        KnownCandidate(
          traits: candidate.traits, rankBase: bases.rank, capitalBase: bases.capital,
          latin: start..<latin.count))
    }
    appendView(&views)
    return known
  }

  /// Takes away what was added since there was so much.
  mutating func cut(to extent: Extent) {
    all.removeLast(all.count - extent.candidates)
    latin.removeLast(latin.count - extent.latin)
    views.removeLast(views.count - extent.views)
  }
}

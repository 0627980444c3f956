import RomanizationKernel

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

  /// Has the memory fetched in which a word's first candidate lies, and what the network sees of the word.
  func fetch(_ word: KnownWord) {
    all.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress, word.start < all.count else { return }
      let first = UnsafeRawPointer(base + word.start)
      memory_fetch(first)
      memory_fetch(first + MemoryLayout<KnownCandidate>.stride - 1)
    }
    views.withUnsafeBufferPointer { views in
      guard let base = views.baseAddress, word.view < views.count else { return }
      memory_fetch(base + word.view)
    }
  }

  /// Adds the candidates of a word, and what the network sees of it and them, which `appendView` appends.
  mutating func append(_ word: WeighedWord, appendView: (inout [UInt8]) -> Void) -> KnownWord {
    let known = KnownWord(
      start: all.count, count: word.candidates.count, view: views.count, rivals: word.rivals)
    // By places: handing a candidate about counts references.
    for place in word.candidates.indices {
      let start = latin.count
      latin += word.candidates[place].latin
      all.append(
        KnownCandidate(
          traits: word.candidates[place].traits, rankBase: word.bases[place].rank,
          capitalBase: word.bases[place].capital,
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

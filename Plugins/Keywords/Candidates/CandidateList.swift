import Warraq

/// The phrases of a document that may be keywords, each with its places. Places lie in one list, so that
/// the hundreds of phrases that are never chosen cost no memory of their own.
struct CandidateList {
  /// One phrase: a sequence of stems.
  struct Item {
    let words: Int
    /// The tokens of its first place.
    let first: Range<Int>
    /// Number of places.
    fileprivate(set) var count = 0
    /// Number of places that begin a run of topic words, and of those that end one.
    fileprivate(set) var leftEdges = 0
    fileprivate(set) var rightEdges = 0
    /// Its first and its last place in the list.
    fileprivate var head: Int32 = -1
    fileprivate var tail: Int32 = -1

    /// True when the phrase may be more than words that met by chance: it returns, or an edge of a
    /// run holds it.
    var stands: Bool {
      if words == 1 || count > 1 { return true }
      return words == 2 ? leftEdges + rightEdges > 0 : leftEdges > 0 && rightEdges > 0
    }
  }

  private(set) var items: [Item] = []
  /// For each place its first token and the next place of the same phrase; -1 for none.
  private var starts: [Int32] = []
  private var following: [Int32] = []

  init(_ text: TopicText, maximumWords: Int) {
    // A phrase is known by the phrase without its last word and that word's stem.
    var numbers: [UInt64: Int] = [:]
    var single = [Int32](repeating: -1, count: text.stemCount)
    var items: [Item] = []
    var starts: [Int32] = []
    var following: [Int32] = []
    starts.reserveCapacity(text.count * 2)
    following.reserveCapacity(text.count * 2)
    text.forEachRun { run in
      for first in run {
        var parent = 0
        for last in first..<min(first + maximumWords, run.upperBound) {
          let stem = text.stem(last)
          let item: Int
          if last == first {
            item = single[stem] >= 0 ? Int(single[stem]) : items.count
            single[stem] = Int32(truncatingIfNeeded: item)
          } else {
            let key = UInt64(parent) << 32 | UInt64(stem)
            item = numbers[key] ?? items.count
            if item == items.count { numbers[key] = item }
          }
          if item == items.count {
            items.append(Item(words: last - first + 1, first: first..<last + 1))
          }
          let place = Int32(truncatingIfNeeded: starts.count)
          starts.append(Int32(truncatingIfNeeded: first))
          following.append(-1)
          if items[item].count == 0 {
            items[item].head = place
          } else {
            following[Int(items[item].tail)] = place
          }
          items[item].tail = place
          items[item].count += 1
          if first == run.lowerBound { items[item].leftEdges += 1 }
          if last + 1 == run.upperBound { items[item].rightEdges += 1 }
          parent = item
        }
      }
    }
    self.items = items
    self.starts = starts
    self.following = following
  }

  /// Calls `body` with the first token of each place of a phrase, in order.
  func forEachStart(of item: Item, _ body: (Int) -> Void) {
    var place = item.head
    while place >= 0 {
      body(Int(starts[Int(place)]))
      place = following[Int(place)]
    }
  }

  /// The tokens of each place of a phrase, in order.
  func places(of item: Item) -> [Range<Int>] {
    var places: [Range<Int>] = []
    places.reserveCapacity(item.count)
    forEachStart(of: item) { places.append($0..<$0 + item.words) }
    return places
  }
}

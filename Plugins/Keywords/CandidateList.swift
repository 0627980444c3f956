import Warraq

/// The phrases of a document that may be keywords, each with its places. Places lie in one list, so that
/// the hundreds of phrases that are never chosen cost no memory of their own.
struct CandidateList {
  /// One phrase.
  struct Item {
    let words: Int
    /// The tokens of its first place.
    let first: Range<Int>
    /// Number of places.
    fileprivate(set) var count = 1
    var score = 0.0
    /// Its first and its last place in the list.
    fileprivate let head: Int
    fileprivate var tail: Int
  }

  var items: [Item] = []
  /// For each place its first token and the next place of the same phrase; -1 for none.
  private var starts: [Int32] = []
  private var following: [Int32] = []

  init(_ layer: TokenLayer, text: Text, maximumWords: Int) {
    var numbers: [UInt64: Int] = [:]
    var items: [Item] = []
    var starts: [Int32] = []
    var following: [Int32] = []
    CandidateFinder(layer: layer, text: text).forEach { range in
      guard range.count <= maximumWords else { return }
      // Three numbers of 21 bits each name a phrase; 0 stands for no word.
      var number: UInt64 = 0
      for index in range {
        let stem = layer.terms[layer.tokens[index].term].stemNumber
        number = number << 21 | UInt64(min(stem, (1 << 21) - 2) + 1)
      }
      let place = starts.count
      starts.append(Int32(truncatingIfNeeded: range.lowerBound))
      following.append(-1)
      if let index = numbers[number] {
        following[items[index].tail] = Int32(truncatingIfNeeded: place)
        items[index].tail = place
        items[index].count += 1
      } else {
        numbers[number] = items.count
        items.append(Item(words: range.count, first: range, head: place, tail: place))
      }
    }
    self.items = items
    self.starts = starts
    self.following = following
  }

  /// The tokens of each place of a phrase, in order.
  func places(of item: Item) -> [Range<Int>] {
    var places: [Range<Int>] = []
    places.reserveCapacity(item.count)
    var place = item.head
    while place >= 0 {
      let start = Int(starts[place])
      places.append(start..<start + item.words)
      place = Int(following[place])
    }
    return places
  }
}

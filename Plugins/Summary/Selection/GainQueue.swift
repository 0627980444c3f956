/// Sentences by what they would add, the most first; of equals the earlier (a binary heap).
struct GainQueue {
  /// A sentence and what it would add, as far as was known when it was put in.
  struct Entry {
    let index: Int
    let gain: Double

    fileprivate func precedes(_ other: Entry) -> Bool {
      gain != other.gain ? gain > other.gain : index < other.index
    }
  }

  private var entries: [Entry] = []

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.precedes($1) }
  }

  /// Takes the first entry out.
  mutating func pop() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty {
      entries[0] = last
      sink()
    }
    return first
  }

  /// Puts an entry in.
  mutating func push(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].precedes(entries[parent]) else { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count {
        if entries[child].precedes(entries[best]) { best = child }
      }
      if best == parent { break }
      entries.swapAt(parent, best)
      parent = best
    }
  }
}

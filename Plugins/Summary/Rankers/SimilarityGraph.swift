/// Which sentences of a document are like which, and by how much.
///
/// Only pairs that share a word are looked at, words that stand in very many sentences tell nothing
/// and are passed over, and each sentence keeps its nearest: time and memory grow with the text,
/// not with its square.
struct SimilarityGraph {
  /// Neighbours kept for each sentence.
  static let kept = 50
  /// Sentences with a word from which on it links none.
  static let commonest = 500

  /// For each sentence its neighbours in order and the weight of each.
  let links: [[(sentence: Int, weight: Double)]]

  /// - Parameter similarity: The likeness of two sentences, at most 1 and 0 for none.
  init(_ table: SentenceTable, similarity: (Int, Int) -> Double) {
    var postings = [[Int32]](repeating: [], count: table.frequencies.count)
    for (index, sentence) in table.sentences.enumerated() {
      for entry in sentence.terms where postings[entry.stem].count <= Self.commonest {
        postings[entry.stem].append(Int32(truncatingIfNeeded: index))
      }
    }
    var links: [[(sentence: Int, weight: Double)]] = []
    links.reserveCapacity(table.sentences.count)
    var seen = [Int32](repeating: -1, count: table.sentences.count)
    for (index, sentence) in table.sentences.enumerated() {
      var own: [(sentence: Int, weight: Double)] = []
      for entry in sentence.terms where postings[entry.stem].count <= Self.commonest {
        for other in postings[entry.stem] where Int(other) != index && seen[Int(other)] != index {
          seen[Int(other)] = Int32(truncatingIfNeeded: index)
          let weight = similarity(index, Int(other))
          if weight > 0 { own.append((Int(other), weight)) }
        }
      }
      if own.count > Self.kept {
        own.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.sentence < $1.sentence }
        own.removeLast(own.count - Self.kept)
      }
      own.sort { $0.sentence < $1.sentence }
      links.append(own)
    }
    self.links = links
  }

  /// PageRank (Brin and Page, 1998) over the links, each sentence's votes shared out by weight; the
  /// ranks sum to 1.
  func pageRank(damping: Double = 0.85) -> [Double] {
    let count = links.count
    guard count > 0 else { return [] }
    let totals = links.map { $0.reduce(0) { $0 + $1.weight } }
    var ranks = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<100 {
      var next = [Double](repeating: 0, count: count)
      var loose = 0.0
      for index in 0..<count {
        guard totals[index] > 0 else {
          loose += ranks[index]
          continue
        }
        for link in links[index] {
          next[link.sentence] += ranks[index] * link.weight / totals[index]
        }
      }
      var change = 0.0
      for index in 0..<count {
        next[index] = (1 - damping + damping * loose) / Double(count) + damping * next[index]
        change += abs(next[index] - ranks[index])
      }
      ranks = next
      if change < 1e-6 { break }
    }
    return ranks
  }
}

/// The sentences that may be like one.
///
/// In a long document only those that share a word which not too many have, and those that have the
/// same words throughout: all pairs would be too many.
struct Neighbours {
  /// Sentences up to which all are looked at.
  private static let few = 256
  /// Sentences with a stem from which on sharing it alone makes no two alike.
  private static let commonest = 5000

  private let table: SentenceTable
  private var holders: [[Int32]] = []
  private var equals: [Int: [Int32]] = [:]

  init(_ table: SentenceTable) {
    self.table = table
    guard table.sentences.count > Self.few else { return }
    holders = [[Int32]](repeating: [], count: table.frequencies.count)
    for (index, sentence) in table.sentences.enumerated() {
      let number = Int32(truncatingIfNeeded: index)
      equals[Self.hash(sentence), default: []].append(number)
      for entry in sentence.terms where holders[entry.stem].count <= Self.commonest {
        holders[entry.stem].append(number)
      }
    }
  }

  /// Calls `body` with each of them, some more than once.
  func forEach(of index: Int, _ body: (Int) -> Void) {
    if holders.isEmpty { return table.sentences.indices.forEach(body) }
    for other in equals[Self.hash(table.sentences[index])] ?? [] { body(Int(other)) }
    for entry in table.sentences[index].terms {
      let others = holders[entry.stem]
      if others.count <= Self.commonest { others.forEach { body(Int($0)) } }
    }
  }

  private static func hash(_ sentence: SentenceFacts) -> Int {
    // The same in every run, unlike Swift's own.
    sentence.terms.reduce(sentence.terms.count) { hash, entry in
      (hash &* 31 &+ entry.stem) &* 31 &+ entry.count
    }
  }
}

/// Where a memory keeps what is known of a word wherever it stands (`CandidateMemory`): numbers alone, which lines hand
/// about without counting references.
struct KnownWord: Sendable {
  /// The place of the first of its candidates among all.
  let start: Int
  /// How many it has; 0 for a word that is not Arabic.
  let count: Int
  /// Where the rows begin by which the network sees the word and each candidate.
  let view: Int
  /// The weight of the word's candidates that have no chance, as a multiple of its best one's.
  let rivals: Float

  /// What is known of a word that is not Arabic.
  static let none = KnownWord(start: 0, count: 0, view: 0, rivals: 0)

  var isEmpty: Bool { count == 0 }
  /// The places of its candidates among all.
  var candidates: Range<Int> { start..<start + count }

  /// Where the row of a candidate begins.
  func view(of place: Int) -> Int { view + (place + 1) * NetworkRow.size }
}

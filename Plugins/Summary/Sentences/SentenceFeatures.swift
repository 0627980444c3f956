#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What can be told of a sentence before it is ranked.
enum SentenceFeatures {
  /// The features' names, in order of their values.
  static let names = [
    "place", "first", "second", "last", "length", "relative length", "full length",
    "term weight", "quotation", "question",
  ]

  /// Words from which on a sentence is long enough to say all it may.
  private static let fullLength = 40.0

  /// Words below which sentences are too rare in what weights are fitted on to be told apart.
  private static let leastLength = 6.0

  /// Writes the features of a sentence into `row`, one for each name.
  static func write(_ index: Int, of table: SentenceTable, into row: inout [Double]) {
    let sentence = table.sentences[index]
    let count = table.sentences.count
    let words = Double(sentence.wordCount)
    let weight = sentence.terms.reduce(0) {
      $0 + Double($1.count) * table.weights[$1.stem]
    }
    let terms = sentence.terms.reduce(0) { $0 + $1.count }
    row.removeAll(keepingCapacity: true)
    row.append(1 - Double(index) / Double(max(count - 1, 1)))
    row.append(index == 0 ? 1 : 0)
    row.append(index == 1 ? 1 : 0)
    row.append(index == count - 1 && count > 3 ? 1 : 0)
    row.append(log(1 + max(words, leastLength)))
    row.append(words * Double(count) / Double(max(table.wordCount, 1)))
    row.append(min(words, fullLength) / fullLength)
    row.append(weight / Double(terms + 3))
    row.append(sentence.hasQuote ? 1 : 0)
    row.append(sentence.isQuestion ? 1 : 0)
  }
}

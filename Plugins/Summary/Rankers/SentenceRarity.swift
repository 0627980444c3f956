#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How rare words are among the sentences of a document.
struct SentenceRarity {
  /// Logarithm of the sentences over those with the stem, by stem number.
  let values: [Double]

  init(_ table: SentenceTable) {
    var holders = [Int](repeating: 0, count: table.frequencies.count)
    for sentence in table.sentences {
      for entry in sentence.terms { holders[entry.stem] += 1 }
    }
    let count = Double(table.sentences.count)
    values = holders.map { $0 > 0 ? log(count / Double($0)) : 0 }
  }
}

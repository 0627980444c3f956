#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// TextRank for sentences (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", 2004): the
/// PageRank of sentences linked by the words they share over the logarithms of their lengths.
struct SentenceTextRank {
  func scores(_ context: SentenceContext) -> [Double] {
    let sentences = context.table.sentences
    return SimilarityGraph(context.table) { first, second in
      let lengths =
        log(Double(max(sentences[first].wordCount, 1)))
        + log(Double(max(sentences[second].wordCount, 1)))
      guard lengths > 0 else { return 0 }
      return Double(shared(sentences[first], sentences[second])) / lengths
    }.pageRank()
  }

  private func shared(_ first: SentenceFacts, _ second: SentenceFacts) -> Int {
    var left = 0
    var right = 0
    var count = 0
    while left < first.terms.count, right < second.terms.count {
      let (one, other) = (first.terms[left].stem, second.terms[right].stem)
      if one == other { count += 1 }
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    return count
  }
}

import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Frequency here times rarity in the background (Spärck Jones, "A statistical interpretation of
/// term specificity", 1972), over phrases of one to three words.
struct TFIDFRanker {
  func rank(_ context: KeywordContext, top: Int) -> [RankedPhrase] {
    let list = CandidateList(
      context.topics, maximumWords: min(context.maximumWords, BackgroundTable.maximumWords))
    let total = Double(context.background.documentCount)
    var key: [UInt8] = []
    let ranked = list.items.map { item in
      context.topics.writeKey(of: item.first, into: &key)
      let known =
        item.words == 1
        ? context.background.word(key[...]).documents
        : context.background.documents(withPhrase: key)
      let rarity = log((total + 1) / (Double(known) + 1))
      return RankedPhrase(
        words: item.words, places: list.places(of: item), score: Double(item.count) * rarity)
    }.sorted(by: RankedPhrase.precedes)
    return PhraseSelector().select(ranked.count, top: top) { ranked[$0] }
  }
}

import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// KP-Miner (El-Beltagy and Rafea, "KP-Miner: A keyphrase extraction system for English and Arabic
/// documents", 2009): phrases that return and stand early, TF-IDF with a boost for phrases of
/// several words.
struct KPMinerRanker {
  /// Places that a phrase must have; fewer when the document is too short for any to have them.
  var leastPlaces = 3
  /// Words behind which a phrase that first stands there is no candidate.
  var cutoff = 400
  /// The paper's constants of the boost.
  var alpha = 2.3
  var sigma = 3.0

  func rank(_ context: KeywordContext, top: Int) -> [RankedPhrase] {
    let list = CandidateList(context.topics, maximumWords: context.maximumWords)
    let early = list.items.filter { $0.first.lowerBound < cutoff }
    let least = min(leastPlaces, early.map(\.count).max() ?? 1)
    let candidates = early.filter { $0.count >= least }
    let phraseCount = candidates.reduce(0) { $0 + ($1.words > 1 ? $1.count : 0) }
    let allCount = candidates.reduce(0) { $0 + $1.count }
    let boost =
      phraseCount > 0 ? min(sigma, Double(allCount) / (Double(phraseCount) * alpha)) : 1
    let total = Double(context.background.documentCount)
    var key: [UInt8] = []
    let ranked = candidates.map { item in
      context.topics.writeKey(of: item.first, into: &key)
      // The paper takes a phrase of several words for one that no other document has.
      let known = item.words == 1 ? Double(context.background.word(key[...]).documents) : 0
      let rarity = log2((total + 1) / (known + 1))
      let score = Double(item.count) * rarity * (item.words > 1 ? max(boost, 1) : 1)
      return RankedPhrase(words: item.words, places: list.places(of: item), score: score)
    }.sorted(by: RankedPhrase.precedes)
    return PhraseSelector(holding: 2).select(ranked.count, top: top) { ranked[$0] }
  }
}

import KeywordsResources
import Regression
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ranks phrases by the chance that a reader would choose them: a logistic regression on
/// `PhraseFeatures`, fitted by `KeywordTrainer`, with raises for words of the title and for the
/// publisher's tags.
struct FittedRanker: Sendable {
  /// The ranker whose weights are built in.
  static let shared = FittedRanker(
    model: LinearModel(
      table: StaticBytes(keywords_weights().bytes, count: keywords_weights().count).string,
      names: PhraseFeatures.names))

  let model: LinearModel
  /// Raise for a phrase all of whose words stand in the title, and for one that is a tag. The sets
  /// that people have chosen phrases for have neither, so these were set by hand, in the model's
  /// unit, the logarithm of odds.
  var title = 0.8
  var tag = 7.0

  func rank(_ context: KeywordContext, top: Int) -> [RankedPhrase] {
    let list = CandidateList(context.topics, maximumWords: context.maximumWords)
    let scores = scores(list, context)
    var order = list.items.indices
      .filter { list.items[$0].stands && isWhole(list.items[$0], of: list, context.topics) }
      .map { (odds: scores[$0], item: $0) }
    order.sort { $0.odds != $1.odds ? $0.odds > $1.odds : $0.item < $1.item }
    let selector = PhraseSelector(holding: 2)
    return selector.select(order.count, top: top) { rank in
      let item = list.items[order[rank].item]
      return RankedPhrase(
        words: item.words, places: list.places(of: item), score: 1 / (1 + exp(-order[rank].odds)))
    }
  }

  /// Whether a phrase is whole in one of its places.
  private func isWhole(
    _ item: CandidateList.Item, of list: CandidateList, _ topics: TopicText
  ) -> Bool {
    topics.isWhole(item.first) || list.places(of: item).contains(where: topics.isWhole)
  }

  private func scores(_ list: CandidateList, _ context: KeywordContext) -> [Double] {
    let text = context.topics
    var features = PhraseFeatures(text, background: context.background)
    let isInTitle =
      context.titleStems.isEmpty
      ? []
      : (0..<text.stemCount).map { stem in
        context.titleStems.contains(ByteKey(String(decoding: text.stemUTF8(stem), as: UTF8.self)))
      }
    var row: [Double] = []
    var key: [UInt8] = []
    return list.items.map { item in
      guard item.stands else { return -.infinity }
      features.write(item, of: list, into: &row)
      var odds = model.value(row)
      if !isInTitle.isEmpty {
        let words = item.first.count { isInTitle[text.stem($0)] }
        odds += title * Double(words) / Double(item.words)
      }
      if !context.tags.isEmpty {
        text.writeKey(of: item.first, into: &key)
        if context.tags.contains(key) { odds += tag }
      }
      return odds
    }
  }
}

import Warraq

/// What rankers are given of a document.
struct KeywordContext {
  let topics: TopicText
  let text: Text
  /// The stems of the title's topic words.
  let titleStems: Set<ByteKey>
  /// The publisher's own tags as keys of phrases.
  let tags: Set<[UInt8]>
  let background: BackgroundTable
  /// Words of the longest phrase.
  let maximumWords: Int

  var layer: TokenLayer { topics.layer }
}

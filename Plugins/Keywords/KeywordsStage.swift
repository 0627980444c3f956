import ArabicText
import Warraq

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The stage `keywords`: the phrases that tell what the article is about.
public struct KeywordsStage: Stage {
  static let top = StageOption("top", default: 10, in: 1...1000, "How many keywords at the most.")
  static let maximumWords = StageOption(
    "max-words", default: 5, in: 1...5, "Words of the longest phrase.")
  static let ranker = StageOption(
    "ranker", default: KeywordRanking.warraq,
    "How phrases are ranked: by weights fitted on people's choices, or as published under the name."
  )
  static let background = StageOption(
    "background", default: "",
    "A table of `warraq corpus background` to use instead of the built-in one, by its path.")

  public static let descriptor = StageDescriptor(
    id: "keywords",
    summary: "Rank phrases of one to five words by what they are here and in a background corpus.",
    options: stageOptions(top, maximumWords, ranker, background),
    requires: ["words"], uses: ["structure"],
    provides: [.layer(.keywords)])

  private let top: Int
  private let maximumWords: Int
  private let ranking: KeywordRanking
  private let table: BackgroundTable

  public init(options: OptionValues) throws(OptionError) {
    top = options[Self.top]
    maximumWords = options[Self.maximumWords]
    ranking = options[Self.ranker]
    let path = options[Self.background]
    table = path.isEmpty ? .shared : try Self.table(at: path)
  }

  private static func table(at path: String) throws(OptionError) -> BackgroundTable {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw OptionError(
        option: background.name, problem: "`\(path)` cannot be read", mend: "check the path")
    }
    let table = BackgroundTable(StaticBytes(keeping: Array(data)))
    guard table.isReadable else {
      throw OptionError(
        option: background.name, problem: "`\(path)` is no background table",
        mend: "make one with `warraq corpus background`")
    }
    return table
  }

  public func process(_ document: inout Document) throws(StageError) {
    let layer = try document.required(.words)
    let context = KeywordContext(
      topics: TopicText(layer, text: document.text), text: document.text,
      titleStems: titleStems(of: document),
      tags: tagKeys(of: document), background: table, maximumWords: maximumWords)
    let phrases = ranking.rank(context, top: top)
    let best = phrases.first?.score ?? 1
    let keywords = phrases.map { phrase in
      let spans = Self.spans(phrase.places, in: layer, document.text)
      return KeywordLayer.Keyword(
        text: Self.commonest(spans, in: document.text),
        score: best > 0 ? min(max(0, phrase.score / best), 1) : 0, spans: spans)
    }
    try document.add(KeywordLayer(keywords: keywords), as: .keywords)
  }

  private func titleStems(of document: Document) -> Set<ByteKey> {
    Set((document.title.map(ArabicStems.content(of:)) ?? []).map(ByteKey.init(_:)))
  }

  /// The publisher's own tags as keys of phrases.
  private func tagKeys(of document: Document) -> Set<[UInt8]> {
    let tags = document[.structure]?.tags ?? []
    return Set(
      tags.map { tag in
        Array(ArabicStems.content(of: document.text[tag]).joined(separator: " ").utf8)
      })
  }

  /// The form of a phrase that most of its places show; of equals the shortest, then the first.
  static func shownForm(_ places: [Range<Int>], in layer: TokenLayer, _ text: Text) -> String {
    commonest(spans(places, in: layer, text), in: text)
  }

  /// The places of a phrase, proclitics such as و and ل at its start left out where they are
  /// letters of their own in the source.
  private static func spans(
    _ places: [Range<Int>], in layer: TokenLayer, _ text: Text
  ) -> [TextSpan] {
    places.map { tokens in
      let first = layer.tokens[tokens.lowerBound]
      let end = layer.tokens[tokens.upperBound - 1].span.end
      let start = Proclitics.shownStart(of: first.span, term: layer.terms[first.term], in: text)
      return TextSpan(start, end)
    }
  }

  private static func commonest(_ spans: [TextSpan], in text: Text) -> String {
    var counts: [(form: String, count: Int)] = []
    for span in spans {
      let form = text[span]
      if let index = counts.firstIndex(where: { $0.form == form }) {
        counts[index].count += 1
      } else {
        counts.append((form, 1))
      }
    }
    var best = counts.first
    for entry in counts.dropFirst() {
      guard let current = best else { break }
      let isShorter = entry.form.utf8.count < current.form.utf8.count
      if entry.count > current.count || (entry.count == current.count && isShorter) {
        best = entry
      }
    }
    return best?.form ?? ""
  }
}

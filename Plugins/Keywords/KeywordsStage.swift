import ArabicText
import Warraq

/// The stage `keywords`: the phrases that tell what the article is about.
public struct KeywordsStage: Stage {
  static let top = StageOption("top", default: 10, in: 1...1000, "How many keywords at the most.")
  static let maximumWords = StageOption(
    "max-words", default: 3, in: 1...3, "Words of the longest phrase.")

  public static let descriptor = StageDescriptor(
    id: "keywords",
    summary: "Rank phrases of one to three words by frequency here against a background corpus.",
    options: stageOptions(top, maximumWords),
    requires: ["words"], uses: ["structure"],
    provides: [.layer(.keywords)])

  private let top: Int
  private let maximumWords: Int

  public init(options: OptionValues) throws(OptionError) {
    top = options[Self.top]
    maximumWords = options[Self.maximumWords]
  }

  public func process(_ document: inout Document) throws(StageError) {
    let layer = try document.required(.words)
    let phrases = KeywordRanker(background: .shared).rank(
      layer, text: document.text, titleStems: titleStems(of: document),
      tags: tagKeys(of: document), maximumWords: maximumWords, top: top)
    let best = phrases.first?.score ?? 1
    let keywords = phrases.map { phrase in
      let spans = phrase.places.map { span(of: $0, in: layer, document) }
      return KeywordLayer.Keyword(
        text: shownForm(spans, in: document.text),
        score: best > 0 ? max(0, phrase.score / best) : 0, spans: spans)
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

  /// The place of a phrase, proclitics such as و and ل at its start left out where they are
  /// letters of their own in the source.
  private func span(of tokens: Range<Int>, in layer: TokenLayer, _ document: Document) -> TextSpan {
    let first = layer.tokens[tokens.lowerBound]
    let end = layer.tokens[tokens.upperBound - 1].span.end
    let term = layer.terms[first.term]
    let cut = Proclitics.shownStart(of: first.span, term: term, in: document.text)
    return TextSpan(cut, end)
  }

  /// The form that most places show; of equals the shortest, then the first.
  private func shownForm(_ spans: [TextSpan], in text: Text) -> String {
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

import ICUText
import Warraq

/// The stage `sentences`: splits the body into sentences.
public struct SentencesStage: Stage {
  static let abbreviations = StageOption<[String]>(
    "abbreviations", default: [],
    "Further abbreviations that a full stop may follow inside a sentence.")
  static let locale = StageOption(
    "locale", default: "ar", "Locale of ICU's sentence rules.")
  static let unpunctuated = StageOption(
    "unpunctuated", default: false,
    "Also split before words that open a sentence (وقال, وأضاف, من جهته): for text without stops.")
  static let maximumWords = StageOption(
    "max-words", default: 0, in: 0...100_000,
    "Cut sentences of more words than this at the best clause boundary; 0 leaves them whole.")

  public static let descriptor = StageDescriptor(
    id: "sentences",
    summary: "Split the body into sentences: ICU's rules with Arabic corrections.",
    options: stageOptions(abbreviations, locale, unpunctuated, maximumWords),
    uses: ["structure"],
    provides: [.layer(.sentences)])

  private let splitter: SentenceSplitter

  public init(options: OptionValues) throws(OptionError) {
    splitter = SentenceSplitter(
      locale: options[Self.locale], abbreviations: options[Self.abbreviations],
      splitsDiscourse: options[Self.unpunctuated], longest: options[Self.maximumWords])
  }

  public func process(_ document: inout Document) throws(StageError) {
    let view = document.view
    var spans: [TextSpan] = []
    for body in document.bodySpans {
      do {
        for sentence in try splitter.sentences(in: view.text, view.viewSpan(of: body)) {
          spans.append(view.sourceSpan(of: sentence))
        }
      } catch {
        throw StageError(error.description)
      }
    }
    try document.add(SentenceLayer(spans: spans), as: .sentences)
  }
}

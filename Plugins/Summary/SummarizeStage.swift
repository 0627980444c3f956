import ArabicText
import Warraq

/// The stage `summarize`: an extract of the article's own sentences.
public struct SummarizeStage: Stage {
  static let sentences = StageOption(
    "sentences", default: 3, in: 0...10_000, "How many sentences at the most.")
  static let share = StageOption(
    "share", default: 0.3, in: 0...1, "Share of the body's words, instead of a number of sentences."
  )
  static let words = StageOption(
    "words", default: 100, in: 0...1_000_000, "Words at the most, instead of a number of sentences."
  )
  static let characters = StageOption(
    "chars", default: 500, in: 0...10_000_000,
    "Unicode code points at the most, instead of a number of sentences.")
  static let redundancy = StageOption(
    "redundancy", default: 0.35, in: 0...1,
    "How much likeness to a chosen sentence counts against one.")

  public static let descriptor = StageDescriptor(
    id: "summarize",
    summary: "Choose the sentences that tell most, by position, title, terms and centrality.",
    options: stageOptions(sentences, share, words, characters, redundancy),
    requires: ["sentences", "words"], uses: ["structure"],
    provides: [.layer(.summary)])

  private let budget: Budget
  private let selector: SentenceSelector

  public init(options: OptionValues) throws(OptionError) {
    var budgets: [(name: String, budget: Budget)] = []
    if options.isGiven(Self.sentences) {
      budgets.append(("sentences", .sentences(options[Self.sentences])))
    }
    if options.isGiven(Self.share) { budgets.append(("share", .share(options[Self.share]))) }
    if options.isGiven(Self.words) { budgets.append(("words", .words(options[Self.words]))) }
    if options.isGiven(Self.characters) {
      budgets.append(("chars", .characters(options[Self.characters])))
    }
    if budgets.count > 1 {
      throw OptionError(
        option: budgets[1].name, problem: "`\(budgets[0].name)` is given too",
        mend: "keep one of them")
    }
    budget = budgets.first?.budget ?? .sentences(Self.sentences.defaultValue)
    selector = SentenceSelector(redundancy: options[Self.redundancy])
  }

  public func process(_ document: inout Document) throws(StageError) {
    let spans = try document.required(.sentences).spans
    let words = try document.required(.words)
    let table = SentenceTable(words, spans, text: document.text)
    let title = table.features(ofStems: titleStems(of: document), in: words)
    let scores = SentenceRanker().scores(table, title: title)
    let chosen = selector.select(table, scores: scores, budget: budget)
    let summary = SummaryLayer(
      sentences: chosen, spans: chosen.map { spans[$0] }, scores: chosen.map { scores[$0] })
    try document.add(summary, as: .summary)
  }

  private func titleStems(of document: Document) -> [String] {
    guard let title = document.title else { return [] }
    return ArabicStems.content(of: title)
  }
}

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
    "redundancy", default: 0.02, in: 0...1,
    "How much likeness to a chosen sentence counts against one.")
  static let ranker = StageOption(
    "ranker", default: SentenceRanking.warraq,
    "How sentences are ranked: by weights fitted on people's extracts, or as published under the name."
  )
  static let query = StageOption(
    "query", default: "", "Words that the summary should be about.")
  static let explain = StageOption(
    "explain", default: false, "Tell what each chosen sentence's score is made of.")
  static let headline = StageOption(
    "headline", default: false, "Also suggest a headline: the clause that says most in few words.")

  public static let descriptor = StageDescriptor(
    id: "summarize",
    summary: "Choose the sentences that tell most, by place, length, terms, title or a query.",
    options: stageOptions(
      sentences, share, words, characters, redundancy, ranker, query, explain, headline),
    requires: ["sentences", "words"], uses: ["structure"],
    provides: [.layer(.summary)])

  private let budget: Budget
  private let ranking: SentenceRanking
  private let selector: SentenceSelector
  private let query: Query?
  private let explains: Bool
  private let suggestsHeadline: Bool

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
    ranking = options[Self.ranker]
    query = Query(options[Self.query])
    explains = options[Self.explain]
    suggestsHeadline = options[Self.headline]
    // The published rankers choose by their scores alone, unless the user asks for more.
    let isPlain = ranking != .warraq && !options.isGiven(Self.redundancy)
    selector =
      isPlain
      ? SentenceSelector(redundancy: 0, repetition: 2)
      : SentenceSelector(redundancy: options[Self.redundancy])
  }

  public func process(_ document: inout Document) throws(StageError) {
    let spans = try document.required(.sentences).spans
    let layer = try document.required(.words)
    let table = SentenceTable(layer, spans, text: document.text)
    let context = SentenceContext(
      table: table, title: table.facts(ofStems: titleStems(of: document), in: layer),
      needed: min(budget.mostSentences, 500))
    var scores = ranking.scores(context)
    if let query { scores = query.scores(scores, table, layer) }
    var chosen = selector.select(table, scores: scores, budget: budget)
    if ranking == .warraq {
      chosen = Opening(layer, sentenceCount: spans.count)
        .repaired(chosen, scores: scores, table: table, budget: budget)
    }
    let highest = scores.max() ?? 0
    // Published scores have units of their own.
    let scale = ranking == .warraq && query == nil || highest <= 0 ? 1 : highest
    let summary = SummaryLayer(
      sentences: chosen, spans: chosen.map { spans[$0] },
      scores: chosen.map { min(max(scores[$0] / scale, 0), 1) },
      reasons: explains ? chosen.map { reasons($0, context, scores[$0]) } : [],
      headline: suggestsHeadline
        ? HeadlineFinder(layer: layer, table: table, scores: scores).headline() : nil)
    try document.add(summary, as: .summary)
  }

  private func reasons(
    _ index: Int, _ context: SentenceContext, _ score: Double
  ) -> [SummaryLayer.Reason] {
    guard ranking == .warraq, query == nil else {
      return [SummaryLayer.Reason(query == nil ? ranking.rawValue : "query", score)]
    }
    return FittedSentenceRanker.shared.reasons(index, context)
      .map { SummaryLayer.Reason($0.name, $0.value) }
  }

  private func titleStems(of document: Document) -> [String] {
    guard let title = document.title else { return [] }
    return ArabicStems.content(of: title)
  }
}

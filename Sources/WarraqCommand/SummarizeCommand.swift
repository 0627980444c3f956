import ArgumentParser
import Warraq
import WarraqCorpus
import WarraqSummary

/// `warraq summarize`.
struct SummarizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize",
    abstract: "Print an extract of an article, a sentence a line, in its own order.")

  @Option(help: "Sentences at the most (default: 3).")
  var sentences: Int?

  @Option(help: "Share of the article's words, 0 to 1.")
  var share: Double?

  @Option(help: "Words at the most.")
  var words: Int?

  @Option(help: "Unicode code points at the most.")
  var chars: Int?

  @Option(help: "warraq, lead, lexrank, textrank, lsa, centroid, sumbasic, kl or luhn.")
  var ranker = "warraq"

  @Option(help: "Words that the summary should be about.")
  var query: String?

  @Flag(help: "Print before each sentence its score and what it is made of.")
  var explain = false

  @Flag(help: "Suggest a headline; it alone is printed, and with --json stands beside the summary.")
  var headline = false

  @Flag(
    help: """
      Make one summary of all articles of a file, folder or archive; each sentence is printed \
      behind the document that it comes from.
      """)
  var corpus = false

  @OptionGroup var filter: FilterOptions

  func validate() throws {
    let isSingle =
      share != nil || words != nil || chars != nil || query != nil || explain || headline
    if corpus, isSingle || ranker != "warraq" {
      throw ValidationError("--corpus takes --sentences and no other choice of summary")
    }
    if let sentences, corpus, !(0...10_000).contains(sentences) {
      throw ValidationError("--sentences is a number from 0 to 10000")
    }
  }

  func run() async throws {
    if corpus { return try digest() }
    var options: [JSONValue.Member] = []
    if let sentences { options.append(.init("sentences", sentences.json)) }
    if let share { options.append(.init("share", share.json)) }
    if let words { options.append(.init("words", words.json)) }
    if let chars { options.append(.init("chars", chars.json)) }
    if let query { options.append(.init("query", query.json)) }
    if explain { options.append(.init("explain", true)) }
    if headline { options.append(.init("headline", true)) }
    options.append(.init("ranker", ranker.json))
    let stages = FilterOptions.reading + [Recipe.Step("summarize", with: options)]
    let (explains, isHeadline) = (explain, headline)
    try await filter.run("summarize", stages, layer: "summary") { document in
      guard let summary = document[.summary] else { return [] }
      if isHeadline {
        return summary.headline.map { [SingleLine.of(document.text[$0])] } ?? []
      }
      return summary.spans.indices.map { index in
        let sentence = SingleLine.of(document.text[summary.spans[index]])
        return explains ? Self.reasons(summary, index) + "\t" + sentence : sentence
      }
    }
  }

  /// A sentence's score and its parts, those that add nothing left out.
  private static func reasons(_ summary: SummaryLayer, _ index: Int) -> String {
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    let parts = summary.reasons[index].filter { rounded($0.value) != 0 }
      .map { "\($0.name) \(rounded($0.value))" }
    return "\(rounded(summary.scores[index])) (\(parts.joined(separator: ", ")))"
  }

  private func digest() throws {
    var builder = DigestBuilder()
    try CorpusTables.forEachDocument([filter.file], filter.input) { builder.add($0) }
    for sentence in builder.sentences(sentences ?? 3) {
      if filter.json {
        let object: JSONValue = [
          "id": .string(sentence.documentID), "text": .string(sentence.text),
          "score": ((sentence.score * 10_000).rounded() / 10_000).json,
        ]
        Terminal.show(object.compactJSON + "\n")
      } else {
        Terminal.show("\(sentence.documentID)\t\(SingleLine.of(sentence.text))\n")
      }
    }
  }
}

import ArgumentParser
import Warraq
import WarraqCorpus

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

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    var options: [JSONValue.Member] = []
    if let sentences { options.append(.init("sentences", sentences.json)) }
    if let share { options.append(.init("share", share.json)) }
    if let words { options.append(.init("words", words.json)) }
    if let chars { options.append(.init("chars", chars.json)) }
    let stages = FilterOptions.reading + [Recipe.Step("summarize", with: options)]
    try await filter.run("summarize", stages, layer: "summary") { document in
      (document[.summary]?.spans ?? []).map { SingleLine.of(document.text[$0]) }
    }
  }
}

import ArgumentParser
import Warraq

/// `warraq keywords`.
struct KeywordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords", abstract: "Print the keywords of an article, the best first.")

  @Option(help: "How many keywords.")
  var top = 10

  @Option(help: "Words of the longest phrase, 1 to 5.")
  var maxWords = 5

  @Option(help: "warraq, tfidf, yake, textrank, rake or kpminer.")
  var ranker = "warraq"

  @Option(help: "A table of `warraq corpus background` to use instead of the built-in one.")
  var background: String?

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    var options: [JSONValue.Member] = [
      .init("top", top.json), .init("max-words", maxWords.json), .init("ranker", ranker.json),
    ]
    if let background { options.append(.init("background", background.json)) }
    let stages = FilterOptions.reading + [Recipe.Step("keywords", with: options)]
    try await filter.run("keywords", stages, layer: "keywords") { document in
      (document[.keywords]?.keywords ?? []).map(\.text)
    }
  }
}

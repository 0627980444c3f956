import ArgumentParser
import Warraq

/// `warraq keywords`.
struct KeywordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords", abstract: "Print the keywords of an article, the best first.")

  @Option(help: "How many keywords.")
  var top = 10

  @Option(help: "Words of the longest phrase, 1 to 3.")
  var maxWords = 3

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    let options: [JSONValue.Member] = [.init("top", top.json), .init("max-words", maxWords.json)]
    let stages = FilterOptions.reading + [Recipe.Step("keywords", with: options)]
    try await filter.run("keywords", stages, layer: "keywords") { document in
      (document[.keywords]?.keywords ?? []).map(\.text)
    }
  }
}

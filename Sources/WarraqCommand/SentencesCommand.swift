import ArgumentParser
import Warraq
import WarraqCorpus

/// `warraq sentences`.
struct SentencesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Print the sentences of a text, one a line.")

  @Option(help: "Cut sentences of more words than this at the best clause boundary.")
  var maxWords: Int?

  @Flag(help: "Also split before words such as وقال and من جهته, for text without stops.")
  var unpunctuated = false

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    var options: [JSONValue.Member] = []
    if let maxWords { options.append(.init("max-words", .number(String(maxWords)))) }
    if unpunctuated { options.append(.init("unpunctuated", true)) }
    let stages = [Recipe.Step("sentences", with: options)]
    try await filter.run("sentences", stages, layer: "sentences") { document in
      (document[.sentences]?.spans ?? []).map { SingleLine.of(document.text[$0]) }
    }
  }
}

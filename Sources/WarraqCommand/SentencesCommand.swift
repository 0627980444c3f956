import ArgumentParser
import Warraq

/// `warraq sentences`.
struct SentencesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Print the sentences of a text, one a line.")

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    try await filter.run("sentences", [Recipe.Step("sentences")], layer: "sentences") { document in
      (document[.sentences]?.spans ?? []).map { document.text[$0] }
    }
  }
}

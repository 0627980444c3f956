import ArgumentParser
import Warraq

/// `warraq words`.
struct WordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Print the words of a text, one a line: word, kind, folded form, base, stem.",
    discussion: "The last column is `stop` for words that carry no topic, else `-`.")

  @Option(help: "Whose stems: light, lucene, snowball or none.")
  var stemmer = "light"

  @Flag(help: "With --json, also give the places of attached particles and pronouns.")
  var clitics = false

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    let words = Recipe.Step(
      "words", with: [.init("stemmer", .string(stemmer)), .init("clitics", .bool(clitics))])
    try await filter.run("words", [Recipe.Step("sentences"), words], layer: "words") { document in
      guard let layer = document[.words] else { return [] }
      return layer.tokens.map { token in
        let term = layer.terms[token.term]
        let stop = token.kind == .word && term.isStopWord ? "stop" : "-"
        return [
          document.text[token.span], token.kind.rawValue, term.folded, term.base, term.stem, stop,
        ].joined(separator: "\t")
      }
    }
  }
}

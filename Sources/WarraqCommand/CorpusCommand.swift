import ArgumentParser
import Warraq
import WarraqCorpus
import WarraqKeywords
import WarraqWords

/// `warraq corpus`.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Make tables out of a corpus.",
    subcommands: [Background.self, Frequencies.self])

  /// `warraq corpus background`.
  struct Background: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "background",
      abstract: "Count in how many documents each phrase stands, for ranking keywords.")

    @Argument(help: "Files, folders, or -.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: "The table to write.")
    var output: String

    @Option(help: "Fewest documents for phrases of one, two and three words, joined by commas.")
    var minimum = "2,4,5"

    @OptionGroup var input: InputOptions

    func run() throws {
      let floors = minimum.split(separator: ",").compactMap { Int($0) }
      guard floors.count == 3 else {
        throw CommandFailure("warraq corpus background: --minimum takes three numbers: 2,4,5")
      }
      var counter = BackgroundCounter()
      try CorpusTables.forEachDocument(inputs, input) { counter.add($0) }
      try CorpusTables.write(counter.table(minimum: floors), to: output)
      Terminal.complain("\(counter.documentCount) documents counted")
    }
  }

  /// `warraq corpus frequencies`.
  struct Frequencies: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "frequencies",
      abstract: "Count in how many documents each word stands, for telling clitics from letters.")

    @Argument(help: "Files, folders, or -.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: "The table to write.")
    var output: String

    @Option(help: "Fewest documents for a word to be listed.")
    var minimum = 2

    @OptionGroup var input: InputOptions

    func run() throws {
      var counter = WordCounter()
      try CorpusTables.forEachDocument(inputs, input) { counter.add($0) }
      try CorpusTables.write(counter.table(minimum: minimum), to: output)
    }
  }
}

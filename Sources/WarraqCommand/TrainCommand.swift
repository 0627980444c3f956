import ArgumentParser
import WarraqCorpus
import WarraqNames

/// `warraq train`.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Make lexicons and models out of lists.",
    subcommands: [Names.self])

  /// `warraq train names`.
  struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the lexicon of names.",
      discussion: """
        People: arabic, latin, language, country, count. Places: arabic, country, population, \
        spellings joined by |. Words: arabic, latin, count. All separated by tabs.
        """)

    @Option(help: "A list of people; may be given several times.")
    var people: [String] = []

    @Option(help: "A list of places.")
    var places: [String] = []

    @Option(help: "A list of single words of names.")
    var words: [String] = []

    @Option(help: "Spellings kept for each name.")
    var alternatives = 5

    @Option(name: .shortAndLong, help: "The lexicon to write.")
    var output: String

    func run() throws {
      var builder = NameLexiconBuilder()
      try forEachRow(people, columns: 5) { row in
        builder.addPerson(arabic: row[0], latin: row[1], count: Int(row[4]) ?? 1)
      }
      try forEachRow(places, columns: 4) { row in
        let spellings = row[3].split(separator: "|").map(String.init)
        let population = Int(row[2]) ?? 0
        builder.addPlace(
          arabic: row[0], latin: spellings, weight: population > 100_000 ? 256 : 16)
      }
      try forEachRow(words, columns: 3) { row in
        builder.addWord(arabic: row[0], latin: row[1], count: Int(row[2]) ?? 1)
      }
      try CorpusTables.write(builder.build(alternatives: alternatives), to: output)
    }

    private func forEachRow(
      _ files: [String], columns: Int, _ body: ([String]) -> Void
    ) throws {
      for file in files {
        do {
          var lines = try TextLines(path: file)
          while let line = try lines.next() {
            let row = line.split(separator: "\t", omittingEmptySubsequences: false)
            if !line.hasPrefix("#"), row.count >= columns { body(row.map(String.init)) }
          }
        } catch {
          throw CommandFailure("warraq train names: \(error)")
        }
      }
    }
  }
}

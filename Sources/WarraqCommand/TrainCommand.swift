import ArgumentParser
import WarraqCorpus
import WarraqNames
import WarraqRomanization

/// `warraq train`.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Make lexicons and models out of lists.",
    subcommands: [
      Names.self, Spelling.self, Attested.self, Origins.self, Romanizer.self, Keywords.self,
      Summaries.self,
    ])

  /// `warraq train names`.
  struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "names", abstract: "Make the lexicon of names.",
      discussion: """
        People: arabic, latin, language, country, count. Places: arabic, country, population, \
        spellings joined by |. Words: arabic, latin, count. All separated by tabs.
        """)

    @Option(help: "A list of people; may be given several times.")
    var people: [String] = []

    @Option(help: "A list of places; may be given several times.")
    var places: [String] = []

    @Option(help: "A list of single words of names.")
    var words: [String] = []

    @Option(
      help: """
        Words as they are written, with hamzas and ta marbutas, and counts in the third column; \
        lists of people often lack both.
        """)
    var written: [String] = []

    @Option(help: "Spellings kept for each name.")
    var alternatives = 5

    @Option(help: "A model of `warraq train spelling`, asked about words that were seldom seen.")
    var model: String?

    @Option(help: "Words in use of `warraq train attested`, by which the model ranks.")
    var attested: String?

    @Option(name: .shortAndLong, help: "The lexicon to write.")
    var output: String

    func validate() throws {
      if !(1...50).contains(alternatives) {
        throw ValidationError("--alternatives is a number from 1 to 50")
      }
    }

    func run() throws {
      var builder = NameLexiconBuilder()
      try TrainCommand.forEachRow(people, columns: 5) { row in
        builder.addPerson(
          arabic: row[0], latin: row[1], country: row[3], count: Int(row[4]) ?? 1)
      }
      try TrainCommand.forEachRow(places, columns: 4) { row in
        let spellings = row[3].split(separator: "|").map(String.init)
        let population = Int(row[2]) ?? 0
        // One of those that all the world knows is meant before others of the name.
        let weight = population >= 5_000_000 ? 1024 : population > 100_000 ? 256 : 16
        builder.addPlace(arabic: row[0], latin: spellings, weight: weight)
      }
      try TrainCommand.forEachRow(words, columns: 3) { row in
        builder.addWord(arabic: row[0], latin: row[1], count: Int(row[2]) ?? 1)
      }
      try TrainCommand.forEachRow(written, columns: 3) { row in
        if let count = Int(row[2]) { builder.addWritten(row[0], count: count) }
      }
      let model = try NameFiles(command: "warraq train names").model(at: model, attested: attested)
      try CorpusTables.write(builder.build(alternatives: alternatives, model: model), to: output)
    }
  }

  /// `warraq train spelling`.
  struct Spelling: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "spelling",
      abstract: "Train the model that spells words of names that no lexicon knows.",
      discussion: "Lists as for `warraq train names`.")

    @Option(help: "A list of people; may be given several times.")
    var people: [String] = []

    @Option(help: "A list of single words of names.")
    var words: [String] = []

    @Flag(help: "Learn the other way, from Latin letters to Arabic.")
    var reverse = false

    @Option(help: "Letters that the model looks back at, and one.")
    var order: Int?

    @Option(name: .shortAndLong, help: "The model to write.")
    var output: String

    func validate() throws {
      if let order, !(2...8).contains(order) {
        throw ValidationError("--order is a number from 2 to 8")
      }
    }

    func run() throws {
      var settings = SpellingTrainer.Settings()
      if let order { settings.order = order }
      var trainer = SpellingTrainer(settings: settings)
      try TrainCommand.forEachRow(words, columns: 3) { row in
        trainer.addWord(arabic: row[0], latin: row[1], count: Int(row[2]) ?? 1)
      }
      try TrainCommand.forEachRow(people, columns: 5) { row in
        trainer.addPerson(arabic: row[0], latin: row[1], count: Int(row[4]) ?? 1)
      }
      try CorpusTables.write(reverse ? trainer.trainReverse() : trainer.train(), to: output)
    }
  }

  /// `warraq train attested`.
  struct Attested: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "attested",
      abstract: "Make the table of Latin words that are in use, by which spellings are ranked.",
      discussion: "Lists have a word a line, alone or before a tab.")

    @Option(help: "A list of names that people bear; may be given several times.")
    var names: [String] = []

    @Option(help: "A list of words of texts; may be given several times.")
    var words: [String] = []

    @Option(name: .shortAndLong, help: "The table to write.")
    var output: String

    func run() throws {
      var builder = AttestedWords.Builder()
      for (files, kind) in [(names, AttestedWords.Kind.name), (words, .text)] {
        try TrainCommand.forEachRow(files, columns: 1) { builder.add($0[0], kind) }
      }
      try CorpusTables.write(builder.build(), to: output)
    }
  }

  /// `warraq train origins`.
  struct Origins: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "origins",
      abstract: "Train the model that tells which language a name is at home in.",
      discussion: "People as for `warraq train names`. Places: name, country. Separated by tabs.")

    @Option(help: "A list of people; may be given several times.")
    var people: [String] = []

    @Option(help: "A list of places in Latin letters; may be given several times.")
    var places: [String] = []

    @Option(name: .shortAndLong, help: "The table to write.")
    var output: String

    func run() throws {
      var trainer = OriginTrainer()
      try TrainCommand.forEachRow(people, columns: 5) { trainer.add($0[1], country: $0[3]) }
      try TrainCommand.forEachRow(places, columns: 2) { trainer.add($0[0], country: $0[1]) }
      try CorpusTables.write(trainer.train(), to: output)
    }
  }

  /// `warraq train romanizer`.
  struct Romanizer: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "romanizer", abstract: "Train the ALA-LC romanizer on library records.",
      discussion: """
        Fields: record, tag and subfield of MARC 21 (the tag `auto` for words that stand alone, of which nobody says what \
        they are), arabic, latin. Words: arabic, latin, count. All separated by tabs, with a first row that names the \
        columns.
        """)

    @Option(help: "Fields of records; may be given several times.")
    var fields: [String]

    @Option(help: "A table of words; may be given several times.")
    var words: [String] = []

    @Option(
      help:
        "A table of words of other texts, which are known and not learned from; may be given several times."
    )
    var otherWords: [String] = []

    @Option(
      help:
        "A table of forms by whose letters other words are learned to be read, and which are not known themselves; may be given several times."
    )
    var forms: [String] = []

    @Option(name: .shortAndLong, help: "The model to write.")
    var output: String

    func run() throws {
      var trainer = RomanizerTrainer()
      try TrainCommand.forEachRow(fields, columns: 5, skipsFirst: true) { row in
        trainer.addField(tag: row[1], subfield: row[2], arabic: row[3], latin: row[4])
      }
      try TrainCommand.forEachRow(words, columns: 3, skipsFirst: true) { row in
        trainer.addWord(arabic: row[0], latin: row[1], count: Int(row[2]) ?? 1)
      }
      try TrainCommand.forEachRow(otherWords, columns: 3, skipsFirst: true) { row in
        trainer.addWord(
          arabic: row[0], latin: row[1], count: Int(row[2]) ?? 1, isLearned: false)
      }
      try TrainCommand.forEachRow(forms, columns: 3, skipsFirst: true) { row in
        trainer.addForm(arabic: row[0], latin: row[1], count: Int(row[2]) ?? 1)
      }
      guard let model = trainer.train(progress: { Terminal.complain("warraq train: \($0)") }) else {
        throw CommandFailure("warraq train romanizer: no field has as many words in both scripts")
      }
      try CorpusTables.write(model, to: output)
    }
  }

  /// The rows of lists, comments left out.
  static func forEachRow(
    _ files: [String], columns: Int, skipsFirst: Bool = false, _ body: ([String]) -> Void
  ) throws {
    for file in files {
      do {
        var lines = try TextLines(path: file)
        if skipsFirst { _ = try lines.next() }
        while let line = try lines.next() {
          let row = line.split(separator: "\t", omittingEmptySubsequences: false)
          if !line.hasPrefix("#"), row.count >= columns { body(row.map(String.init)) }
        }
      } catch {
        throw CommandFailure("warraq train: \(error)")
      }
    }
  }
}

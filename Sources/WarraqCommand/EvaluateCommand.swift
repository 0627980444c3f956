import ArgumentParser
import Warraq
import WarraqEvaluation

/// `warraq evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure answers against gold: precision, recall, ROUGE.",
    subcommands: [Summaries.self, Keywords.self, Names.self, Sentences.self])

  /// The files that every evaluation compares.
  struct Files: ParsableArguments {
    @Argument(help: "What is right.")
    var gold: String

    @Argument(help: "What was answered.")
    var answers: String

    @Flag(help: "Write one JSON object; figures are shares from 0 to 1.")
    var json = false
  }

  /// `warraq evaluate summaries`.
  struct Summaries: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "summaries",
      abstract: "ROUGE and agreement on sentences with several people's extracts.",
      discussion: """
        GOLD: JSON Lines of id, text and the list summaries. ANSWERS: id and summary, or what \
        `warraq summarize --json` writes.
        """)

    @OptionGroup var files: Files

    @Flag(help: "Leave out articles without an answer.")
    var partial = false

    @Option(help: "Answers of another system: give the paired difference with its interval too.")
    var compare: String?

    func run() throws {
      let result = try EvaluateCommand.attempt {
        try SummaryEvaluation(gold: files.gold, answers: files.answers, isComplete: !partial)
      }
      let other = try compare.map { path in
        try EvaluateCommand.attempt {
          try SummaryEvaluation(gold: files.gold, answers: path, isComplete: !partial)
        }
      }
      if files.json { return Terminal.show(result.means.json.compactJSON + "\n") }
      Terminal.show(EvaluationText.summaries(result, other))
    }
  }

  /// `warraq evaluate keywords`.
  struct Keywords: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keywords", abstract: "Precision, recall and F1 of the first keywords.",
      discussion: """
        GOLD: JSON Lines of id and the list keyphrases. ANSWERS: id and the list keywords, or \
        what `warraq keywords --json` writes.
        """)

    @OptionGroup var files: Files

    @Option(help: "How many keyphrases are the gold.")
    var gold = 15

    @Flag(help: "Leave out documents without an answer.")
    var partial = false

    @Option(help: "Answers of another system: give the paired difference with its interval too.")
    var compare: String?

    func validate() throws {
      if gold < 1 { throw ValidationError("--gold is a number from 1") }
    }

    func run() throws {
      func evaluate(_ path: String) throws(EvaluationError) -> KeywordEvaluation {
        try KeywordEvaluation(
          gold: files.gold, answers: path, limit: gold, isComplete: !partial)
      }
      let result = try EvaluateCommand.attempt { try evaluate(files.answers) }
      let other = try compare.map { path in try EvaluateCommand.attempt { try evaluate(path) } }
      if files.json { return Terminal.show(result.means.json.compactJSON + "\n") }
      Terminal.show(EvaluationText.keywords(result, other))
    }
  }

  /// `warraq evaluate names`.
  struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "names", abstract: "Latin spellings of names: first, first five, characters.",
      discussion: """
        GOLD: arabic, latin|latin and perhaps a count, or arabic, kind, latin|latin. ANSWERS: what \
        `warraq names --top 5` writes. All by tabs.
        """)

    @OptionGroup var files: Files

    @Option(help: "A list whose first column tells which names were seen; may be given again.")
    var train: [String] = []

    func run() throws {
      let result = try EvaluateCommand.attempt {
        try NameEvaluation(gold: files.gold, answers: files.answers, training: train)
      }
      Terminal.show(
        files.json ? EvaluationText.json(result) + "\n" : EvaluationText.names(result))
    }
  }

  /// `warraq evaluate sentences`.
  struct Sentences: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sentences", abstract: "Ends of sentences: precision, recall, F1 by category.",
      discussion: """
        GOLD: JSON Lines of id, text, the list sentences and perhaps category. ANSWERS: id and \
        ends or sentences, or what `warraq sentences --json` writes.
        """)

    @OptionGroup var files: Files

    @Flag(help: "Leave out the end of each text, which every splitter gets.")
    var inner = false

    func run() throws {
      let result = try EvaluateCommand.attempt {
        try SentenceEvaluation(gold: files.gold, answers: files.answers)
      }
      Terminal.show(
        files.json
          ? EvaluationText.json(result) + "\n" : EvaluationText.sentences(result, inner: inner))
    }
  }

  private static func attempt<Result>(
    _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      throw CommandFailure("warraq evaluate: \(error)")
    }
  }
}

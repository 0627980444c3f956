import ArgumentParser
import Warraq
import WarraqCorpus
import WarraqEvaluation
import WarraqKeywords
import WarraqSummary

extension TrainCommand {
  /// `warraq train keywords`.
  struct Keywords: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keywords", abstract: "Fit the ranker of keywords on phrases that people chose.",
      discussion: """
        GOLD: JSON Lines of id, text and the list keyphrases, most often chosen first. What ten \
        cross-validated folds reach is printed on standard error.
        """)

    @Argument(help: "Documents with chosen keyphrases.")
    var gold: String

    @Option(help: "How many keyphrases of each document count as chosen.")
    var limit = 15

    @Option(name: .shortAndLong, help: "The table of weights to write.")
    var output: String

    func run() throws {
      var trainer = KeywordTrainer()
      var wanted: [[String]] = []
      try CorpusTables.forEachDocument([gold], try InputOptions.jsonLines()) { document in
        let phrases = (document.metadata.first { $0.key == "keyphrases" }?.value.arrayValue ?? [])
          .compactMap(\.stringValue)
        wanted.append(phrases)
        let forms = Set(
          phrases.prefix(limit).map { KeywordEvaluation.form($0, isStemmed: true) })
        trainer.add(document) { forms.contains(KeywordEvaluation.form($0, isStemmed: true)) }
      }
      guard let table = trainer.train(),
        let answers = trainer.crossValidated(folds: min(10, trainer.count), top: 15)
      else { throw CommandFailure("warraq train keywords: no document with keyphrases in it") }
      let measures = zip(answers, wanted).map {
        KeywordEvaluation.measures($0, gold: $1, limit: limit)
      }
      for name in ["stem F@5", "stem F@10", "surface F@10"] {
        let mean = measures.reduce(0) { $0 + ($1[name] ?? 0) } / Double(max(measures.count, 1))
        Terminal.complain("cross-validated \(name): \((mean * 10_000).rounded() / 100) %")
      }
      let head = "# Weights of keyword candidates' features; made by `warraq train keywords`.\n"
      try CorpusTables.write(Array((head + table).utf8), to: output)
    }
  }
}

extension TrainCommand {
  /// `warraq train summaries`.
  struct Summaries: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "summaries",
      abstract: "Fit the ranker of sentences on extracts that people made.",
      discussion: """
        GOLD: JSON Lines of id, text and the list summaries. What ten cross-validated folds reach \
        is printed on standard error.
        """)

    @Argument(help: "Articles with several people's extracts.")
    var gold: String

    @Option(name: .shortAndLong, help: "The table of weights to write.")
    var output: String

    func run() throws {
      var trainer = SummaryTrainer()
      var articles: [(text: String, references: [String])] = []
      try CorpusTables.forEachDocument([gold], try InputOptions.jsonLines()) { document in
        let references = (document.metadata.first { $0.key == "summaries" }?.value.arrayValue ?? [])
          .compactMap(\.stringValue)
        guard !references.isEmpty else { return }
        articles.append((document.text.string, references))
        trainer.add(document) { sentences in
          let words = sentences.map(ScoringText.words)
          let picks = references.map {
            SummaryEvaluation.picked(words, by: ScoringText.words($0))
          }
          return words.indices.map { index in
            Double(picks.count { $0.contains(index) }) / Double(picks.count)
          }
        }
      }
      guard let table = trainer.train() else {
        throw CommandFailure("warraq train summaries: no article with summaries in it")
      }
      for (name, sentences) in [("30 % of words", nil), ("3 sentences", 3)] {
        let folds = min(10, trainer.count)
        guard let answers = trainer.crossValidated(folds: folds, sentences: sentences) else {
          continue
        }
        let measures = zip(answers, articles).map {
          SummaryEvaluation.measures($0, text: $1.text, references: $1.references)
        }
        for measure in ["R2F", "sentF"] {
          let mean = measures.reduce(0) { $0 + ($1[measure] ?? 0) } / Double(measures.count)
          Terminal.complain(
            "cross-validated \(name), \(measure): \((mean * 10_000).rounded() / 100) %")
        }
      }
      let head = "# Weights of sentences' features; made by `warraq train summaries`.\n"
      try CorpusTables.write(Array((head + table).utf8), to: output)
    }
  }
}

extension InputOptions {
  /// The options of reading JSON Lines, whatever a file is called.
  static func jsonLines() throws -> InputOptions {
    var options = try InputOptions.parse([])
    options.inputFormat = .jsonl
    return options
  }
}

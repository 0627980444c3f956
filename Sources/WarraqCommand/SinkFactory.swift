import Warraq
import WarraqCorpus
import WarraqDatabase
import WarraqReport

/// Makes the sinks that the command line asks for.
struct SinkFactory {
  let pipeline: Pipeline
  let options: OutputOptions

  /// The sinks, and for each what it is in words, by which a stopped run is known again.
  ///
  /// - Throws: `CommandFailure` for outputs that exclude each other.
  func make() throws -> [(sink: Sink, description: String)] {
    var made: [(Sink, String)] = []
    var outputs = options.output
    if outputs.isEmpty, options.report == nil { outputs = ["-"] }
    if outputs.filter({ $0 == "-" }).count > 1 {
      throw CommandFailure("warraq run: standard output (-) is named twice")
    }
    for path in outputs { made.append(try sink(path == "-" ? nil : path)) }
    if let report = options.report {
      if OutputFile.isStream(report) {
        throw CommandFailure("warraq run: --report needs a file: --report results.html")
      }
      made.append((self.report(report), "report \(report)"))
    }
    if let failures = options.failures {
      let writer = FileWriter(path: failures, isWhole: true)
      made.append((Sink(formatter: FailureFormatter(), writer: writer), "failures \(failures)"))
    }
    return made
  }

  private func sink(_ path: String?) throws -> (Sink, String) {
    let (compression, rest) = path.map(OutputCompression.of) ?? (.none, "")
    let told = OutputFormat(fileName: rest)
    // A form that was asked for holds for every file whose name tells none, and for a single file.
    let format =
      (options.output.count <= 1 ? options.format : nil) ?? told ?? options.format ?? .jsonl
    let description = "\(format.rawValue) \(path ?? "-") \(options.fields ?? "")"
    switch format {
    case .sqlite, .html:
      guard let path, compression == .none, !OutputFile.isStream(path) else {
        throw CommandFailure(
          "warraq run: \(format.rawValue) needs a file that is not compressed: -o results.\(format.rawValue)"
        )
      }
      return (format == .html ? report(path) : try database(path), description)
    case .jsonl, .text, .markdown, .csv, .tsv:
      let writer = FileWriter(path: path, compression: compression)
      return (Sink(formatter: formatter(format), writer: writer), description)
    }
  }

  private func formatter(_ format: OutputFormat) -> any DocumentFormatter {
    switch format {
    case .text: DigestFormatter()
    case .markdown: MarkdownFormatter()
    case .csv, .tsv:
      TableFormatter(
        pipeline: pipeline, fields: options.fieldPaths,
        separator: UInt8(ascii: format == .csv ? "," : "\t"))
    case .jsonl, .sqlite, .html: JSONLinesFormatter(pipeline: pipeline)
    }
  }

  private func report(_ path: String) -> Sink {
    Sink(
      formatter: ReportFormatter(),
      writer: ReportWriter(path: path, title: pipeline.recipe.name))
  }

  private func database(_ path: String) throws -> Sink {
    let facts = [
      ("recipe", pipeline.recipe.name), ("offsets", pipeline.recipe.output.offsets.rawValue),
      ("warraq", WarraqVersion.current),
    ]
    return Sink(
      formatter: DatabaseFormatter(pipeline: pipeline, finder: try Self.finder()),
      writer: DatabaseWriter(path: path, facts: facts))
  }

  /// What cuts documents and queries into the words by which documents are found.
  static func finder() throws -> SearchTerms.Finder {
    let stages = [
      Recipe.Step("normalize"), Recipe.Step("sentences"),
      Recipe.Step("words", with: [.init("clitics", true)]),
    ]
    return SearchTerms.Finder(
      pipeline: try RecipeLoader.pipeline(name: "search", stages: stages, layers: nil))
  }
}

import ArgumentParser
import WarraqCorpus

/// Where the results of a run go, and what is kept of the run itself.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: """
      Write to this file, in the form that its name tells: .jsonl, .csv, .tsv, .md, .txt (each also \
      .gz or .zst), .sqlite or .db, .html; may be given several times. - is standard output, where \
      results go without this option.
      """)
  var output: [String] = []

  @Option(
    help:
      "The form of results: jsonl, text (a digest for people), markdown, csv, tsv, sqlite, html.")
  var format: OutputFormat?

  @Option(
    help: """
      Fields of csv and tsv, joined by commas: id, title, text, fields of the input, layers and what \
      lies in them, such as summary, keywords or names.latin.
      """)
  var fields: String?

  @Option(help: "Also make a page for reading in a browser.")
  var report: String?

  @Option(help: "Write failed documents to this file too, one JSON object a line.")
  var failures: String?

  @Option(help: "Stop when more documents than this have failed.")
  var maxFailures: Int?

  @Option(help: "Longest time for one document, looked at behind each stage; longer ones fail.")
  var maxSeconds: Double?

  @Option(
    help: "Write what the run was and did (recipe, versions, inputs, counts, times) to this file.")
  var stats: String?

  @Flag(
    help: "Go on with a run that was stopped, where there is one: same recipe, inputs and outputs.")
  var resume = false

  @Flag(help: "Say nothing of progress and nothing at the end; failures are still told.")
  var quiet = false

  func validate() throws {
    if let maxSeconds, !(maxSeconds > 0 && maxSeconds <= 86_400) {
      throw ValidationError("--max-seconds is a number above 0, up to 86400")
    }
    if let maxFailures, maxFailures < 0 {
      throw ValidationError("--max-failures is a number from 0 up")
    }
    for field in (fields ?? "id").split(separator: ",", omittingEmptySubsequences: false)
    where FieldPath(String(field)) == nil {
      throw ValidationError("--fields holds an empty name: write id,title,summary.text")
    }
    let files = paths
    if Set(files).count != files.count {
      throw ValidationError("an output file is named twice")
    }
  }

  /// Every file that is written, those beside the results included.
  private var paths: [String] {
    output.filter { $0 != "-" } + [report, failures, stats].compactMap { $0 }
  }

  /// The fields of tables.
  var fieldPaths: [FieldPath] {
    (fields?.split(separator: ",").map(String.init) ?? TableFormatter.usualFields).compactMap(
      FieldPath.init)
  }
}

/// The form of results.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl
  case text
  case markdown
  case csv
  case tsv
  case sqlite
  case html

  /// What the ending of a file's name tells, below that of the compression.
  init?(fileName: String) {
    let endings: [String: OutputFormat] = [
      "jsonl": .jsonl, "ndjson": .jsonl, "json": .jsonl, "txt": .text, "md": .markdown,
      "csv": .csv, "tsv": .tsv, "sqlite": .sqlite, "sqlite3": .sqlite, "db": .sqlite,
      "html": .html, "htm": .html,
    ]
    guard let ending = fileName.split(separator: ".").last, fileName.contains("."),
      let format = endings[ending.lowercased()]
    else { return nil }
    self = format
  }
}

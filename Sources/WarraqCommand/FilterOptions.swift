import ArgumentParser
import Warraq
import WarraqCorpus

/// What the commands of single stages have in common.
struct FilterOptions: ParsableArguments {
  @Argument(help: "A file to read; standard input when left out.")
  var file = "-"

  @Flag(help: "Write the JSON objects of `warraq run`.")
  var json = false

  @OptionGroup var jobs: JobsOption
  @OptionGroup var input: InputOptions

  /// Runs stages over the file.
  ///
  /// - Parameter layer: The layer to write with `--json`.
  func run(
    _ name: String, _ stages: [Recipe.Step], layer: String,
    text: @escaping @Sendable (Document) -> [String]
  ) async throws {
    let pipeline = try RecipeLoader.pipeline(name: name, stages: stages, layers: [layer])
    let formatter: any DocumentFormatter =
      json ? JSONLinesFormatter(pipeline: pipeline) : LineFormatter(lines: text)
    let sink = Sink(formatter: formatter, writer: FileWriter(path: nil))
    try await PipelineRun(
      pipeline: pipeline, input: input, jobs: jobs, sinks: [(sink, name)],
      options: try OutputOptions.parse([])
    ).run([file])
  }

  /// The stages before keywords, names and summaries.
  static let reading: [Recipe.Step] = [
    Recipe.Step("structure"), Recipe.Step("normalize"), Recipe.Step("sentences"),
    Recipe.Step("words"),
  ]
}

/// Writes lines made of a document.
private struct LineFormatter: DocumentFormatter {
  let lines: @Sendable (Document) -> [String]

  func append(_ document: Document, to bytes: inout [UInt8]) {
    for line in lines(document) {
      bytes += Array(line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

import ArgumentParser
import Warraq
import WarraqCorpus

/// How results look.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl
  case text
}

/// `warraq run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a recipe over articles and write one result a document, in input order.")

  @Argument(help: "A recipe file, or the name of a shipped recipe (see `warraq recipes`).")
  var recipe: String

  @Argument(
    help:
      "Files (.txt, .jsonl, .json, .csv, .tsv, each also .gz), folders of texts and JSON Lines, or - for standard input."
  )
  var inputs: [String] = []

  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?

  @Option(help: "jsonl: one JSON object a line; text: a digest for people.")
  var format = OutputFormat.jsonl

  @Option(help: "Write failed documents to this file too, one JSON object a line.")
  var failures: String?

  @Option(help: "Stop when more documents than this have failed.")
  var maxFailures: Int?

  @Flag(help: "Say nothing of progress and nothing at the end; failures are still told.")
  var quiet = false

  @OptionGroup var plugins: PluginOption
  @OptionGroup var jobs: JobsOption
  @OptionGroup var input: InputOptions

  func run() async throws {
    let pipeline = try RecipeLoader.pipeline(recipe, plugins: plugins.plugin)
    guard !inputs.isEmpty else {
      throw CommandFailure("warraq run: no input: name files or folders, or - for standard input")
    }
    let formatter: any DocumentFormatter =
      format == .jsonl ? JSONLinesFormatter(pipeline: pipeline) : DigestFormatter()
    try await PipelineRun(
      pipeline: pipeline, formatter: formatter, input: input, jobs: jobs.jobs, output: output,
      failures: failures, maximumFailures: maxFailures, isQuiet: quiet
    ).run(inputs)
  }
}

import ArgumentParser
import Warraq
import WarraqCorpus

/// `warraq run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a recipe over articles and write one result a document, in input order.")

  @Argument(help: "A recipe file, or the name of a shipped recipe (see `warraq recipes`).")
  var recipe: String

  @Argument(
    help: """
      Files (.txt, .jsonl, .json, .csv, .tsv, .html, .trec, each also .gz or .zst), archives (.tar, \
      .zip), folders, or - for standard input.
      """)
  var inputs: [String] = []

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var plugins: PluginOption
  @OptionGroup var jobs: JobsOption
  @OptionGroup(title: "Input") var input: InputOptions

  func run() async throws {
    let pipeline = try RecipeLoader.pipeline(recipe, plugins: plugins.plugin)
    guard !inputs.isEmpty else {
      throw CommandFailure("warraq run: no input: name files or folders, or - for standard input")
    }
    let sinks = try SinkFactory(pipeline: pipeline, options: output).make()
    try await PipelineRun(
      pipeline: pipeline, input: input, jobs: jobs, recipe: try RecipeLoader.json(recipe),
      sinks: sinks, options: output
    ).run(inputs)
  }
}

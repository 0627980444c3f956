import ArgumentParser
import Warraq
import WarraqNormalization

/// `warraq normalize`.
struct NormalizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize", abstract: "Normalize text by a preset or by named operations.")

  @Option(
    help: "A named list of operations: \(Preset.allCases.map(\.rawValue).joined(separator: ", ")).")
  var preset: String?

  @Option(help: "Operations joined by commas, in the order to be done.")
  var ops: String?

  @Flag(help: "List operations and presets.")
  var list = false

  @Flag(help: "Normalize each line by itself and answer it with one line.")
  var lines = false

  @Flag(help: "Read and write the escapes \\\\ \\t \\n \\r \\uXXXX \\UXXXXXXXX, line by line.")
  var escaped = false

  @Option(help: "Show what is changed in this text, where, and by which operation.")
  var explain: String?

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    if list {
      Terminal.show(Self.listing)
    } else if let explain {
      Terminal.show(NormalizationReport.text(explain, try operations()))
    } else if lines || escaped {
      try await normalizeLines()
    } else {
      try await normalizeWhole()
    }
  }

  private func normalizeWhole() async throws {
    let stage = Recipe.Step("normalize", with: options + [.init("output", true)])
    try await filter.run("normalize", [stage], layer: "normalized") { document in
      var text = document[.normalized]?.text.string ?? ""
      // The line end that closes the input is not doubled.
      if text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
      return [text]
    }
  }

  private func normalizeLines() async throws {
    let normalizer = Normalizer(try operations())
    let escaped = escaped
    try await LineFilter.run(filter.file, limit: filter.input.limit, jobs: filter.jobs) { line in
      let input = escaped ? LineEscapes.unescape(line) : line
      let output = try normalizer.normalize(Text(input)).text.string
      return escaped ? LineEscapes.escape(output) : output
    }
  }

  private var options: [JSONValue.Member] {
    var options: [JSONValue.Member] = []
    if let preset { options.append(.init("preset", .string(preset))) }
    if let ops {
      let names = ops.split(separator: ",").map { JSONValue.string(String($0)) }
      options.append(.init("ops", .array(names)))
    }
    return options
  }

  /// The operations that the options name, after the same checks as in a recipe.
  private func operations() throws -> [Operation] {
    let stage = Recipe.Step("normalize", with: options)
    _ = try RecipeLoader.pipeline(name: "normalize", stages: [stage], layers: nil)
    let names =
      ops?.split(separator: ",").map(String.init)
      ?? preset.flatMap(Preset.init(rawValue:))?.operations ?? Preset.reading.operations
    return names.compactMap(Operation.named)
  }

  private static var listing: String {
    let operations = Operation.all.map { ($0.name, $0.summary) }
    let presets = Preset.allCases.map {
      ($0.rawValue, "\($0.summary): \($0.operations.joined(separator: ", "))")
    }
    return "Operations\n" + Columns.format(operations) + "Presets\n" + Columns.format(presets)
  }
}

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

  @OptionGroup var filter: FilterOptions

  func run() async throws {
    if list {
      Terminal.show(Self.listing)
      return
    }
    var options: [JSONValue.Member] = [.init("output", true)]
    if let preset { options.append(.init("preset", .string(preset))) }
    if let ops {
      let names = ops.split(separator: ",").map { JSONValue.string(String($0)) }
      options.append(.init("ops", .array(names)))
    }
    try await filter.run(
      "normalize", [Recipe.Step("normalize", with: options)], layer: "normalized"
    ) { document in
      var text = document[.normalized]?.text.string ?? ""
      // The line end that closes the input is not doubled.
      if text.hasSuffix("\n") { text.removeLast() }
      return [text]
    }
  }

  private static var listing: String {
    let operations = Operation.all.map { ($0.name, $0.summary) }
    let presets = Preset.allCases.map {
      ($0.rawValue, "\($0.summary): \($0.operations.joined(separator: ", "))")
    }
    return "Operations\n" + Columns.format(operations) + "Presets\n" + Columns.format(presets)
  }
}

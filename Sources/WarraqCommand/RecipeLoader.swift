import Warraq
import WarraqStandard

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds recipes by name or file.
enum RecipeLoader {
  /// The JSON of a recipe file, or of a shipped recipe when no such file exists.
  ///
  /// - Throws: `CommandFailure` when there is neither.
  static func json(_ nameOrPath: String) throws -> [UInt8] {
    let looksLikePath = nameOrPath.contains("/") || nameOrPath.hasSuffix(".json")
    if !looksLikePath, let shipped = ShippedRecipes.json(named: nameOrPath) { return shipped }
    if let data = FileManager.default.contents(atPath: nameOrPath) { return [UInt8](data) }
    let mend =
      looksLikePath
      ? "check the path" : Suggestion.mend(for: nameOrPath, among: ShippedRecipes.names)
    throw CommandFailure("warraq: no recipe file and no shipped recipe `\(nameOrPath)`: \(mend)")
  }

  /// A checked recipe.
  ///
  /// - Throws: `CommandFailure` with every fault, a line each.
  static func pipeline(_ nameOrPath: String, plugins: [String] = []) throws -> Pipeline {
    let bytes = try json(nameOrPath)
    let registry = try Plugins.registry(named: plugins)
    do {
      return try Pipeline(recipeJSON: bytes, registry: registry)
    } catch {
      throw CommandFailure(report(error, of: nameOrPath))
    }
  }

  /// A recipe made of stages, for the commands of single stages.
  ///
  /// - Throws: `CommandFailure` with every fault.
  static func pipeline(name: String, stages: [Recipe.Step], layers: [String]?) throws -> Pipeline {
    var recipe = Recipe(name: name, stages: stages)
    recipe.output.layers = layers
    do {
      return try Pipeline(recipe, registry: .standard)
    } catch {
      let problems = error.faults.map { "warraq \(name): \($0.problem): \($0.mend)" }
      throw CommandFailure(problems.joined(separator: "\n"))
    }
  }

  /// Every fault of a recipe, a line each, the file before each place.
  static func report(_ error: RecipeError, of name: String) -> String {
    error.faults.map { "\(name):\($0)" }.joined(separator: "\n")
  }
}

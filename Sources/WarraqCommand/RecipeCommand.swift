import ArgumentParser
import Warraq
import WarraqStandard

/// `warraq recipe`.
struct RecipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe", abstract: "Check recipes and print their JSON Schema.",
    subcommands: [Check.self, Schema.self, Show.self])

  /// `warraq recipe check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check a recipe whole and report every fault.")

    @Argument(help: "A recipe file, or the name of a shipped recipe.")
    var recipe: String

    @Flag(help: "Write the faults as a JSON array to standard output.")
    var json = false

    @OptionGroup var plugins: PluginOption

    func run() throws {
      let bytes = try RecipeLoader.json(recipe)
      let registry = try Plugins.registry(named: plugins.plugin)
      do {
        let pipeline = try Pipeline(recipeJSON: bytes, registry: registry)
        if json {
          Terminal.show("[]\n")
        } else {
          let stages = pipeline.steps.map(\.descriptor.id).joined(separator: ", ")
          Terminal.show("\(recipe): sound: \(stages)\n")
        }
      } catch {
        guard json else { throw CommandFailure(RecipeLoader.report(error, of: recipe)) }
        Terminal.show(JSONValue.array(error.faults.map(\.json)).prettyJSON + "\n")
        throw ExitStatus.usage
      }
    }
  }

  /// `warraq recipe schema`.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print the JSON Schema of recipes, or of the results that runs write.")

    @Flag(help: "The schema of results.")
    var output = false

    @OptionGroup var plugins: PluginOption

    func run() throws {
      let registry = try Plugins.registry(named: plugins.plugin)
      let schema =
        output ? OutputSchema.make(for: registry) : RecipeSchema.make(for: registry)
      Terminal.show(schema.prettyJSON + "\n")
    }
  }

  /// `warraq recipe show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print a shipped recipe, to start one's own from.")

    @Argument(help: "The name of a shipped recipe.")
    var recipe: String

    func run() throws {
      Terminal.show(String(decoding: try RecipeLoader.json(recipe), as: UTF8.self))
    }
  }
}

/// `warraq recipes`.
struct RecipesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipes", abstract: "List the shipped recipes.")

  func run() throws {
    var rows: [(String, String)] = []
    for name in ShippedRecipes.names {
      let recipe = try RecipeLoader.pipeline(name).recipe
      rows.append((name, recipe.summary ?? ""))
    }
    Terminal.show(Columns.format(rows))
  }
}

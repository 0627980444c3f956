import TestSupport
import Testing
import Warraq
import WarraqStandard

@Suite struct InformationCommandTests {
  @Test func versionNamesICUAndUnicode() throws {
    let result = try Command.run(["--version"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("warraq \(WarraqVersion.current) (ICU "))
    #expect(result.output.contains("Unicode "))
  }

  @Test func stagesAreListedAndExplained() throws {
    let list = try Command.run(["stages"])
    for id in StageRegistry.standard.ids { #expect(list.output.contains(id)) }
    let page = try Command.run(["stages", "keywords"])
    #expect(page.output.contains("a whole number from 1 to 1000; default 10"))
    let unknown = try Command.run(["stages", "keyword"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean `keywords`?"))
  }

  @Test func recipesAreListedShownAndChecked() throws {
    let list = try Command.run(["recipes"])
    for name in ShippedRecipes.names {
      #expect(list.output.contains(name))
      #expect(try Command.run(["recipe", "check", name]).status == 0)
      #expect(try Command.run(["recipe", "show", name]).output.contains("\"\(name)\""))
    }
  }

  @Test func completionsAreMadeForEveryShell() throws {
    for shell in ["bash", "zsh", "fish"] {
      let result = try Command.run(["--generate-completion-script", shell])
      #expect(result.status == 0)
      #expect(result.output.contains("transliterate"))
    }
  }

  @Test func binaryRunsFromAnyFolder() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(["names"], input: "محمد", folder: folder.path)
    #expect(result.output == "محمد\tMohamed\n")
  }

  /// Pages and schemas made by `make docs` are those of today's declarations.
  @Test func madeDocumentsAreInStep() throws {
    for (arguments, file) in [
      (["stages", "--markdown"], "Docs/Stages.md"),
      (["recipe", "schema"], "Docs/recipe.schema.json"),
      (["recipe", "schema", "--output"], "Docs/output.schema.json"),
    ] {
      #expect(try Command.run(arguments).output == Repository.text(file), "run `make docs`")
    }
  }

  @Test func schemaKnowsEveryStageAndOption() throws {
    let schema = RecipeSchema.make(for: .standard).compactJSON
    for descriptor in StageRegistry.standard.descriptors {
      #expect(schema.contains("{\"const\":\"\(descriptor.id)\"}"))
      for option in descriptor.options {
        #expect(schema.contains("\"\(option.name)\":{\"description\""))
      }
    }
  }
}

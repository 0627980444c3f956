import FirstStage
import TestSupport
import Testing
import Warraq
import WarraqStandard

@Suite struct FirstStageTests {
  private var registry: StageRegistry {
    var registry = StageRegistry.standard
    registry.register(ReadingTimeStage.self)
    return registry
  }

  @Test func stageOfTheGuideRuns() throws {
    let text = Array(repeating: "كلمة", count: 90).joined(separator: " ") + "."
    let stages = [
      Recipe.Step("sentences"), Recipe.Step("words"),
      Recipe.Step("reading-time", with: [.init("words-per-minute", 60)]),
    ]
    let document = try Pipelines.run(text, stages, registry: registry)
    #expect(document[.readingTime]?.words == 90)
    #expect(document[.readingTime]?.seconds == 90)
  }

  @Test func stageOfTheGuideIsPartOfSchemaAndFaults() throws {
    #expect(RecipeSchema.make(for: registry).compactJSON.contains("words-per-minute"))
    do {
      _ = try Pipeline(Recipe(name: "x", stages: [Recipe.Step("reading-time")]), registry: registry)
      Issue.record("accepted")
    } catch {
      #expect(error.faults.map(\.code) == [.missingLayer])
    }
  }

  /// The guide shows the code that is compiled and tested here, line by line.
  @Test func guideShowsThisCode() {
    let guide = Repository.text("Docs/YourFirstStage.md")
    let code = Repository.text("Plugins/Examples/FirstStage/ReadingTimeStage.swift")
    #expect(!code.isEmpty)
    #expect(guide.contains(code))
  }
}

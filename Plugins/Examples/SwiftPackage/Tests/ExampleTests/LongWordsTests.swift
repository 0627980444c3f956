import Example
import Testing
import Warraq
import WarraqStandard

@Suite struct LongWordsTests {
  private var registry: StageRegistry {
    var registry = StageRegistry.standard
    registry.register(LongWordsStage.self)
    return registry
  }

  @Test func stageKeepsItsPromises() async {
    let breaches = await checkStage("example-long-words", in: registry)
    #expect(breaches.isEmpty, "\(breaches)")
  }

  @Test func longWordsAreFound() throws {
    let recipe = Recipe(name: "test", stages: [Recipe.Step("example-long-words")])
    var document = Document(id: "a", text: Text("ذهب المهندسون إلى المصنع"))
    try Pipeline(recipe, registry: registry).process(&document)
    let words = document[.exampleLongWords]?.annotations.map { document.text[$0.span] }
    #expect(words == ["المهندسون"])
  }
}

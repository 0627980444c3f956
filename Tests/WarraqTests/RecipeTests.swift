import Testing
import Warraq
import WarraqStandard

@Suite struct RecipeTests {
  private func faults(_ json: String) -> [RecipeFault] {
    do {
      _ = try Pipeline(recipeJSON: Array(json.utf8), registry: .standard)
      return []
    } catch {
      return error.faults
    }
  }

  private func first(_ json: String) throws -> RecipeFault { try #require(faults(json).first) }

  @Test func soundRecipeHasNoFault() {
    #expect(faults(#"{"name":"x","stages":[{"use":"sentences"},{"use":"words"}]}"#).isEmpty)
  }

  @Test func brokenJSONNamesLineAndColumn() throws {
    let fault = try first("{\n  \"name\": \"x\"\n  \"stages\": []\n}")
    #expect(fault.code == .brokenJSON)
    #expect(fault.line == 3 && fault.column == 3)
  }

  @Test func unknownStageIsToldTheNearest() throws {
    let fault = try first(#"{"name":"x","stages":[{"use":"sentnces"}]}"#)
    #expect(fault.code == .unknownStage)
    #expect(fault.pointer == "/stages/0/use")
    #expect(fault.mend == "did you mean `sentences`?")
  }

  @Test func unknownOptionIsToldTheNearest() throws {
    let json = """
      {"name":"x","stages":[{"use":"sentences"},{"use":"words"},
      {"use":"keywords","with":{"tpo":3}}]}
      """
    let fault = try first(json)
    #expect(fault.code == .unknownOption)
    #expect(fault.pointer == "/stages/2/with/tpo")
    #expect(fault.line == 2)
    #expect(fault.mend == "did you mean `top`?")
  }

  @Test(arguments: [
    (#""top":"ten""#, RecipeFault.Code.wrongOptionType), (#""top":0"#, .optionOutOfRange),
    (#""top":1.5"#, .wrongOptionType), (#""top":1e99"#, .wrongOptionType),
    (#""top":null"#, .wrongOptionType),
  ])
  func wrongValuesAreRefused(option: String, code: RecipeFault.Code) throws {
    let stages = #"{"use":"sentences"},{"use":"words"},{"use":"keywords","with":{\#(option)}}"#
    let fault = try first(#"{"name":"x","stages":[\#(stages)]}"#)
    #expect(fault.code == code)
    #expect(fault.mend.contains("whole number from 1 to 1000"))
  }

  @Test func missingLayerIsToldItsProvider() throws {
    let fault = try first(#"{"name":"x","stages":[{"use":"summarize"}]}"#)
    #expect(fault.code == .missingLayer)
    #expect(fault.mend == "put `sentences` before it")
    let late = faults(#"{"name":"x","stages":[{"use":"words"},{"use":"sentences"}]}"#)
    #expect(late.map(\.code) == [.missingLayer])
    #expect(late.first?.mend == "move `sentences` before it")
  }

  @Test func everyFaultIsToldAtOnceInOrder() {
    let json = """
      {
        "nmae": "x",
        "stages": [
          { "use": "structure", "wth": {} },
          { "use": "nothing" },
          { "use": "summarize", "with": { "sentences": -1, "sentences": 2 } }
        ],
        "output": { "offsets": "bytes", "layers": ["sumary"] }
      }
      """
    let found = faults(json)
    #expect(
      found.map(\.code) == [
        .missingKey, .unknownKey, .unknownKey, .unknownStage, .missingLayer, .missingLayer,
        .duplicateKey, .optionOutOfRange, .valueNotAllowed, .unknownLayer,
      ])
    #expect(found.map(\.line) == [1, 2, 4, 5, 6, 6, 6, 6, 8, 8])
  }

  @Test(arguments: [
    "[]", "3", "null", #""x""#, #"{"name":"x","stages":{}}"#, #"{"name":"","stages":[]}"#,
  ])
  func otherShapesAreRefused(json: String) {
    #expect(!faults(json).isEmpty)
  }

  @Test func optionsThatExcludeEachOtherAreRefused() throws {
    let stages =
      #"{"use":"sentences"},{"use":"words"},{"use":"summarize","with":{"words":9,"chars":9}}"#
    let fault = try first(#"{"name":"x","stages":[\#(stages)]}"#)
    #expect(fault.code == .refusedOption)
    let unknown = try first(#"{"name":"x","stages":[{"use":"normalize","with":{"ops":["alf"]}}]}"#)
    #expect(unknown.mend == "did you mean `alef`?")
  }

  @Test func twoProvidersOfOneLayerAreRefused() throws {
    let fault = try first(#"{"name":"x","stages":[{"use":"sentences"},{"use":"sentences"}]}"#)
    #expect(fault.code == .layerProvidedTwice)
  }

  @Test func faultsOfUTF8AreTold() throws {
    do {
      _ = try Pipeline(recipeJSON: [0x7B, 0xFF], registry: .standard)
      Issue.record("accepted")
    } catch {
      #expect(error.faults.first?.code == .brokenJSON)
    }
  }

  @Test func shippedRecipesAreSound() throws {
    #expect(ShippedRecipes.names.contains("article-digest"))
    for name in ShippedRecipes.names {
      let json = try #require(ShippedRecipes.json(named: name))
      let pipeline = try Pipeline(recipeJSON: json, registry: .standard)
      #expect(pipeline.recipe.name == name)
      #expect(pipeline.recipe.summary != nil)
    }
  }

  @Test func everyStageIsDeclaredInFull() {
    for descriptor in StageRegistry.standard.descriptors {
      #expect(descriptor.summary.hasSuffix("."), "\(descriptor.id)")
      for option in descriptor.options {
        #expect(option.summary.hasSuffix("."), "\(descriptor.id) \(option.name)")
        #expect(option.jsonSchema["default"] == option.defaultValue)
      }
    }
  }

  @Test func suggestionsStayNear() {
    #expect(Suggestion.nearest(to: "summrize", among: ["summarize", "words"]) == "summarize")
    #expect(Suggestion.nearest(to: "swap-me", among: ["sawp-me"]) == "sawp-me")
    #expect(Suggestion.nearest(to: "xyz", among: ["keywords"]) == nil)
  }
}

import UTF8Text

/// Turns a recipe's JSON into a `Recipe`, noting every fault of form on the way.
struct RecipeReader {
  /// Keys of the recipe object, with what each is for; the JSON Schema is made from these too.
  static let recipeKeys = ["name", "summary", "language", "input", "stages", "output"]
  static let stepKeys = ["use", "with", "version"]
  static let inputKeys = ["id", "text", "title"]
  static let outputKeys = ["offsets", "layers", "text"]

  private let root: JSONValue
  var collector: FaultCollector

  var faults: [RecipeFault] { collector.faults }
  var sortedFaults: [RecipeFault] { collector.sorted }

  init(_ bytes: [UInt8]) throws(RecipeError) {
    var collector = FaultCollector(bytes: bytes, positions: [:])
    if let invalid = bytes.withUnsafeBufferPointer({ UTF8Repair.firstInvalidOffset(in: $0) }) {
      let (line, column) = collector.place(ofByte: invalid)
      throw RecipeError([
        RecipeFault(
          code: .brokenJSON, pointer: "", line: line, column: column,
          problem: "the recipe is not UTF-8 at byte \(invalid)", mend: "save it as UTF-8")
      ])
    }
    do {
      let (value, positions) = try JSONScanner.parseWithPositions(bytes)
      collector = FaultCollector(bytes: bytes, positions: positions)
      self.root = value
      self.collector = collector
    } catch {
      let (line, column) = collector.place(ofByte: error.byteOffset)
      throw RecipeError([
        RecipeFault(
          code: .brokenJSON, pointer: "", line: line, column: column,
          problem: "broken JSON", mend: error.problem)
      ])
    }
  }

  mutating func read() -> Recipe {
    var recipe = Recipe(name: "", stages: [])
    guard case .object = root else {
      collector.add(
        .wrongType, at: "", "a recipe is an object, not \(article(root.typeName))",
        mend: "write { \"name\": …, \"stages\": […] }")
      return recipe
    }
    checkKeys(root, at: "", allowed: Self.recipeKeys)
    if root["name"] == nil {
      collector.add(.missingKey, at: "", "the recipe has no `name`", mend: "add one")
    }
    recipe.name = string(root["name"], at: "/name") ?? ""
    recipe.summary = string(root["summary"], at: "/summary")
    recipe.language = string(root["language"], at: "/language") ?? "ar"
    readInput(into: &recipe.input)
    readOutput(into: &recipe.output)
    recipe.stages = readStages()
    return recipe
  }

  private mutating func readStages() -> [Recipe.Step] {
    guard let value = root["stages"] else {
      collector.add(
        .missingKey, at: "", "the recipe has no `stages`", mend: "list at least one stage")
      return []
    }
    guard let elements = value.arrayValue else {
      collector.add(
        .wrongType, at: "/stages", "`stages` is a list, not \(article(value.typeName))",
        mend: "write [ { \"use\": … } ]")
      return []
    }
    if elements.isEmpty {
      collector.add(
        .valueNotAllowed, at: "/stages", "`stages` is empty", mend: "list at least one stage")
    }
    // A step that cannot be read keeps its place, so that pointers to later steps stay right.
    return elements.enumerated().map { index, element in
      readStep(element, at: "/stages/\(index)") ?? Recipe.Step("")
    }
  }

  private mutating func readStep(_ value: JSONValue, at pointer: String) -> Recipe.Step? {
    guard case .object = value else {
      collector.add(
        .wrongType, at: pointer, "a stage is an object, not \(article(value.typeName))",
        mend: value.stringValue.map { "write { \"use\": \"\($0)\" }" }
          ?? "write { \"use\": …, \"with\": {…} }")
      return nil
    }
    checkKeys(value, at: pointer, allowed: Self.stepKeys)
    guard let use = value["use"] else {
      collector.add(
        .missingKey, at: pointer, "the stage has no `use`", mend: "name the stage in `use`")
      return nil
    }
    guard let stage = string(use, at: pointer + "/use") else { return nil }
    var step = Recipe.Step(stage)
    if let text = string(value["version"], at: pointer + "/version") {
      step.version = VersionRange(text)
      if step.version == nil {
        collector.add(
          .valueNotAllowed, at: pointer + "/version", "`\(text)` is no range of versions",
          mend: "write \">=1.2 <2\", \"^1.2\" or \"1.4.0\"")
      }
    }
    if let options = value["with"] {
      if let members = options.objectValue {
        checkDuplicates(members, at: pointer + "/with")
        step.options = members
      } else {
        collector.add(
          .wrongType, at: pointer + "/with",
          "`with` is an object, not \(article(options.typeName))",
          mend: "write { \"option\": value }")
      }
    }
    return step
  }

  private mutating func readInput(into input: inout Recipe.Input) {
    guard let value = object("input", allowed: Self.inputKeys) else { return }
    input.text = string(value["text"], at: "/input/text") ?? input.text
    input.id = string(value["id"], at: "/input/id") ?? input.id
    input.title = string(value["title"], at: "/input/title") ?? input.title
  }

  private mutating func readOutput(into output: inout Recipe.Output) {
    guard let value = object("output", allowed: Self.outputKeys) else { return }
    if let name = string(value["offsets"], at: "/output/offsets") {
      if let unit = OffsetUnit(rawValue: name) {
        output.offsets = unit
      } else {
        collector.add(
          .valueNotAllowed, at: "/output/offsets", "`\(name)` is no unit of offsets",
          mend: Suggestion.mend(for: name, among: OffsetUnit.allCases.map(\.rawValue)))
      }
    }
    if let text = value["text"] {
      if let flag = text.boolValue {
        output.includesText = flag
      } else {
        collector.add(
          .wrongType, at: "/output/text",
          "`text` is true or false, not \(article(text.typeName))", mend: "write true or false")
      }
    }
    if let layers = value["layers"] {
      if let names = [String](json: layers) {
        output.layers = names
      } else {
        collector.add(
          .wrongType, at: "/output/layers", "`layers` is a list of names of layers",
          mend: "write [\"keywords\", \"summary\"]")
      }
    }
  }

  private mutating func object(_ key: String, allowed: [String]) -> JSONValue? {
    guard let value = root[key] else { return nil }
    guard case .object = value else {
      collector.add(
        .wrongType, at: "/\(key)", "`\(key)` is an object, not \(article(value.typeName))",
        mend: "write { … } with " + allowed.map { "`\($0)`" }.joined(separator: ", "))
      return nil
    }
    checkKeys(value, at: "/\(key)", allowed: allowed)
    return value
  }

  private mutating func string(_ value: JSONValue?, at pointer: String) -> String? {
    guard let value else { return nil }
    if let string = value.stringValue, !string.isEmpty { return string }
    collector.add(
      .wrongType, at: pointer,
      value.stringValue == nil
        ? "a string is wanted, not \(article(value.typeName))" : "an empty string",
      mend: "write a string that is not empty")
    return nil
  }

  private mutating func checkKeys(_ value: JSONValue, at pointer: String, allowed: [String]) {
    guard let members = value.objectValue else { return }
    checkDuplicates(members, at: pointer)
    for member in members where !allowed.contains(member.key) {
      collector.add(
        .unknownKey, at: "\(pointer)/\(JSONPointer.escape(member.key))#key",
        "unknown key `\(member.key)`", mend: Suggestion.mend(for: member.key, among: allowed))
    }
  }

  private mutating func checkDuplicates(_ members: [JSONValue.Member], at pointer: String) {
    var seen: Set<String> = []
    for member in members where !seen.insert(member.key).inserted {
      collector.add(
        .duplicateKey, at: "\(pointer)/\(JSONPointer.escape(member.key))#key",
        "the key `\(member.key)` stands twice", mend: "keep one")
    }
  }

  private func article(_ typeName: String) -> String {
    switch typeName {
    case "null": "null"
    case "array", "object", "integer": "an \(typeName)"
    default: "a \(typeName)"
    }
  }
}

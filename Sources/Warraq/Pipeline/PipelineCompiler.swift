/// Checks a recipe against a registry and makes its stages, noting every fault.
struct PipelineCompiler {
  let registry: StageRegistry
  var collector: FaultCollector
  private(set) var steps: [Pipeline.Step] = []
  private var provided: [LayerName] = []

  init(registry: StageRegistry, collector: FaultCollector) {
    self.registry = registry
    self.collector = collector
  }

  mutating func compile(_ recipe: Recipe) {
    for (index, step) in recipe.stages.enumerated() where !step.stage.isEmpty {
      compile(step, at: "/stages/\(index)", later: recipe.stages[(index + 1)...])
    }
    for (index, name) in (recipe.output.layers ?? []).enumerated()
    where !provided.contains(LayerName(name)) {
      collector.add(
        .unknownLayer, at: "/output/layers/\(index)", "no stage of the recipe provides `\(name)`",
        mend: Suggestion.mend(for: name, among: provided.map(\.rawValue)))
    }
  }

  private mutating func compile(
    _ step: Recipe.Step, at pointer: String, later: ArraySlice<Recipe.Step>
  ) {
    guard let entry = registry[step.stage] else {
      collector.add(
        .unknownStage, at: pointer + "/use", "unknown stage `\(step.stage)`",
        mend: Suggestion.mend(for: step.stage, among: registry.ids))
      return
    }
    let descriptor = entry.descriptor
    checkVersion(step, entry.version, at: pointer)
    checkLayers(descriptor, at: pointer, later: later)
    provided += descriptor.provides

    let values = checkOptions(step, descriptor, at: pointer + "/with")
    guard let values else { return }
    do {
      let stage = try entry.make(values)
      steps.append(
        Pipeline.Step(descriptor: descriptor, stage: stage, version: entry.version))
    } catch  where error.option.isEmpty {
      collector.add(
        .refusedOption, at: pointer + "/use", "`\(step.stage)` cannot be made: \(error.problem)",
        mend: error.mend)
    } catch {
      collector.add(
        .refusedOption, at: "\(pointer)/with/\(JSONPointer.escape(error.option))",
        "`\(step.stage)` cannot use option `\(error.option)`: \(error.problem)", mend: error.mend)
    }
  }

  private mutating func checkVersion(
    _ step: Recipe.Step, _ version: SemanticVersion?, at pointer: String
  ) {
    guard let range = step.version else { return }
    guard let version else {
      collector.add(
        .valueNotAllowed, at: pointer + "/version",
        "`\(step.stage)` is built in and has no version of its own", mend: "leave `version` out")
      return
    }
    if !range.contains(version) {
      collector.add(
        .valueNotAllowed, at: pointer + "/version",
        "`\(step.stage)` is there in version \(version), and the recipe wants \(range)",
        mend: "add a plugin of that version or widen the range")
    }
  }

  private mutating func checkLayers(
    _ descriptor: StageDescriptor, at pointer: String, later: ArraySlice<Recipe.Step>
  ) {
    for layer in descriptor.requires where !provided.contains(layer) {
      let providers = registry.providers(of: layer)
      let standsLater = later.first { providers.contains($0.stage) }?.stage
      let mend =
        standsLater.map { "move `\($0)` before it" }
        ?? providers.first.map { "put `\($0)` before it" } ?? "no known stage provides it"
      collector.add(
        .missingLayer, at: pointer,
        "`\(descriptor.id)` needs \(layer) and nothing before it provides them", mend: mend)
    }
    for layer in descriptor.provides where provided.contains(layer) {
      collector.add(
        .layerProvidedTwice, at: pointer,
        "`\(descriptor.id)` provides \(layer), which a stage before it provides already",
        mend: "keep one of them")
    }
  }

  private mutating func checkOptions(
    _ step: Recipe.Step, _ descriptor: StageDescriptor, at pointer: String
  ) -> OptionValues? {
    var values: [String: JSONValue] = [:]
    var isSound = true
    for member in step.options {
      let place = "\(pointer)/\(JSONPointer.escape(member.key))"
      guard let option = descriptor.options.first(where: { $0.name == member.key }) else {
        collector.add(
          .unknownOption, at: place + "#key",
          "`\(descriptor.id)` has no option `\(member.key)`",
          mend: Suggestion.mend(for: member.key, among: descriptor.options.map(\.name)))
        isSound = false
        continue
      }
      let judgement = option.judge(member.value)
      if judgement == .fits {
        values[member.key] = member.value
        continue
      }
      isSound = false
      var mend = "write \(option.typeDescription)"
      if let name = member.value.stringValue,
        let choices = option.schema.first(where: { $0.key == "enum" })?.value.arrayValue
      {
        mend = Suggestion.mend(for: name, among: choices.compactMap(\.stringValue))
      }
      collector.add(
        judgement == .outOfRange ? .optionOutOfRange : .wrongOptionType, at: place,
        "option `\(member.key)` cannot be \(member.value.compactJSON)", mend: mend)
    }
    return isSound ? OptionValues(values) : nil
  }
}

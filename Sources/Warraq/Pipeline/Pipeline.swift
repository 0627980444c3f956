import UTF8Text

/// A checked recipe, ready to run. One pipeline serves many threads at once.
public struct Pipeline: Sendable {
  /// A stage with its declaration.
  public struct Step: Sendable {
    /// The declaration.
    public let descriptor: StageDescriptor
    /// The stage.
    public let stage: any DocumentProcessor
    /// The version of the plugin from outside that brings it; nil for a built-in stage.
    public let version: SemanticVersion?
  }

  /// The recipe it was made from.
  public let recipe: Recipe
  /// The stages in order.
  public let steps: [Step]
  private let writtenLayers: [LayerName]

  /// Checks a recipe file whole and makes its stages.
  ///
  /// - Throws: `RecipeError` with every fault, in the order of their places.
  public init(recipeJSON bytes: [UInt8], registry: StageRegistry) throws(RecipeError) {
    var reader = try RecipeReader(bytes)
    let recipe = reader.read()
    try self.init(recipe, registry: registry, collector: reader.collector)
  }

  /// Checks a recipe made in code and makes its stages. Faults have line 1.
  ///
  /// - Throws: `RecipeError` with every fault.
  public init(_ recipe: Recipe, registry: StageRegistry) throws(RecipeError) {
    let collector = FaultCollector(bytes: [], positions: [:])
    try self.init(recipe, registry: registry, collector: collector)
  }

  private init(
    _ recipe: Recipe, registry: StageRegistry, collector: FaultCollector
  ) throws(RecipeError) {
    var compiler = PipelineCompiler(registry: registry, collector: collector)
    compiler.compile(recipe)
    let faults = compiler.collector.sorted
    guard faults.isEmpty else { throw RecipeError(faults) }
    self.recipe = recipe
    steps = compiler.steps
    let meant = steps.flatMap { step in
      step.descriptor.provides.filter { !step.descriptor.unwritten.contains($0) }
    }
    writtenLayers = recipe.output.layers.map { $0.map(LayerName.init(_:)) } ?? meant
  }

  /// Runs every stage on a document, up to one that filters it out.
  ///
  /// - Throws: `DocumentError` naming the document, the stage and the cause.
  public func process(_ document: inout Document) throws(DocumentError) {
    var times = StageTimes(count: steps.count)
    try process(&document, times: &times)
  }

  /// Runs every stage on a document, up to one that filters it out, and takes the time.
  ///
  /// - Parameters:
  ///   - times: Raised by what each step took.
  ///   - limit: The longest time for all stages together. It is looked at behind each stage: a stage
  ///     that does not end is not stopped.
  /// - Throws: `DocumentError` naming the document, the stage and the cause.
  public func process(
    _ document: inout Document, times: inout StageTimes, limit: Duration? = nil
  ) throws(DocumentError) {
    var moment = ContinuousClock.now
    let end = limit.map { moment + $0 }
    for (index, step) in steps.enumerated() where document.filterReason == nil {
      do {
        try step.stage.process(&document)
      } catch {
        throw DocumentError(
          documentID: document.id, stage: step.descriptor.id, problem: error.problem,
          mend: error.mend)
      }
      let now = ContinuousClock.now
      times.add(now - moment, step: index)
      moment = now
      if let end, now > end { throw tooSlow(document, step) }
    }
  }

  private func tooSlow(_ document: Document, _ step: Step) -> DocumentError {
    DocumentError(
      documentID: document.id, stage: step.descriptor.id,
      problem: "the document took longer than it may",
      mend: "raise --max-seconds, or leave the document out")
  }

  /// True when a stage does several documents at once for less than one by one.
  public var hasBatchStages: Bool { steps.contains { $0.stage is any BatchProcessor } }

  /// Runs every stage on several documents, which saves stages from outside a call for each.
  ///
  /// - Parameter times: Raised by what each step took.
  /// - Returns: Why a document failed, by its index. What stages had added to it before stays.
  public func process(
    _ documents: inout [Document], times: inout StageTimes
  ) -> [Int: DocumentError] {
    var failures: [Int: DocumentError] = [:]
    var moment = ContinuousClock.now
    for (number, step) in steps.enumerated() {
      let alive = documents.indices.filter {
        failures[$0] == nil && documents[$0].filterReason == nil
      }
      for (index, error) in process(&documents, alive, step) {
        failures[index] = DocumentError(
          documentID: documents[index].id, stage: step.descriptor.id, problem: error.problem,
          mend: error.mend)
      }
      let now = ContinuousClock.now
      times.add(now - moment, step: number)
      moment = now
    }
    return failures
  }

  /// Runs every stage on several documents.
  ///
  /// - Returns: Why a document failed, by its index. What stages had added to it before stays.
  public func process(_ documents: inout [Document]) -> [Int: DocumentError] {
    var times = StageTimes(count: steps.count)
    return process(&documents, times: &times)
  }

  private func process(
    _ documents: inout [Document], _ indices: [Int], _ step: Step
  ) -> [(Int, StageError)] {
    guard let stage = step.stage as? any BatchProcessor else {
      return indices.compactMap { index in
        do throws(StageError) {
          try step.stage.process(&documents[index])
          return nil
        } catch {
          return (index, error)
        }
      }
    }
    var batch = indices.map { documents[$0] }
    let errors = stage.process(&batch)
    for (place, index) in indices.enumerated() { documents[index] = batch[place] }
    return errors.sorted { $0.key < $1.key }.map { (indices[$0.key], $0.value) }
  }

  /// Writes a processed document as one JSON object: `id`, the metadata, then the layers that the
  /// recipe writes, in the order of the stages.
  public func write(_ document: Document, to writer: inout JSONWriter) {
    write(
      document, layers: writtenLayers, includesText: recipe.output.includesText, to: &writer)
  }

  /// Writes a processed document as one JSON object with the layers named, whatever the recipe
  /// writes.
  public func write(
    _ document: Document, layers: [LayerName], includesText: Bool, to writer: inout JSONWriter
  ) {
    let context = OutputContext(text: document.text, unit: recipe.output.offsets)
    writer.beginObject()
    writer.key("id")
    writer.string(document.id)
    let layerKeys = Set(layers.filter { document.layer(named: $0) != nil }.map(\.rawValue))
    for member in document.metadata
    where member.key != "id" && member.key != "text" && !layerKeys.contains(member.key) {
      writer.key(member.key)
      writer.value(member.value)
    }
    if includesText {
      writer.key("text")
      writer.string(document.text, document.text.span)
    }
    for name in layers {
      guard let layer = document.layer(named: name) else { continue }
      writer.key(name.rawValue)
      layer.write(to: &writer, in: context)
    }
    writer.endObject()
  }
}

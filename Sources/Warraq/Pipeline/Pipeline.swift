import UTF8Text

/// A checked recipe, ready to run. One pipeline serves many threads at once.
public struct Pipeline: Sendable {
  /// A stage with its declaration.
  public struct Step: Sendable {
    /// The declaration.
    public let descriptor: StageDescriptor
    /// The stage.
    public let stage: any DocumentProcessor
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

  /// Runs every stage on a document.
  ///
  /// - Throws: `DocumentError` naming the document, the stage and the cause.
  public func process(_ document: inout Document) throws(DocumentError) {
    for step in steps {
      do {
        try step.stage.process(&document)
      } catch {
        throw DocumentError(
          documentID: document.id, stage: step.descriptor.id, problem: error.problem,
          mend: error.mend)
      }
    }
  }

  /// True when a stage does several documents at once for less than one by one.
  public var hasBatchStages: Bool { steps.contains { $0.stage is any BatchProcessor } }

  /// Runs every stage on several documents, which saves stages from outside a call for each.
  ///
  /// - Returns: Why a document failed, by its index. What stages had added to it before stays.
  public func process(_ documents: inout [Document]) -> [Int: DocumentError] {
    var failures: [Int: DocumentError] = [:]
    for step in steps {
      let alive = documents.indices.filter { failures[$0] == nil }
      for (index, error) in process(&documents, alive, step) {
        failures[index] = DocumentError(
          documentID: documents[index].id, stage: step.descriptor.id, problem: error.problem,
          mend: error.mend)
      }
    }
    return failures
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
    let context = OutputContext(text: document.text, unit: recipe.output.offsets)
    writer.beginObject()
    writer.key("id")
    writer.string(document.id)
    let layerKeys = Set(writtenLayers.map(\.rawValue))
    for member in document.metadata
    where member.key != "id" && member.key != "text" && !layerKeys.contains(member.key) {
      writer.key(member.key)
      writer.value(member.value)
    }
    if recipe.output.includesText {
      writer.key("text")
      writer.string(document.text, document.text.span)
    }
    for name in writtenLayers {
      guard let layer = document.layer(named: name) else { continue }
      writer.key(name.rawValue)
      layer.write(to: &writer, in: context)
    }
    writer.endObject()
  }
}

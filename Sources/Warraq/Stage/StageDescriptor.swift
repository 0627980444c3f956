/// What a stage says of itself, once.
public struct StageDescriptor: Sendable {
  /// The name that recipes use: lower-case words joined by hyphens.
  public let id: String
  /// What the stage does, in one line.
  public let summary: String
  /// Its options.
  public let options: [AnyStageOption]
  /// Layers that an earlier stage must provide.
  public let requires: [LayerName]
  /// Layers that are used when they are there.
  public let uses: [LayerName]
  /// Layers that the stage adds.
  public let provides: [LayerName]
  /// Layers among `provides` that results leave out unless the recipe asks for them.
  public let unwritten: [LayerName]
  /// Layers among `provides` that the stage adds only when its options ask for them.
  public let optional: [LayerName]
  /// The JSON Schema of each provided layer, by name.
  public let layerSchemas: [JSONValue.Member]
  /// False when two runs over the same document may differ.
  public let isDeterministic: Bool

  /// Declares a stage.
  public init(
    id: String, summary: String, options: [AnyStageOption] = [], requires: [LayerName] = [],
    uses: [LayerName] = [], provides: [ProvidedLayer] = [], isDeterministic: Bool = true
  ) {
    self.id = id
    self.summary = summary
    self.options = options
    self.requires = requires
    self.uses = uses
    self.provides = provides.map(\.name)
    unwritten = provides.filter { !$0.isWritten }.map(\.name)
    optional = provides.filter(\.isOptional).map(\.name)
    layerSchemas = provides.map { JSONValue.Member($0.name.rawValue, $0.schema) }
    self.isDeterministic = isDeterministic
  }
}

/// A layer that a stage adds, as its declaration names it.
public struct ProvidedLayer: Sendable {
  let name: LayerName
  let schema: JSONValue
  let isWritten: Bool
  let isOptional: Bool

  /// Declares a layer. One that is not `written` stays out of results unless the recipe's
  /// `output.layers` names it; an `optional` one is added only when the stage's options ask for it.
  public static func layer<Value: LayerValue>(
    _ key: LayerKey<Value>, written: Bool = true, optional: Bool = false
  ) -> ProvidedLayer {
    ProvidedLayer(
      name: key.name, schema: Value.schema, isWritten: written, isOptional: optional)
  }
}

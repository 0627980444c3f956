/// JSON Schema (2020-12) of the objects that runs write.
public enum OutputSchema {
  /// The schema for all layers that a registry's stages can provide.
  public static func make(for registry: StageRegistry) -> JSONValue {
    var layers: [JSONValue.Member] = []
    for descriptor in registry.descriptors {
      for layer in descriptor.layerSchemas where !layers.contains(where: { $0.key == layer.key }) {
        layers.append(layer)
      }
    }
    layers.sort { $0.key < $1.key }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Warraq result",
      "description": """
      One object a document: id, metadata as it came, and the layers of the recipe's stages. \
      Offsets are half-open and count Unicode code points of the source text unless the recipe \
      says otherwise.
      """,
      "type": "object",
      "properties": .object(
        [.init("id", SchemaParts.string), .init("text", SchemaParts.string)] + layers),
      "required": ["id"],
    ]
  }
}

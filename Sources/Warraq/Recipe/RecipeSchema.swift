import UTF8Text

/// JSON Schema (2020-12) of recipes, made from the declarations of a registry's stages.
public enum RecipeSchema {
  /// The schema of recipes that `registry` can run.
  public static func make(for registry: StageRegistry) -> JSONValue {
    let steps = registry.descriptors.map(step)
    let layers = registry.descriptors.flatMap(\.provides).map(\.rawValue)
    let layerNames = JSONValue.array(Set(layers).sorted().map { .string($0) })
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Warraq recipe",
      "type": "object",
      "properties": [
        "name": ["type": "string", "minLength": 1, "description": "The recipe's name."],
        "summary": ["type": "string", "minLength": 1, "description": "What the recipe is for."],
        "language": [
          "type": "string", "minLength": 1, "default": "ar",
          "description": "BCP 47 tag of the texts' language.",
        ],
        "input": inputSchema,
        "stages": [
          "type": "array", "minItems": 1, "description": "The stages, in order.",
          "items": ["oneOf": .array(steps)],
        ],
        "output": [
          "type": "object", "additionalProperties": false,
          "description": "How results are written.",
          "properties": [
            "offsets": [
              "enum": .array(OffsetUnit.allCases.map { .string($0.rawValue) }),
              "default": "codepoints", "description": "Unit of all offsets.",
            ],
            "layers": [
              "type": "array", "items": ["enum": layerNames],
              "description": "Layers to write; by default all that are meant to be written.",
            ],
            "text": [
              "type": "boolean", "default": false, "description": "Write the source text too.",
            ],
          ],
        ],
      ],
      "required": ["name", "stages"],
      "additionalProperties": false,
    ]
  }

  private static let inputSchema: JSONValue = [
    "type": "object", "additionalProperties": false,
    "description": "Which fields of a JSON record hold what.",
    "properties": [
      "id": ["type": "string", "minLength": 1, "default": "id"],
      "text": ["type": "string", "minLength": 1, "default": "text"],
      "title": ["type": "string", "minLength": 1, "default": "title"],
    ],
  ]

  private static func step(_ descriptor: StageDescriptor) -> JSONValue {
    let options = descriptor.options.map { JSONValue.Member($0.name, $0.jsonSchema) }
    return [
      "type": "object", "description": .string(descriptor.summary),
      "properties": [
        "use": ["const": .string(descriptor.id)],
        "with": [
          "type": "object", "properties": .object(options), "additionalProperties": false,
        ],
        "version": [
          "type": "string", "minLength": 1,
          "description": "Versions of the stage's plugin: >=1.2 <2, ^1.2, 1.4.0.",
        ],
      ],
      "required": ["use"], "additionalProperties": false,
    ]
  }
}

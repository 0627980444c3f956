import UTF8Text

/// A text made from the document, such as its normalized or romanized form.
public struct TextLayer: LayerValue {
  /// The text.
  public let text: Text
  /// What made it: a preset or a scheme.
  public let method: String

  /// Pairs a text with what made it.
  public init(text: Text, method: String) {
    self.text = text
    self.method = method
  }

  public static let schema = SchemaParts.object([
    ("text", SchemaParts.string), ("method", SchemaParts.string),
  ])

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginObject()
    writer.key("text")
    writer.string(text, text.span)
    writer.key("method")
    writer.string(method)
    writer.endObject()
  }
}

extension LayerKey where Value == TextLayer {
  /// The text that normalization made, when the recipe asks to write it.
  public static var normalized: LayerKey<TextLayer> { LayerKey("normalized") }
  /// The text in Latin letters.
  public static var transliteration: LayerKey<TextLayer> { LayerKey("transliteration") }
}

import UTF8Text

/// A text made from the document, such as its normalized or romanized form.
public struct TextLayer: LayerValue {
  /// The text.
  public let text: Text
  /// What made it: a preset or a scheme.
  public let method: String

  /// A word of the source and what it became.
  public struct Word: Sendable, Hashable {
    /// Its place in the source.
    public let span: TextSpan
    /// What it became.
    public let text: String

    /// Pairs a place with what it became.
    public init(span: TextSpan, text: String) {
      self.span = span
      self.text = text
    }
  }

  /// The words side by side, in order; empty unless they were asked for.
  public let words: [Word]

  /// How the text lies on the document's source text; nil unless it was asked for.
  public let alignment: Alignment?
  /// How many letters of another script were left as they are, since the method has no sign for them.
  public let unwrittenLetters: Int

  /// Pairs a text with what made it.
  public init(
    text: Text, method: String, words: [Word] = [], alignment: Alignment? = nil,
    unwrittenLetters: Int = 0
  ) {
    self.text = text
    self.method = method
    self.words = words
    self.alignment = alignment
    self.unwrittenLetters = unwrittenLetters
  }

  public static let schema = SchemaParts.object(
    [
      ("text", SchemaParts.string), ("method", SchemaParts.string),
      (
        "words",
        SchemaParts.array(SchemaParts.annotation([("latin", SchemaParts.string)]))
      ),
      ("alignment", SchemaParts.array(SchemaParts.spanPairs)), ("unwritten", SchemaParts.offset),
    ], required: ["text", "method"])

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginObject()
    writer.key("text")
    writer.string(text, text.span)
    writer.key("method")
    writer.string(method)
    if !words.isEmpty {
      writer.key("words")
      writer.beginArray()
      for word in words {
        writer.beginObject()
        context.writeSpanMembers(word.span, to: &writer)
        context.writeTextMember(word.span, to: &writer)
        writer.key("latin")
        writer.string(word.text)
        writer.endObject()
      }
      writer.endArray()
    }
    if let alignment {
      writer.key("alignment")
      context.writeAlignment(alignment, to: text, &writer)
    }
    if unwrittenLetters > 0 {
      writer.key("unwritten")
      writer.integer(unwrittenLetters)
    }
    writer.endObject()
  }
}

extension LayerKey where Value == TextLayer {
  /// The text that normalization made, when the recipe asks to write it.
  public static var normalized: LayerKey<TextLayer> { LayerKey("normalized") }
  /// The text in Latin letters.
  public static var transliteration: LayerKey<TextLayer> { LayerKey("transliteration") }
}

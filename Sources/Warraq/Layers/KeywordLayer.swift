import UTF8Text

/// The phrases that tell what the article is about: `document[.keywords]`.
public struct KeywordLayer: LayerValue {
  /// One phrase.
  public struct Keyword: Sendable, Hashable {
    /// The phrase as it stands somewhere in the text.
    public let text: String
    /// Weight from 0 to 1; the best phrase of a document has 1.
    public let score: Double
    /// Every place where a variant of the phrase stands.
    public let spans: [TextSpan]

    /// Gathers a keyword's facts.
    public init(text: String, score: Double, spans: [TextSpan]) {
      self.text = text
      self.score = score
      self.spans = spans
    }
  }

  /// Keywords, the best first.
  public let keywords: [Keyword]

  /// Takes keywords, the best first.
  public init(keywords: [Keyword]) { self.keywords = keywords }

  /// Every place of every keyword, the keyword as label, its score as value.
  public var annotations: [Annotation] {
    keywords.flatMap { keyword in
      keyword.spans.map {
        Annotation(span: $0, label: keyword.text, value: .number("\(keyword.score)"))
      }
    }
  }

  public static let schema = SchemaParts.array(
    SchemaParts.object([
      ("text", SchemaParts.string), ("score", ["type": "number", "minimum": 0, "maximum": 1]),
      ("spans", SchemaParts.array(SchemaParts.spanPair)),
    ]))

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginArray()
    for keyword in keywords {
      writer.beginObject()
      writer.key("text")
      writer.string(keyword.text)
      writer.key("score")
      writer.number(keyword.score)
      writer.key("spans")
      writer.beginArray()
      for span in keyword.spans { context.writeSpanPair(span, to: &writer) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }
}

extension LayerKey where Value == KeywordLayer {
  /// The phrases that tell what the article is about.
  public static var keywords: LayerKey<KeywordLayer> { LayerKey("keywords") }
}

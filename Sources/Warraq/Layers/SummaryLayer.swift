import UTF8Text

/// An extract of the article: `document[.summary]`.
public struct SummaryLayer: LayerValue {
  /// Indices of the chosen sentences, ascending.
  public let sentences: [Int]
  /// Their places in the source, in the same order.
  public let spans: [TextSpan]
  /// The score of each, in the same order, from 0 to 1.
  public let scores: [Double]

  /// Takes chosen sentences in document order; the three arrays have one length.
  public init(sentences: [Int], spans: [TextSpan], scores: [Double]) {
    self.sentences = sentences
    self.spans = spans
    self.scores = scores
  }

  /// The chosen sentences as one text, a space between two.
  public func text(in source: Text) -> String {
    spans.map { source[$0] }.joined(separator: " ")
  }

  /// The chosen sentences' places.
  public var annotations: [Annotation] { spans.map { Annotation(span: $0) } }

  public static let schema = SchemaParts.object([
    ("text", SchemaParts.string),
    ("sentences", SchemaParts.array(SchemaParts.offset)),
    ("spans", SchemaParts.array(SchemaParts.spanPair)),
    ("scores", SchemaParts.array(["type": "number", "minimum": 0, "maximum": 1])),
  ])

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginObject()
    writer.key("text")
    writer.string(text(in: context.text))
    writer.key("sentences")
    writer.beginArray()
    for sentence in sentences { writer.integer(sentence) }
    writer.endArray()
    writer.key("spans")
    writer.beginArray()
    for span in spans { context.writeSpanPair(span, to: &writer) }
    writer.endArray()
    writer.key("scores")
    writer.beginArray()
    for score in scores { writer.number(score) }
    writer.endArray()
    writer.endObject()
  }
}

extension LayerKey where Value == SummaryLayer {
  /// An extract of the article.
  public static var summary: LayerKey<SummaryLayer> { LayerKey("summary") }
}

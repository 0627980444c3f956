import UTF8Text

/// The sentences of the body: `document[.sentences]`.
public struct SentenceLayer: LayerValue {
  /// Sentences in order, white space at the rims left out; they do not overlap.
  public let spans: [TextSpan]

  /// Takes sentences in order.
  public init(spans: [TextSpan]) { self.spans = spans }

  /// The sentences' places.
  public var annotations: [Annotation] { spans.map { Annotation(span: $0) } }

  public static let schema = SchemaParts.array(SchemaParts.annotation())

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginArray()
    for span in spans {
      writer.beginObject()
      context.writeSpanMembers(span, to: &writer)
      context.writeTextMember(span, to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension LayerKey where Value == SentenceLayer {
  /// The sentences of the body.
  public static var sentences: LayerKey<SentenceLayer> { LayerKey("sentences") }
}

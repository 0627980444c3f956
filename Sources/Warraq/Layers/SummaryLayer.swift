import UTF8Text

/// An extract of the article: `document[.summary]`.
public struct SummaryLayer: LayerValue {
  /// A part of a sentence's score.
  public struct Reason: Sendable, Hashable {
    /// What was looked at.
    public let name: String
    /// What it adds to the score.
    public let value: Double

    /// Takes a name and what it adds.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// Indices of the chosen sentences, ascending.
  public let sentences: [Int]
  /// Their places in the source, in the same order.
  public let spans: [TextSpan]
  /// The score of each, in the same order, from 0 to 1.
  public let scores: [Double]
  /// What each score is made of, in the same order; empty unless it was asked for.
  public let reasons: [[Reason]]
  /// The place of a clause that may serve as headline; nil unless it was asked for and one fits.
  public let headline: TextSpan?

  /// Takes chosen sentences in document order; the arrays have one length, but for reasons that
  /// were not asked for.
  public init(
    sentences: [Int], spans: [TextSpan], scores: [Double], reasons: [[Reason]] = [],
    headline: TextSpan? = nil
  ) {
    self.headline = headline
    self.reasons = reasons
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

  public static let schema = SchemaParts.object(
    [
      ("text", SchemaParts.string),
      ("sentences", SchemaParts.array(SchemaParts.offset)),
      ("spans", SchemaParts.array(SchemaParts.spanPair)),
      ("scores", SchemaParts.array(["type": "number", "minimum": 0, "maximum": 1])),
      (
        "reasons",
        SchemaParts.array(["type": "object", "additionalProperties": ["type": "number"]])
      ),
      ("headline", SchemaParts.annotation()),
    ], required: ["text", "sentences", "spans", "scores"])

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
    if !reasons.isEmpty {
      writer.key("reasons")
      writer.beginArray()
      for parts in reasons {
        writer.beginObject()
        for part in parts {
          writer.key(part.name)
          writer.number(part.value)
        }
        writer.endObject()
      }
      writer.endArray()
    }
    if let headline {
      writer.key("headline")
      writer.beginObject()
      context.writeSpanMembers(headline, to: &writer)
      context.writeTextMember(headline, to: &writer)
      writer.endObject()
    }
    writer.endObject()
  }
}

extension LayerKey where Value == SummaryLayer {
  /// An extract of the article.
  public static var summary: LayerKey<SummaryLayer> { LayerKey("summary") }
}

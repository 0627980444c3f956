import UTF8Text

/// Names in the text with their Latin spelling: `document[.names]`.
public struct NameLayer: LayerValue {
  /// What is named.
  public enum Kind: String, CaseIterable, Sendable {
    case person
    case place
  }

  /// What a Latin spelling rests on, the surest first.
  public enum Evidence: String, CaseIterable, Sendable {
    /// The whole name is in the lexicon.
    case name
    /// Each part is in the lexicon.
    case parts
    /// At least one part was spelled as words like it are.
    case model
    /// At least one part was spelled letter by letter.
    case rule
  }

  /// One mention.
  public struct Name: Sendable, Hashable {
    /// Its place in the source, attached particles such as `و` left out.
    public let span: TextSpan
    /// What is named.
    public let kind: Kind
    /// The Latin spelling in most common use.
    public let latin: String
    /// Other spellings in use, the likeliest first.
    public let alternatives: [String]
    /// What the spelling rests on.
    public let evidence: Evidence

    /// Gathers a name's facts.
    public init(
      span: TextSpan, kind: Kind, latin: String, alternatives: [String], evidence: Evidence
    ) {
      self.span = span
      self.kind = kind
      self.latin = latin
      self.alternatives = alternatives
      self.evidence = evidence
    }
  }

  /// Mentions in order; they do not overlap.
  public let names: [Name]

  /// Takes mentions in order.
  public init(names: [Name]) { self.names = names }

  /// The names' places, kinds and Latin spellings.
  public var annotations: [Annotation] {
    names.map { Annotation(span: $0.span, label: $0.kind.rawValue, value: .string($0.latin)) }
  }

  public static let schema = SchemaParts.array(
    SchemaParts.annotation([
      ("kind", ["enum": .array(Kind.allCases.map { .string($0.rawValue) })]),
      ("latin", SchemaParts.string), ("alternatives", SchemaParts.array(SchemaParts.string)),
      ("evidence", ["enum": .array(Evidence.allCases.map { .string($0.rawValue) })]),
    ]))

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginArray()
    for name in names {
      writer.beginObject()
      context.writeSpanMembers(name.span, to: &writer)
      context.writeTextMember(name.span, to: &writer)
      writer.key("kind")
      writer.string(name.kind.rawValue)
      writer.key("latin")
      writer.string(name.latin)
      writer.key("alternatives")
      writer.beginArray()
      for alternative in name.alternatives { writer.string(alternative) }
      writer.endArray()
      writer.key("evidence")
      writer.string(name.evidence.rawValue)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension LayerKey where Value == NameLayer {
  /// Names in the text with their Latin spelling.
  public static var names: LayerKey<NameLayer> { LayerKey("names") }
}

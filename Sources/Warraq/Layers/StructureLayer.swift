import UTF8Text

/// What each paragraph of an article is, and what shares a line with one: `document[.structure]`.
public struct StructureLayer: LayerValue {
  /// The part that a block plays in the article.
  public enum BlockKind: String, CaseIterable, Sendable {
    case title
    /// A line with the day of publication, often with the hour.
    case dateline
    /// The writer or correspondent, with place, agency and address.
    case byline
    /// Names and offices of the newspaper's staff.
    case staff
    /// A line or part of a line of tags.
    case tags
    /// The opening of the article, cut short and ending in "more".
    case teaser
    /// Words under or beside a picture.
    case caption
    /// A line that repeats the title or another line.
    case repeated
    case subheading
    /// "Read also", share buttons, copyright lines.
    case boilerplate
    case body
  }

  /// A paragraph, or a part of its line that is cut off from it: a by-line before it, tags behind it.
  public struct Block: Sendable, Hashable {
    /// The part it plays.
    public let kind: BlockKind
    /// Its place in the source, white space at the rims left out.
    public let span: TextSpan

    /// Pairs a kind and a place.
    public init(_ kind: BlockKind, _ span: TextSpan) {
      self.kind = kind
      self.span = span
    }
  }

  /// Every block, in order; none overlaps another.
  public let blocks: [Block]
  /// The title in the text, if one was found.
  public let title: TextSpan?
  /// The single tags of the tags line.
  public let tags: [TextSpan]
  /// Day of publication as ISO 8601, if a date line was found and read.
  public let date: String?

  /// Gathers what was found.
  public init(blocks: [Block], title: TextSpan?, tags: [TextSpan], date: String?) {
    self.blocks = blocks
    self.title = title
    self.tags = tags
    self.date = date
  }

  /// The body paragraphs.
  public var body: [TextSpan] { blocks.filter { $0.kind == .body }.map(\.span) }

  /// The blocks' places and kinds.
  public var annotations: [Annotation] {
    blocks.map { Annotation(span: $0.span, label: $0.kind.rawValue) }
  }

  public static let schema = SchemaParts.object(
    [
      ("title", SchemaParts.annotation()),
      ("date", ["type": "string", "format": "date"]),
      ("tags", SchemaParts.array(SchemaParts.annotation())),
      (
        "blocks",
        SchemaParts.array(
          SchemaParts.object([
            ("kind", ["enum": .array(BlockKind.allCases.map { .string($0.rawValue) })]),
            ("start", SchemaParts.offset), ("end", SchemaParts.offset),
          ]))
      ),
    ], required: ["tags", "blocks"])

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginObject()
    if let title {
      writer.key("title")
      writer.beginObject()
      context.writeSpanMembers(title, to: &writer)
      context.writeTextMember(title, to: &writer)
      writer.endObject()
    }
    if let date {
      writer.key("date")
      writer.string(date)
    }
    writer.key("tags")
    writer.beginArray()
    for tag in tags {
      writer.beginObject()
      context.writeSpanMembers(tag, to: &writer)
      context.writeTextMember(tag, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("blocks")
    writer.beginArray()
    for block in blocks {
      writer.beginObject()
      writer.key("kind")
      writer.string(block.kind.rawValue)
      context.writeSpanMembers(block.span, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}

extension LayerKey where Value == StructureLayer {
  /// What each paragraph is.
  public static var structure: LayerKey<StructureLayer> { LayerKey("structure") }
}

extension Document {
  /// The parts of the source that hold running text: the body paragraphs when the structure is
  /// known, else the whole text.
  public var bodySpans: [TextSpan] {
    if let structure = self[.structure] { return structure.body }
    return text.bytes.isEmpty ? [] : [text.span]
  }

  /// The article's title: the one that came with it, else the one found in the text.
  public var title: String? {
    if let title = metadataTitle { return title }
    return self[.structure]?.title.map { text[$0] }
  }
}

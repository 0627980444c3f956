import UTF8Text

/// What a layer needs to write itself: the source text and the unit of offsets.
public struct OutputContext: Sendable {
  /// The document's source text.
  public let text: Text
  private let unit: OffsetUnit
  private let offsets: OffsetConverter

  /// Prepares to write layers over `text` with offsets in `unit`.
  public init(text: Text, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    offsets = OffsetConverter(text, unit: unit)
  }

  /// Writes the members `start` and `end`.
  public func writeSpanMembers(_ span: TextSpan, to writer: inout JSONWriter) {
    writer.key("start")
    writer.integer(offsets.offset(ofByte: span.start))
    writer.key("end")
    writer.integer(offsets.offset(ofByte: span.end))
  }

  /// Writes `[start,end]`.
  public func writeSpanPair(_ span: TextSpan, to writer: inout JSONWriter) {
    writer.beginArray()
    writer.integer(offsets.offset(ofByte: span.start))
    writer.integer(offsets.offset(ofByte: span.end))
    writer.endArray()
  }

  /// Writes how another text lies on the source text: for each edit of the alignment start and end in the
  /// source, then in the other text.
  public func writeAlignment(
    _ alignment: Alignment, to other: Text, _ writer: inout JSONWriter
  ) {
    let otherOffsets = OffsetConverter(other, unit: unit)
    writer.beginArray()
    for edit in alignment.edits {
      writer.beginArray()
      writer.integer(offsets.offset(ofByte: edit.source.start))
      writer.integer(offsets.offset(ofByte: edit.source.end))
      writer.integer(otherOffsets.offset(ofByte: edit.result.start))
      writer.integer(otherOffsets.offset(ofByte: edit.result.end))
      writer.endArray()
    }
    writer.endArray()
  }

  /// Writes the member `text`: the source text of a span.
  public func writeTextMember(_ span: TextSpan, to writer: inout JSONWriter) {
    writer.key("text")
    writer.string(text, span)
  }
}

/// Pieces of JSON Schema that several layers share.
public enum SchemaParts {
  /// An offset.
  public static let offset: JSONValue = ["type": "integer", "minimum": 0]
  /// A string.
  public static let string: JSONValue = ["type": "string"]
  /// A `[start,end]` pair.
  public static let spanPair: JSONValue = [
    "type": "array", "items": ["type": "integer", "minimum": 0], "minItems": 2, "maxItems": 2,
  ]

  /// `[start,end,start,end]`: a place in the source text and one in another.
  public static let spanPairs: JSONValue = [
    "type": "array", "items": ["type": "integer", "minimum": 0], "minItems": 4, "maxItems": 4,
  ]

  /// An object with these members, the named ones required and no others allowed.
  public static func object(
    _ members: [(String, JSONValue)], required: [String]? = nil
  ) -> JSONValue {
    [
      "type": "object",
      "properties": .object(members.map { JSONValue.Member($0.0, $0.1) }),
      "required": .array((required ?? members.map(\.0)).map { .string($0) }),
      "additionalProperties": false,
    ]
  }

  /// An array of these.
  public static func array(_ items: JSONValue) -> JSONValue {
    ["type": "array", "items": items]
  }

  /// An object with `start`, `end`, `text` and what else is given.
  public static func annotation(
    _ more: [(String, JSONValue)] = [], optional: [(String, JSONValue)] = []
  ) -> JSONValue {
    let base = [("start", offset), ("end", offset), ("text", string)] + more
    return object(base + optional, required: base.map(\.0))
  }
}

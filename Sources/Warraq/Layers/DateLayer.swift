import UTF8Text

/// The dates of the body: `document[.dates]`.
public struct DateLayer: LayerValue {
  /// One date.
  public struct Date: Sendable, Hashable {
    /// Its place in the source.
    public let span: TextSpan
    /// The Gregorian date as ISO 8601; unknown parts are X, months and years of another calendar
    /// are intervals.
    public let value: String
    /// The calendar that the text counts by: `gregorian` or `hijri`.
    public let calendar: String
    /// The date in the Islamic calendar, for dates that count by it.
    public let hijri: String?

    /// Gathers a date's facts.
    public init(span: TextSpan, value: String, calendar: String, hijri: String?) {
      self.span = span
      self.value = value
      self.calendar = calendar
      self.hijri = hijri
    }
  }

  /// Dates in order; they do not overlap.
  public let dates: [Date]

  /// Takes dates in order.
  public init(dates: [Date]) { self.dates = dates }

  /// The dates' places, calendars and values.
  public var annotations: [Annotation] {
    dates.map { Annotation(span: $0.span, label: $0.calendar, value: .string($0.value)) }
  }

  public static let schema = SchemaParts.array(
    SchemaParts.annotation(
      [("value", SchemaParts.string), ("calendar", ["enum": ["gregorian", "hijri"]])],
      optional: [("hijri", SchemaParts.string)]))

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginArray()
    for date in dates {
      writer.beginObject()
      context.writeSpanMembers(date.span, to: &writer)
      context.writeTextMember(date.span, to: &writer)
      writer.key("value")
      writer.string(date.value)
      writer.key("calendar")
      writer.string(date.calendar)
      if let hijri = date.hijri {
        writer.key("hijri")
        writer.string(hijri)
      }
      writer.endObject()
    }
    writer.endArray()
  }
}

extension LayerKey where Value == DateLayer {
  /// The dates of the body.
  public static var dates: LayerKey<DateLayer> { LayerKey("dates") }
}

import UTF8Text

/// The numbers of the body: `document[.numbers]`.
public struct NumberLayer: LayerValue {
  /// One number.
  public struct Number: Sendable, Hashable {
    /// Its place in the source, a percent sign or its words included.
    public let span: TextSpan
    /// The value in decimal digits, such as `3500000` or `3.75`.
    public let value: String
    /// Whether it is a percentage; `value` is then the number before the sign.
    public let isPercent: Bool

    /// Gathers a number's facts.
    public init(span: TextSpan, value: String, isPercent: Bool) {
      self.span = span
      self.value = value
      self.isPercent = isPercent
    }
  }

  /// Numbers in order; they do not overlap.
  public let numbers: [Number]

  /// Takes numbers in order.
  public init(numbers: [Number]) { self.numbers = numbers }

  /// The numbers' places and values.
  public var annotations: [Annotation] {
    numbers.map {
      Annotation(span: $0.span, label: $0.isPercent ? "percent" : "", value: .number($0.value))
    }
  }

  public static let schema = SchemaParts.array(
    SchemaParts.annotation([("value", ["type": "number"]), ("percent", ["type": "boolean"])]))

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginArray()
    for number in numbers {
      writer.beginObject()
      context.writeSpanMembers(number.span, to: &writer)
      context.writeTextMember(number.span, to: &writer)
      writer.key("value")
      writer.value(.number(number.value))
      writer.key("percent")
      writer.bool(number.isPercent)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension LayerKey where Value == NumberLayer {
  /// The numbers of the body.
  public static var numbers: LayerKey<NumberLayer> { LayerKey("numbers") }
}

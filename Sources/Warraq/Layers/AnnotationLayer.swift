import UTF8Text

/// A place in the text with what is said of it: the form in which layers go to plugins from
/// outside and come from them.
public struct Annotation: Sendable, Hashable {
  /// Its place in the source.
  public let span: TextSpan
  /// What it is, in a word or two; empty for nothing.
  public let label: String
  /// More about it, or nil.
  public let value: JSONValue?

  /// Gathers an annotation's facts.
  public init(span: TextSpan, label: String = "", value: JSONValue? = nil) {
    self.span = span
    self.label = label
    self.value = value
  }

  /// Writes `label` and `value` where there are any.
  public func writeFindings(to writer: inout JSONWriter) {
    if !label.isEmpty {
      writer.key("label")
      writer.string(label)
    }
    if let value {
      writer.key("value")
      writer.value(value)
    }
  }
}

/// Annotations that a plugin from outside has made.
public struct AnnotationLayer: LayerValue {
  /// The annotations in the order in which they came; they may overlap.
  public let annotations: [Annotation]

  /// Takes annotations.
  public init(annotations: [Annotation]) { self.annotations = annotations }

  public static let schema = SchemaParts.array(
    SchemaParts.annotation(optional: [("label", SchemaParts.string), ("value", [:])]))

  public func write(to writer: inout JSONWriter, in context: OutputContext) {
    writer.beginArray()
    for annotation in annotations {
      writer.beginObject()
      context.writeSpanMembers(annotation.span, to: &writer)
      context.writeTextMember(annotation.span, to: &writer)
      annotation.writeFindings(to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}

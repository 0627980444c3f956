/// The name of a layer, as recipes and output objects write it.
public struct LayerName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name.
  public let rawValue: String

  /// Wraps a name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Wraps a literal name.
  public init(stringLiteral value: String) { rawValue = value }
  /// The name itself.
  public var description: String { rawValue }
}

/// A typed handle for one layer of a document: `document[.sentences]`.
public struct LayerKey<Value: LayerValue>: Sendable {
  /// The layer's name.
  public let name: LayerName

  /// A handle for a name; one name must always go with one type.
  public init(_ name: LayerName) { self.name = name }
}

/// What a layer holds. A layer knows how it is written, so that a sink needs no list of types.
public protocol LayerValue: Sendable {
  /// JSON Schema of what `write` writes.
  static var schema: JSONValue { get }

  /// Writes the layer as one JSON value.
  func write(to writer: inout JSONWriter, in context: OutputContext)

  /// The layer as plain annotations, for plugins from outside and for checks; none by default.
  var annotations: [Annotation] { get }
}

extension LayerValue {
  /// No annotations.
  public var annotations: [Annotation] { [] }
}

import UTF8Text

/// One article on its way through a pipeline: its source text, which never changes, and what the
/// stages have found in it so far.
public struct Document: Sendable {
  /// Names the document in results and messages.
  public let id: String
  /// What the reader found beside the text, in the order it stood: title, source, date and so on.
  public let metadata: [JSONValue.Member]
  /// The source text. Every span in every layer counts UTF-8 bytes of it.
  public let text: Text
  /// How many ill-formed parts of the input were replaced by U+FFFD when the text was read.
  public let replacements: Int
  /// What stages read: the source text, or what normalization made of it.
  public private(set) var view: View
  /// Why a stage has filtered the document out; nil for one that is to be written.
  public private(set) var filterReason: String?
  private var layers: [StoredLayer] = []

  private struct StoredLayer: Sendable {
    let name: LayerName
    let value: any LayerValue
  }

  /// A document without layers, its view the source text.
  public init(
    id: String, text: Text, metadata: [JSONValue.Member] = [], replacements: Int = 0
  ) {
    self.id = id
    self.text = text
    self.metadata = metadata
    self.replacements = replacements
    view = View(of: text)
  }

  /// The `title` that came with the document, outside its text.
  public var metadataTitle: String? {
    guard let title = metadata.first(where: { $0.key == "title" })?.value.stringValue else {
      return nil
    }
    return title.isEmpty ? nil : title
  }

  /// A layer, or nil when no stage has added it.
  public subscript<Value: LayerValue>(key: LayerKey<Value>) -> Value? {
    for layer in layers where layer.name == key.name { return layer.value as? Value }
    return nil
  }

  /// A layer that must be there.
  ///
  /// - Throws: `StageError` when it is not.
  public func required<Value: LayerValue>(
    _ key: LayerKey<Value>
  ) throws(StageError) -> Value {
    guard let value = self[key] else {
      throw StageError(
        "the layer `\(key.name)` is missing",
        mend: "put a stage that provides it before this one")
    }
    return value
  }

  /// A layer by name, for sinks that know no types.
  public func layer(named name: LayerName) -> (any LayerValue)? {
    layers.first { $0.name == name }?.value
  }

  /// Names of the layers, in the order they were added.
  public var layerNames: [LayerName] { layers.map(\.name) }

  /// Adds a layer.
  ///
  /// - Throws: `StageError` when the document has that layer: no stage changes what is there.
  public mutating func add<Value: LayerValue>(
    _ value: Value, as key: LayerKey<Value>
  ) throws(StageError) {
    guard layer(named: key.name) == nil else {
      throw StageError(
        "the layer `\(key.name)` is there already", mend: "keep one of the stages that provide it")
    }
    layers.append(StoredLayer(name: key.name, value: value))
  }

  /// Takes the document out of the results: no later stage sees it, nothing is written of it, and
  /// it counts as filtered.
  public mutating func filterOut(because reason: String) {
    if filterReason == nil { filterReason = reason }
  }

  /// Puts a further derivation in place of the view. `alignment` goes from the present view's
  /// text to `text`.
  public mutating func derive(_ text: Text, alignment: Alignment) {
    view = view.deriving(text, alignment: alignment)
  }
}

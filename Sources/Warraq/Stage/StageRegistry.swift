/// The stages that recipes may name.
public struct StageRegistry: Sendable {
  /// A declaration and the way to make the stage.
  public struct Entry: Sendable {
    /// The declaration.
    public let descriptor: StageDescriptor
    /// The version of the plugin from outside that brings the stage; nil for built-in stages.
    public let version: SemanticVersion?
    /// Makes the stage from checked options; throws `OptionError`.
    public let make: @Sendable (OptionValues) throws(OptionError) -> any DocumentProcessor

    /// Pairs a declaration with the way to make its stage.
    public init(
      descriptor: StageDescriptor, version: SemanticVersion? = nil,
      make: @escaping @Sendable (OptionValues) throws(OptionError) -> any DocumentProcessor
    ) {
      self.descriptor = descriptor
      self.version = version
      self.make = make
    }
  }

  private var entries: [String: Entry] = [:]

  /// An empty registry.
  public init() {}

  /// Adds a stage type; of two with one id the later wins.
  public mutating func register<S: Stage>(_ type: S.Type) {
    register(
      Entry(
        descriptor: type.descriptor,
        make: { options throws(OptionError) in try S(options: options) }))
  }

  /// Adds a stage whose declaration is not tied to a type.
  public mutating func register(_ entry: Entry) {
    entries[entry.descriptor.id] = entry
  }

  /// The entry of a stage, or nil.
  public subscript(id: String) -> Entry? { entries[id] }

  /// Ids of all stages, sorted.
  public var ids: [String] { entries.keys.sorted() }

  /// Declarations of all stages, sorted by id.
  public var descriptors: [StageDescriptor] {
    ids.compactMap { entries[$0]?.descriptor }
  }

  /// Ids of the stages that provide a layer, sorted.
  public func providers(of layer: LayerName) -> [String] {
    ids.filter { entries[$0]?.descriptor.provides.contains(layer) ?? false }
  }
}

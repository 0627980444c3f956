import UTF8Text

/// What a recipe file says: stages in order, and how documents come in and results go out.
public struct Recipe: Sendable, Hashable {
  /// A stage as the recipe names it.
  public struct Step: Sendable, Hashable {
    /// The stage's id.
    public var stage: String
    /// The options given, in order.
    public var options: [JSONValue.Member]
    /// Versions of the stage's plugin that the recipe accepts; nil for any.
    public var version: VersionRange?

    /// Names a stage and its options.
    public init(
      _ stage: String, with options: [JSONValue.Member] = [], version: VersionRange? = nil
    ) {
      self.stage = stage
      self.options = options
      self.version = version
    }
  }

  /// Which fields of a JSON record hold what.
  public struct Input: Sendable, Hashable {
    /// Field of the article's text.
    public var text = "text"
    /// Field of the document's id.
    public var id = "id"
    /// Field of the title.
    public var title = "title"

    /// The usual field names.
    public init() {}
  }

  /// How results are written.
  public struct Output: Sendable, Hashable {
    /// Unit of all offsets.
    public var offsets = OffsetUnit.codepoints
    /// Layers to write, or nil for all that the stages mean to be written.
    public var layers: [String]?
    /// True to write the source text too.
    public var includesText = false

    /// The defaults.
    public init() {}
  }

  /// The recipe's name.
  public var name: String
  /// What it is for, in a sentence.
  public var summary: String?
  /// BCP 47 tag of the texts' language.
  public var language: String
  /// The stages.
  public var stages: [Step]
  /// How records are read.
  public var input = Input()
  /// How results are written.
  public var output = Output()

  /// Makes a recipe in code.
  public init(name: String, language: String = "ar", stages: [Step]) {
    self.name = name
    self.language = language
    self.stages = stages
  }

  /// Reads a recipe without checking it against any registry.
  ///
  /// - Throws: `RecipeError` with every fault of form.
  public init(json bytes: [UInt8]) throws(RecipeError) {
    var reader = try RecipeReader(bytes)
    self = reader.read()
    if !reader.faults.isEmpty { throw RecipeError(reader.sortedFaults) }
  }
}

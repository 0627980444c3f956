import ArabicText
import ICUText
import UTF8Text

/// One named operation of normalization.
public struct Operation: Sendable {
  /// What the operation does to a text.
  enum Action: Sendable {
    case scalars(ScalarMap)
    case unicode(NormalizationForm)
    case spaces
    case rewrite(@Sendable (Text) -> (text: Text, alignment: Alignment))
  }

  /// The name that recipes and the command line use.
  public let name: String
  /// What it does, in one line.
  public let summary: String
  let action: Action

  init(_ name: String, _ summary: String, _ action: Action) {
    self.name = name
    self.summary = summary
    self.action = action
  }

  /// The operation of a name, or nil.
  public static func named(_ name: String) -> Operation? { byName[name] }

  /// Every operation, in the order of the reference page.
  public static let all: [Operation] = unicode + arabic + peers

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// An operation that `Resources/letter-maps.tsv` of ArabicText defines.
  static func letters(_ name: String, _ summary: String) -> Operation {
    Operation(name, summary, .scalars(LetterMaps.named(name) ?? .identity))
  }
}

import Warraq

/// The stage `structure`: tells the body of an article from what surrounds it.
public struct StructureStage: Stage {
  static let keepsSubheadings = StageOption(
    "subheadings", default: true,
    "Tell subheadings from the body; when false they count as body.")

  public static let descriptor = StageDescriptor(
    id: "structure",
    summary: "Find title, date, by-lines, tags and other clutter, and the body of the article.",
    options: stageOptions(keepsSubheadings),
    provides: [.layer(.structure)])

  private let keepsSubheadings: Bool

  public init(options: OptionValues) throws(OptionError) {
    keepsSubheadings = options[Self.keepsSubheadings]
  }

  public func process(_ document: inout Document) throws(StageError) {
    var analyzer = StructureAnalyzer(document.text, metadataTitle: document.metadataTitle)
    let layer = analyzer.analyze(keepsSubheadings: keepsSubheadings)
    try document.add(layer, as: .structure)
  }
}

import Warraq
import WarraqStandard

/// Running stages over one text.
public enum Pipelines {
  /// The document that stages make of a text.
  public static func run(
    _ text: String, title: String? = nil, _ stages: [Recipe.Step],
    registry: StageRegistry = .standard
  ) throws -> Document {
    let pipeline = try Pipeline(Recipe(name: "test", stages: stages), registry: registry)
    let metadata = title.map { [JSONValue.Member("title", .string($0))] } ?? []
    var document = Document(id: "test", text: Text(text), metadata: metadata)
    try pipeline.process(&document)
    return document
  }

  /// The stages that come before keywords, names and summaries.
  public static let reading = [
    Recipe.Step("structure"), Recipe.Step("normalize"), Recipe.Step("sentences"),
    Recipe.Step("words"),
  ]
}

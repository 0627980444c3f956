import Testing
import Warraq

@Suite struct DocumentTests {
  @Test func layersAreAddedOnce() throws {
    var document = Document(id: "1", text: Text("نص"))
    try document.add(SentenceLayer(spans: [TextSpan(0, 4)]), as: .sentences)
    #expect(document[.sentences]?.spans == [TextSpan(0, 4)])
    #expect(throws: StageError.self) {
      try document.add(SentenceLayer(spans: []), as: .sentences)
    }
    #expect(document[.sentences]?.spans.count == 1)
    #expect(document.layerNames == ["sentences"])
  }

  @Test func missingLayerIsAnError() {
    let document = Document(id: "1", text: Text("نص"))
    #expect(throws: StageError.self) { _ = try document.required(.words) }
  }

  @Test func bodyIsTheWholeTextWithoutStructure() throws {
    var document = Document(id: "1", text: Text("نص"))
    #expect(document.bodySpans == [TextSpan(0, 4)])
    #expect(Document(id: "2", text: Text("")).bodySpans.isEmpty)
    let structure = StructureLayer(
      blocks: [.init(.title, TextSpan(0, 2)), .init(.body, TextSpan(2, 4))], title: TextSpan(0, 2),
      tags: [], date: nil)
    try document.add(structure, as: .structure)
    #expect(document.bodySpans == [TextSpan(2, 4)])
    #expect(document.title == "ن")
  }
}

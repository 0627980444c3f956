import TestSupport
import Testing
import Warraq
import WarraqPlugins
import WarraqStandard

@Suite struct PythonPackageTests {
  private static let isInstalled =
    (try? Shell.run("python3 -c 'import snowballstemmer'", in: "/"))?.status == 0

  /// Where PyPI's snowballstemmer is installed, its stems are those of the stage `words`, which
  /// asks the C library for the same.
  @Test(.enabled(if: isInstalled))
  func aPackageIsAStage() throws {
    let folder = Repository.root + "Plugins/Examples/PythonPackage"
    let registry = try PluginLoader(log: { Issue.record("\($0)") })
      .registry(.standard, adding: [PluginManifest(folder: folder)])
    let pipeline = try Pipeline(
      Recipe(
        name: "x",
        stages: [
          Recipe.Step("sentences"), Recipe.Step("words", with: [.init("stemmer", "snowball")]),
          Recipe.Step("snowball-python/stems"),
        ]), registry: registry)
    var document = Document(id: "a", text: Text("كتب الطلاب رسائلهم إلى المدرسة، وقرؤوها."))
    try pipeline.process(&document)
    let stems = document[LayerKey<AnnotationLayer>("snowball-python-stems")]?.annotations
    let words = try document.required(.words)
    let expected = words.tokens.filter { $0.kind == .word }.map { words.terms[$0.term].stem }
    #expect(stems?.map(\.label) == expected)
  }
}

import Foundation
import TestSupport
import Testing
import Warraq
import WarraqPlugins
import WarraqStandard

/// Plugins that misbehave in every way cost no more than their own documents.
@Suite struct ProcessPluginTests {
  /// A plugin that does to a document what its text asks for.
  private static let program = """
    import json, os, signal, sys, time
    mode = sys.argv[1]
    if mode == "deaf": sys.exit(3)
    def answer(message): print(json.dumps(message), flush=True)
    def one(text):
        if "CRASH" in text: print("going down", file=sys.stderr, flush=True); os.kill(os.getpid(), signal.SIGSEGV)
        if "HANG" in text: time.sleep(60)
        if "FLOOD" in text: sys.stdout.write("x" * 200000000); sys.stdout.flush()
        if "SWARM" in text: return {"annotations": [{"start": 0, "end": 0}] * 200000}
        if "GARBAGE" in text: print("this is no JSON", flush=True); return None
        if "REFUSE" in text: return {"error": "not this one"}
        if "LIE" in text: return {"annotations": [{"start": 0, "end": 10**9}]}
        if "BACKWARDS" in text: return {"annotations": [{"start": 2, "end": 1}]}
        if "NOTHING" in text: return {}
        if "MEMORY" in text: return {"annotations": [{"start": 0, "end": len("x" * 10**10)}]}
        if "ENVIRONMENT" in text: return {"annotations": [{"start": 0, "end": 1, "value": sorted(os.environ)}]}
        return {"annotations": [{"start": 0, "end": len(text), "label": "whole"}]}
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "hello": answer({"type": "hello", "protocol": 2 if mode == "old" else 1})
        elif message["type"] == "batch":
            documents = [one(d["text"]) for d in message["documents"]]
            answer({"type": "results", "id": message["id"], "documents": documents})
        else: break
    """

  private func run(
    _ texts: [String], mode: String = "good", log: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> (documents: [Document], failures: [Int: DocumentError]) {
    let folder = try TemporaryFolder()
    try folder.write("plugin.py", Self.program)
    try folder.write(
      "plugin.json",
      """
      { "id": "wild", "version": "1.0.0", "kind": "process", "summary": "Wild.", "licence": "MIT",
        "command": ["python3", "plugin.py", "\(mode)"], "environment": ["LANG"],
        "limits": { "seconds": 8, "megabytes": 600, "batch": 16 },
        "stages": [ { "id": "all", "summary": "All.", "uses": ["sentences"], "provides": "wild" } ] }
      """)
    let manifest = try PluginManifest(folder: folder.path)
    let registry = try PluginLoader(log: log).registry(.standard, adding: [manifest])
    let pipeline = try Pipeline(
      Recipe(name: "x", stages: [Recipe.Step("sentences"), Recipe.Step("wild/all")]),
      registry: registry)
    var documents = texts.enumerated().map { Document(id: "\($0)", text: Text($1)) }
    let failures = pipeline.process(&documents)
    return (documents, failures)
  }

  private func layer(_ document: Document) -> AnnotationLayer? {
    document[LayerKey<AnnotationLayer>("wild")]
  }

  @Test(arguments: [
    ("CRASH", "ended"), ("HANG", "longer than"), ("FLOOD", "more than"), ("SWARM", "more than"),
    ("GARBAGE", "JSON"), ("REFUSE", "not this one"), ("LIE", "1000000000"),
    ("BACKWARDS", "spans bytes"), ("NOTHING", "neither"), ("MEMORY", "ended"),
  ])
  func onlyTheDocumentAtFaultFails(deed: String, problem: String) throws {
    let texts = ["نص أول.", "نص \(deed).", "نص ثالث.", "نص رابع."]
    let (documents, failures) = try run(texts)
    #expect(Set(failures.keys) == [1], "\(failures)")
    #expect(failures[1]?.problem.contains(problem) ?? false, "\(failures)")
    #expect(failures[1]?.stage == "wild/all" && failures[1]?.documentID == "1")
    for index in [0, 2, 3] {
      let whole = try #require(layer(documents[index])?.annotations.first)
      #expect(documents[index].text[whole.span] == texts[index])
    }
  }

  @Test(arguments: [("old", "protocol 2"), ("deaf", "ended")])
  func aPluginThatNeverAnswersFailsItsDocuments(mode: String, problem: String) throws {
    let (documents, failures) = try run(["أ", "ب", "ج"], mode: mode)
    #expect(failures.count == 3)
    #expect(failures.values.allSatisfy { $0.problem.contains(problem) }, "\(failures)")
    // What stages before it found is there.
    #expect(documents.allSatisfy { $0[.sentences] != nil })
  }

  @Test func aProgramThatIsNotThereIsTold() throws {
    let folder = try TemporaryFolder()
    let json = Repository.text("Plugins/Examples/PythonProcess/plugin.json")
    try folder.write("plugin.json", json.replacing("\"python3\"", with: "\"no-such-program\""))
    let registry = try PluginLoader(log: { _ in })
      .registry(.standard, adding: [PluginManifest(folder: folder.path)])
    let pipeline = try Pipeline(
      Recipe(name: "x", stages: [Recipe.Step("example/long-words")]), registry: registry)
    var documents = [Document(id: "a", text: Text("نص"))]
    #expect(pipeline.process(&documents)[0]?.problem.contains("no-such-program") ?? false)
  }

  @Test func theEnvironmentIsEmptyButForWhatIsNamed() throws {
    setenv("WARRAQ_TEST_SECRET", "1", 1)
    setenv("LANG", "C.UTF-8", 1)
    let (documents, _) = try run(["ENVIRONMENT"])
    let names = layer(documents[0])?.annotations.first?.value?.arrayValue?.compactMap(\.stringValue)
    // What starts Python may add names of its own, never the user's.
    let found = try #require(names)
    #expect(found.contains("LANG"))
    #expect(!found.contains("WARRAQ_TEST_SECRET") && !found.contains("HOME"), "\(found)")
  }

  @Test func standardErrorGoesToTheLog() throws {
    let lines = LogLines()
    _ = try run(["نص", "CRASH"], log: { lines.add($0) })
    #expect(lines.all.contains { $0.contains("wild") && $0.contains("going down") })
  }

  @Test func manyDocumentsGoInBatches() throws {
    let texts = (0..<100).map { "نص رقم \($0)" }
    let (documents, failures) = try run(texts)
    #expect(failures.isEmpty)
    #expect(
      documents.map { layer($0)?.annotations.first?.span.end } == texts.map { $0.utf8.count })
  }
}

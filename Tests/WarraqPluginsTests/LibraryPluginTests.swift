import TestSupport
import Testing
import Warraq
import WarraqPlugins
import WarraqStandard

/// The libraries of Plugins/Examples, built here, and one that misbehaves.
@Suite struct LibraryPluginTests {
  /// Builds an example in a folder of its own; nil when the machine has no such compiler.
  private func build(_ example: String) throws -> TemporaryFolder? {
    let folder = try TemporaryFolder()
    let source = Repository.root + "Plugins/Examples/" + example
    let header = Repository.root + "Sources/CWarraqPlugin/include/warraq_plugin.h"
    let result = try Shell.run(
      "cp -r '\(source)/.' . && cp '\(header)' . && make libexample.so", in: folder.path)
    if result.status != 0, result.output.contains("not found") { return nil }
    #expect(result.status == 0, "\(result.output)")
    return folder
  }

  private func registry(_ folder: TemporaryFolder) throws -> StageRegistry {
    try PluginLoader(log: { _ in })
      .registry(.standard, adding: [PluginManifest(folder: folder.path)])
  }

  private let texts = [
    "ذهب المهندسون إلى المصنع الكبير", "", "   ", "المستشفيات\nوالمكتبات\tعمل",
    "internationalization 😀",
  ]

  private func longWords(_ registry: StageRegistry, minimum: Int) throws -> [[String]] {
    let step = Recipe.Step("example/long-words", with: [.init("minimum", .number("\(minimum)"))])
    let pipeline = try Pipeline(Recipe(name: "x", stages: [step]), registry: registry)
    var documents = texts.enumerated().map { Document(id: "\($0)", text: Text($1)) }
    #expect(pipeline.process(&documents).isEmpty)
    return documents.map { document in
      let layer = document[LayerKey<AnnotationLayer>("example-long-words")]
      return layer?.annotations.map { document.text[$0.span] + "/" + $0.label } ?? ["no layer"]
    }
  }

  @Test(arguments: ["CLibrary", "SwiftLibrary", "RustLibrary", "PythonProcess"])
  func everyExampleFindsTheSameWords(example: String) async throws {
    let folder: TemporaryFolder
    if example == "PythonProcess" {
      folder = try TemporaryFolder()
      for name in ["plugin.json", "plugin.py"] {
        try folder.write(name, Repository.text("Plugins/Examples/PythonProcess/" + name))
      }
    } else {
      guard let built = try build(example) else {
        // No Rust here; C and Swift are always there.
        #expect(example == "RustLibrary")
        return
      }
      folder = built
    }
    let registry = try registry(folder)
    #expect(
      try longWords(registry, minimum: 8) == [
        ["المهندسون/long"], [], [], ["المستشفيات/long", "والمكتبات/long"],
        ["internationalization/long"],
      ])
    let breaches = await checkStage("example/long-words", in: registry)
    #expect(breaches.isEmpty, "\(breaches)")
  }

  /// A library that does to a document what its text asks for.
  private static let wild = """
    #include <string.h>
    #include <stdio.h>
    #include "warraq_plugin.h"
    static const char *describe(void) { return "{\\"id\\":\\"wild\\",\\"version\\":\\"1.0.0\\",\\"stages\\":[\\"all\\"]}"; }
    static void *create(const char *stage, const char *options, char *error, size_t capacity) {
      (void)stage;
      if (strstr(options, "\\"refuse\\":true")) { snprintf(error, capacity, "I will not"); return NULL; }
      return (void *)describe;
    }
    static int has(warraq_text text, const char *word) { return memmem(text.bytes, text.count, word, strlen(word)) != NULL; }
    static int32_t process(void *self, const warraq_document *documents, size_t count, const warraq_results *results) {
      (void)self;
      for (size_t n = 0; n < count; ++n) {
        warraq_annotation whole = {0, documents[n].text.count, {0, 0}, {0, 0}};
        if (has(documents[n].text, "GIVE UP")) return 7;
        if (has(documents[n].text, "LIE")) whole.end += 1;
        if (has(documents[n].text, "HUGE")) whole.end = UINT64_MAX;
        if (has(documents[n].text, "CUT")) whole.start = 1;
        if (has(documents[n].text, "VALUE")) whole.value = (warraq_text){(const uint8_t *)"{oops", 5};
        if (has(documents[n].text, "REFUSE")) results->fail(results->context, n, (warraq_text){(const uint8_t *)"not this", 8});
        int times = has(documents[n].text, "FLOOD") ? 100000 : 1;
        for (int i = 0; i < times; ++i) results->add(results->context, n, &whole);
        if (has(documents[n].text, "OTHER")) results->add(results->context, count + 5, &whole);
        if (documents[n].layer_count > 0) {
          warraq_annotation layers = {0, documents[n].layers[0].count > 1 ? documents[n].layers[0].annotations[1].start : 0, documents[n].layers[0].name, {0, 0}};
          results->add(results->context, n, &layers);
        }
      }
      return 0;
    }
    static void destroy(void *self) { (void)self; }
    const warraq_plugin *warraq_plugin_entry(uint32_t host) {
      static warraq_plugin plugin = {ABI, describe, create, process, destroy};
      (void)host;
      return &plugin;
    }
    """

  private func wildRegistry(
    abi: String = "WARRAQ_PLUGIN_ABI", version: String = "1.0.0"
  ) throws -> (StageRegistry, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write("wild.c", "#define _GNU_SOURCE\n" + Self.wild)
    try folder.write(
      "plugin.json",
      """
      { "id": "wild", "version": "\(version)", "kind": "library", "summary": "Wild.",
        "licence": "MIT", "library": "libwild.so",
        "stages": [ { "id": "all", "summary": "All.", "uses": ["sentences"], "provides": "wild",
          "options": { "refuse": { "type": "boolean", "default": false } } } ] }
      """)
    let header = Repository.root + "Sources/CWarraqPlugin/include"
    let result = try Shell.run(
      "cc -std=c11 -O1 -fPIC -shared -DABI=\(abi) -I '\(header)' -o libwild.so wild.c",
      in: folder.path)
    #expect(result.status == 0, "\(result.output)")
    return (try registry(folder), folder)
  }

  @Test func aLibraryThatLiesCostsItsDocumentsOnly() throws {
    let (registry, folder) = try wildRegistry()
    defer { withExtendedLifetime(folder) {} }
    let pipeline = try Pipeline(
      Recipe(name: "x", stages: [Recipe.Step("sentences"), Recipe.Step("wild/all")]),
      registry: registry)
    let texts = [
      "نص. آخر.", "نص LIE", "HUGE", "نص CUT", "VALUE", "REFUSE", "FLOOD", "OTHER", "نص. أخير.",
    ]
    var documents = texts.enumerated().map { Document(id: "\($0)", text: Text($1)) }
    let failures = pipeline.process(&documents)
    #expect(Set(failures.keys) == [1, 2, 3, 4, 5, 6], "\(failures)")
    #expect(failures[3]?.problem.contains("cuts a code point") ?? false)
    #expect(failures[5]?.problem.contains("not this") ?? false)
    // The layer that it uses came with its places.
    let layer = documents[8][LayerKey<AnnotationLayer>("wild")]
    #expect(layer?.annotations.last?.label == "sentences")
    #expect(layer?.annotations.last?.span.end == 6)
    var given = [Document(id: "a", text: Text("GIVE UP")), Document(id: "b", text: Text("نص"))]
    let givenUp = pipeline.process(&given)
    #expect(Set(givenUp.keys) == [0] && givenUp[0]?.problem.contains("7") ?? false)
  }

  @Test func whatCannotBeServedIsRefusedBeforeTheRun() throws {
    func problem(_ registry: StageRegistry, refuse: Bool = false) -> String {
      do throws(RecipeError) {
        let step = Recipe.Step("wild/all", with: [.init("refuse", .bool(refuse))])
        _ = try Pipeline(Recipe(name: "x", stages: [step]), registry: registry)
        return ""
      } catch {
        return error.faults.map(\.problem).joined()
      }
    }
    let (old, oldFolder) = try wildRegistry(abi: "99")
    #expect(problem(old).contains("version of the interface"))
    let (other, otherFolder) = try wildRegistry(version: "2.0.0")
    #expect(problem(other).contains("describes itself otherwise"))
    let (sound, soundFolder) = try wildRegistry()
    #expect(problem(sound, refuse: true).contains("I will not"))
    #expect(problem(sound) == "")
    #expect([oldFolder, otherFolder, soundFolder].allSatisfy { !$0.path.isEmpty })
    let missing = try TemporaryFolder()
    try missing.write(
      "plugin.json", Repository.text("Plugins/Examples/CLibrary/plugin.json"))
    let unbuilt = try registry(missing)
    do throws(RecipeError) {
      _ = try Pipeline(
        Recipe(name: "x", stages: [Recipe.Step("example/long-words")]), registry: unbuilt)
      Issue.record("loaded")
    } catch {
      #expect(error.faults.first?.problem.contains("cannot be loaded") ?? false)
    }
  }
}

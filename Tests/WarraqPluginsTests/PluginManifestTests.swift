import TestSupport
import Testing
@testable import Warraq
import WarraqPlugins
import WarraqStandard

@Suite struct PluginManifestTests {
  private let sound = Repository.text("Plugins/Examples/PythonProcess/plugin.json")

  private func manifest(_ json: String) throws -> PluginManifest {
    let folder = try TemporaryFolder()
    try folder.write("plugin.json", json)
    return try PluginManifest(folder: folder.path)
  }

  @Test func declarationOfAnExampleIsRead() throws {
    let manifest = try manifest(sound)
    #expect(manifest.id == "example" && manifest.version.description == "1.0.0")
    #expect(manifest.kind == .process && manifest.command == ["python3", "plugin.py"])
    #expect(manifest.limits.megabytes == 512)
    let stage = try #require(manifest.stages.first)
    #expect(stage.descriptor.id == "example/long-words")
    #expect(stage.descriptor.options.map(\.name) == ["minimum"])
    let option = stage.descriptor.options[0]
    #expect(option.judge(.number("7")) == .fits)
    #expect(option.judge(.number("0")) == .outOfRange)
    #expect(option.judge(.string("7")) == .wrongType)
  }

  /// What is replaced by what, and where the fault is told.
  @Test(arguments: [
    ("\"1.0.0\"", "\"new\"", "/version"), ("\"process\"", "\"proces\"", "/kind"),
    ("\"example\"", "\"Example!\"", "/id"), ("[\"python3\", \"plugin.py\"]", "[]", "/command"),
    ("\"seconds\": 30", "\"seconds\": 0", "/limits/seconds"),
    ("\"batch\": 32", "\"bach\": 32", "/limits/bach"),
    ("\"default\": 7,", "", "/stages/0/options/minimum"),
    ("\"default\": 7", "\"default\": 0", "/stages/0/options/minimum/default"),
    ("\"integer\"", "\"whole\"", "/stages/0/options/minimum/type"),
    ("\"minimum\": 1,", "\"least\": 1,", "/stages/0/options/minimum/least"),
    ("\"provides\": \"example-long-words\"", "\"gives\": \"x\"", "/stages/0/gives"),
    ("\"licence\": \"MIT\",", "", "/licence"),
  ])
  func faultsAreToldWithTheirPlace(part: String, other: String, pointer: String) throws {
    #expect(sound.contains(part))
    do {
      _ = try manifest(sound.replacing(part, with: other))
      Issue.record("accepted")
    } catch let error as PluginError {
      #expect(error.pointer == pointer && !error.mend.isEmpty, "\(error)")
    }
  }

  @Test func brokenFilesAreRefused() throws {
    #expect(throws: PluginError.self) { try manifest("{") }
    #expect(throws: PluginError.self) { try manifest("[]") }
    let empty = try TemporaryFolder()
    #expect(throws: PluginError.self) { try PluginManifest(folder: empty.path) }
  }

  @Test func layersOfOtherStagesAreNotTaken() throws {
    let taken = try manifest(sound.replacing("\"example-long-words\"", with: "\"sentences\""))
    #expect(throws: PluginError.self) {
      try PluginLoader(log: { _ in }).registry(.standard, adding: [taken])
    }
  }

  @Test func recipesKnowStagesVersionsAndOptions() throws {
    let registry = try PluginLoader(log: { _ in })
      .registry(.standard, adding: [manifest(sound)])
    #expect(RecipeSchema.make(for: registry).compactJSON.contains("example/long-words"))
    func faults(_ step: Recipe.Step) -> [String] {
      do throws(RecipeError) {
        _ = try Pipeline(Recipe(name: "x", stages: [step]), registry: registry)
        return []
      } catch {
        return error.faults.map(\.pointer)
      }
    }
    #expect(faults(Recipe.Step("example/long-words", version: VersionRange("^1.0"))) == [])
    #expect(
      faults(Recipe.Step("example/long-words", version: VersionRange(">=2"))) == [
        "/stages/0/version"
      ])
    #expect(
      faults(Recipe.Step("example/long-words", with: [.init("minimum", .number("0"))])) == [
        "/stages/0/with/minimum"
      ])
    #expect(
      faults(Recipe.Step("sentences", version: VersionRange("1"))) == ["/stages/0/version"])
    #expect(faults(Recipe.Step("example/long-word")) == ["/stages/0/use"])
  }

  @Test func storeKeepsFoldersByID() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/plugin.json", sound)
    try folder.write("b/plugin.json", sound)
    let store = PluginStore(path: folder.path + "lists/plugins.json")
    #expect(try store.folders() == [])
    _ = try store.add(folder.path + "a")
    _ = try store.add(folder.path + "a")
    #expect(try store.folders().count == 1)
    _ = try store.add(folder.path + "b")
    #expect(try store.folders().map { $0.hasSuffix("/b") } == [true])
    #expect(try store.remove("example"))
    #expect(try store.folders() == [])
    #expect(try !store.remove("example"))
    try folder.write("lists/plugins.json", "{}")
    #expect(throws: PluginError.self) { try store.folders() }
  }
}

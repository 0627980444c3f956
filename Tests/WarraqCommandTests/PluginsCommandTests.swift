import Foundation
import TestSupport
import Testing

/// Plugins on the real binary, from the skeleton to the run.
@Suite struct PluginsCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs a line of shell in which `warraq` is the binary and the list of plugins is the test's own.
  private func shell(_ line: String) throws -> (status: Int32, output: String) {
    let setting =
      "export WARRAQ_PLUGINS='\(folder.path)list.json'; warraq() { '\(Command.path)' \"$@\"; }; "
    return try Shell.run(setting + line, in: folder.path)
  }

  @Test func skeletonsWorkAsTheyAre() throws {
    #expect(try shell("warraq plugins new in-c --kind c && cd in-c && make libin-c.so").status == 0)
    #expect(try shell("warraq plugin new my-python --kind process").status == 0)
    for name in ["in-c", "my-python"] {
      let checked = try shell("warraq plugins check \(name)")
      #expect(checked.output == "\(name) 1.0.0: sound: \(name)/long-words\n")
      #expect(try shell("warraq plugins add \(name)").output == "added \(name) 1.0.0\n")
    }
    #expect(try shell("warraq plugins list").output.contains("my-python/long-words"))
    try folder.write(
      "r.json",
      """
      { "name": "r", "stages": [ { "use": "in-c/long-words", "version": "^1.0" },
        { "use": "my-python/long-words", "with": { "minimum": 9 } } ] }
      """)
    try folder.write("a.txt", "ذهب المهندسون إلى المصانع")
    let result = try shell("warraq run r.json a.txt")
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        "\"my-python-long-words\":[{\"start\":4,\"end\":13,\"text\":\"المهندسون\",\"label\":\"long\"}]"
      ))
    #expect(try shell("warraq recipe check r.json").status == 0)
    #expect(try shell("warraq recipe schema").output.contains("in-c/long-words"))
    #expect(try shell("warraq stages my-python/long-words").output.contains("minimum"))

    #expect(try shell("warraq plugins remove in-c").status == 0)
    let removed = try shell("warraq recipe check r.json")
    #expect(removed.status == 2 && removed.output.contains("unknown stage `in-c/long-words`"))
    #expect(try shell("warraq recipe check r.json --plugin in-c").status == 0)
  }

  /// The sources of the package are compiled and tested in this package; here its skeleton is.
  @Test func swiftSkeletonIsAPackage() throws {
    let toolkit = Repository.root
    #expect(
      try shell("warraq plugins new my-stage --kind swift --toolkit '\(toolkit)'").status == 0)
    let dump = try shell("cd my-stage && swift package dump-package")
    #expect(dump.status == 0 && dump.output.contains("MyStageTests"), "\(dump.output)")
    let code = folder.read("my-stage/Sources/MyStage/LongWordsStage.swift") ?? []
    let text = String(decoding: code, as: UTF8.self)
    #expect(text.contains("myStageLongWords") && !text.lowercased().contains("example"))
  }

  @Test(arguments: [
    ("plugins new Bad_Name --kind c", "lower-case"), ("plugins new x --kind cpp", "unknown kind"),
    ("plugins add nowhere", "no plugin.json"), ("plugins check nowhere", "no plugin.json"),
    ("plugins remove nobody", "no plugin `nobody`"),
  ])
  func mistakesAreToldWithTheirMend(arguments: String, message: String) throws {
    let result = try shell("warraq " + arguments)
    #expect(result.status == 2 && result.output.contains(message), "\(result.output)")
  }

  /// A plugin that would run for ever ends with the run, however the run ends.
  @Test func pluginsEndWithTheRun() throws {
    try folder.write(
      "p/plugin.json",
      Repository.text("Plugins/Examples/PythonProcess/plugin.json")
        .replacing("[\"python3\", \"plugin.py\"]", with: "[\"./sleeper\"]"))
    try folder.write("p/sleeper", "#!/bin/sh\necho $$ > pid\nexec sleep 300\n")
    try folder.write(
      "r.json", "{ \"name\": \"r\", \"stages\": [ { \"use\": \"example/long-words\" } ] }")
    try folder.write("a.txt", "نص")
    let result = try shell(
      """
      chmod +x p/sleeper
      '\(Command.path)' run r.json a.txt --plugin p > out 2> err &
      run=$!
      for i in $(seq 100); do [ -s p/pid ] && break; sleep 0.2; done
      kill -0 $(cat p/pid) && echo alive
      kill -9 $run
      for i in $(seq 50); do kill -0 $(cat p/pid) 2>/dev/null || break; sleep 0.2; done
      kill -0 $(cat p/pid) 2>/dev/null || echo gone
      """)
    #expect(result.output.contains("alive") && result.output.contains("gone"), "\(result.output)")
  }

  @Test func failedDocumentsAreCountedAndTheOthersWritten() throws {
    try folder.write("p/plugin.json", Repository.text("Plugins/Examples/PythonProcess/plugin.json"))
    try folder.write(
      "p/plugin.py",
      Repository.text("Plugins/Examples/PythonProcess/plugin.py")
        .replacing("    return [\n", with: "    if \"سقوط\" in text: sys.exit(9)\n    return [\n"))
    try folder.write(
      "r.json", "{ \"name\": \"r\", \"stages\": [ { \"use\": \"example/long-words\" } ] }")
    let lines = (0..<200).map {
      "{\"id\":\"\($0)\",\"text\":\"نص \($0 % 50 == 7 ? "سقوط" : "سليم")\"}"
    }
    try folder.write("in.jsonl", lines.joined(separator: "\n"))
    for jobs in ["1", "2"] {
      let result = try shell(
        "warraq run r.json in.jsonl --plugin p --jobs \(jobs) -o out\(jobs).jsonl")
      #expect(result.status == 1)
      #expect(result.output.contains("196 written, 0 filtered, 4 failed"), "\(result.output)")
    }
    #expect(folder.read("out1.jsonl") == folder.read("out2.jsonl"))
    #expect(folder.read("out1.jsonl")?.filter { $0 == 0x0A }.count == 196)
  }
}

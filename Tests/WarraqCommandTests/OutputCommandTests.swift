import Foundation
import TestSupport
import Testing
import Warraq

@Suite struct OutputCommandTests {
  private let corpus = Repository.root + "Corpora/news"

  @Test func severalSinksAtOnceAgree() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      [
        "run", "article-digest", corpus, "-o", "a.jsonl", "-o", "b.jsonl.gz", "-o", "c.jsonl.zst",
        "-o", "d.csv", "-o", "e.md", "-o", "-", "--fields", "id,keywords", "--stats", "s.json",
      ], folder: folder.path)
    #expect(result.status == 0)
    let lines = String(decoding: folder.read("a.jsonl") ?? [], as: UTF8.self)
    #expect(result.output == lines)
    #expect(
      String(decoding: folder.read("d.csv") ?? [], as: UTF8.self).hasPrefix("id,keywords\r\n"))
    // What is packed says the same: the results are themselves a corpus.
    let recipe = try folder.write(
      "r.json",
      "{\"name\":\"r\",\"input\":{\"text\":\"id\"},\"stages\":[{\"use\":\"sentences\"}],\"output\":{\"layers\":[]}}"
    )
    let plain = try Command.run(["run", recipe, "a.jsonl"], folder: folder.path)
    #expect(plain.lines.count == 33)
    for packed in ["b.jsonl.gz", "c.jsonl.zst"] {
      let read = try Command.run(["run", recipe, packed], folder: folder.path)
      let isSame = read.output.replacing(packed, with: "a.jsonl") == plain.output
      #expect(isSame, "\(packed)")
    }
  }

  /// Standard input has no name that tells how it is packed.
  @Test func packedStandardInputIsRead() throws {
    let folder = try TemporaryFolder()
    let line = "{\"id\":\"أ\",\"text\":\"جملة أولى. وثانية.\"}\n"
    try folder.write("in.jsonl", line)
    for packed in ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"] {
      let made = try Command.run(
        ["run", "sentences", "in.jsonl", "-o", packed, "--quiet"], folder: folder.path)
      #expect(made.status == 0)
      let result = try Command.shell(
        "'\(Command.path)' run r.json - < \(packed)",
        folder: try recipeOverIdentifiers(folder))
      #expect(result.status == 0 && result.output.contains("\"start\":0"), "\(result.errors)")
    }
  }

  /// A recipe that reads the results of another run, with their ids as texts; gives the folder's path.
  private func recipeOverIdentifiers(_ folder: TemporaryFolder) throws -> String {
    try folder.write(
      "r.json", "{\"name\":\"r\",\"input\":{\"text\":\"id\"},\"stages\":[{\"use\":\"sentences\"}]}")
    return folder.path
  }

  @Test func manifestAddsUp() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "in.jsonl",
      (0..<50).map { $0 == 7 ? "{" : "{\"text\":\"\(String(repeating: "نص ", count: $0))\"}" }
        .joined(separator: "\n"))
    let recipe = try folder.write(
      "r.json",
      "{\"name\":\"r\",\"stages\":[{\"use\":\"filter\",\"with\":{\"min-characters\":30}},{\"use\":\"sentences\"}]}"
    )
    let result = try Command.run(
      ["run", recipe, "in.jsonl", "-o", "a.jsonl", "--stats", "s.json"], folder: folder.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("50 documents read") && result.errors.contains("9 filtered"))
    let manifest = try JSONScanner.parse(try #require(folder.read("s.json")))
    let documents = try #require(manifest["documents"])
    #expect(documents["read"] == 50 && documents["failed"] == 1 && documents["filtered"] == 9)
    #expect(documents["written"] == 40)
    let digest = try Shell.run("sha256sum in.jsonl", in: folder.path).output.prefix(64)
    #expect(manifest["inputs"]?.arrayValue?.first?["sha256"]?.stringValue == String(digest))
    #expect(
      manifest["stages"]?.arrayValue?.compactMap { $0["stage"]?.stringValue } == [
        "filter", "sentences",
      ])
    #expect(manifest["complete"] == true)
  }

  @Test func searchFindsWhatARunWrote() throws {
    let folder = try TemporaryFolder()
    let run = try Command.run(
      ["run", "article-digest", corpus, "-o", "a.sqlite", "--quiet"], folder: folder.path)
    #expect(run.status == 0 && run.errors.isEmpty)
    let found = try Command.run(["search", "a.sqlite", "بالمكتبات", "--json"], folder: folder.path)
    #expect(found.output.contains("alexandria-library.txt"))
    let none = try Command.run(["search", "a.sqlite", "-لا"], folder: folder.path)
    #expect(none.status == 2 && none.errors.contains("no word to look for"))
    #expect(try Command.run(["search", "nothing.sqlite", "كلمة"], folder: folder.path).status == 2)
  }

  /// What is no file of its own stays what it is, and is written to as results come.
  @Test func streamsAreWrittenTo() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.txt", "جملة أولى. وثانية.")
    let expected = try Command.run(["run", "sentences", "in.txt"], folder: folder.path)
    let run = try Command.shell(
      """
      mkfifo pipe
      timeout 60 cat pipe >got &
      '\(Command.path)' run sentences in.txt -o pipe --quiet || exit 1
      wait
      test -p pipe && cat got
      '\(Command.path)' run sentences in.txt -o /dev/stdout --quiet
      """, folder: folder.path)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output == expected.output + expected.output)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["got", "in.txt", "pipe"])
    let resumed = try Command.run(
      ["run", "sentences", "in.txt", "-o", "pipe", "--resume"], folder: folder.path)
    #expect(resumed.status == 2 && resumed.errors.contains("--resume needs results in files"))
  }

  @Test func foldersAreRefusedBeforeTheWork() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.txt", "جملة أولى. وثانية.")
    try folder.write("results/in.txt", "جملة.")
    let run = try Command.run(
      ["run", "sentences", "in.txt", "-o", "results"], folder: folder.path)
    #expect(run.status == 1 && run.errors.contains("results: is a folder: name a file in it"))
    #expect(folder.read("results.partial") == nil)
  }

  /// A symbolic link stays one, and the file that it names is written.
  @Test(arguments: ["out.jsonl", "out.csv.gz", "out.sqlite"])
  func linksStay(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.txt", "جملة أولى. وثانية.")
    try folder.write("elsewhere/\(name)", "")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/" + name, withDestinationPath: "elsewhere/\(name)")
    let run = try Command.run(["run", "sentences", "in.txt", "-o", name], folder: folder.path)
    #expect(run.status == 0)
    let files = FileManager.default
    #expect(
      try files.destinationOfSymbolicLink(atPath: folder.path + "/" + name) == "elsewhere/\(name)")
    let size = try files.attributesOfItem(atPath: folder.path + "/elsewhere/\(name)")[.size] as? Int
    #expect(try #require(size) > 0)
    #expect(try files.contentsOfDirectory(atPath: folder.path + "/elsewhere") == [name])
    #expect(
      try files.contentsOfDirectory(atPath: folder.path).sorted() == ["elsewhere", "in.txt", name])
  }

  @Test func impossibleOutputsAreRefused() throws {
    for output in [
      ["-o", "a.sqlite.gz"], ["-o", "a.jsonl", "-o", "a.jsonl"], ["--format", "sqlite"],
      ["-o", "-", "-o", "-"], ["-o", "/dev/null", "--format", "sqlite"], ["--report", "/dev/null"],
      ["--fields", "a,,b"], ["--max-seconds", "0"],
    ] {
      let result = try Command.run(["run", "sentences", corpus] + output)
      #expect(result.status == 2, "\(output)")
      #expect(result.output.isEmpty)
    }
  }
}

import Foundation
import TestSupport
import Testing
import Warraq

/// Runs that are stopped and gone on with, on the real binary.
@Suite(.serialized) struct ResumeTests {
  private let folder: TemporaryFolder
  private static let outputs = [
    "a.jsonl", "a.jsonl.zst", "a.csv.gz", "a.sqlite", "r.html", "f.jsonl",
  ]

  init() throws {
    folder = try TemporaryFolder()
    // The shipped articles over and over, and some that fail.
    let texts = try Self.articles()
    var lines: [String] = []
    for number in 0..<1280 {
      lines.append(
        number % 97 == 5
          ? "{broken \(number)"
          : "{\"id\":\"\(number)\",\"text\":\(texts[number % texts.count])}")
    }
    try folder.write("in.jsonl", lines.joined(separator: "\n"))
  }

  /// The texts of the shipped articles as JSON strings.
  private static func articles() throws -> [String] {
    let base = Repository.root + "Corpora/news/"
    let names = try FileManager.default.contentsOfDirectory(atPath: base).sorted()
    return names.filter { $0.hasSuffix(".txt") && !$0.contains("1256") }.map { name in
      var writer = JSONWriter()
      // The beginnings are enough: what is tested is where runs stop.
      writer.string(String(Repository.text("Corpora/news/" + name).prefix(250)))
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  private func arguments(resumes: Bool, recipe: String = "keywords") -> [String] {
    var arguments = [
      "run", recipe, "in.jsonl", "--report", "r.html", "--failures", "f.jsonl", "--quiet",
    ]
    for output in Self.outputs.prefix(4) { arguments += ["-o", output] }
    return arguments + (resumes ? ["--resume"] : [])
  }

  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = arguments
    process.environment = [:]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// A digest of every file but the input, by name.
  private func contents() -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return Dictionary(
      names.filter { $0 != "in.jsonl" }.map { name in
        let bytes = folder.read(name) ?? []
        let hash = bytes.withUnsafeBufferPointer { StableHash.hash($0) }
        return (name, "\(bytes.count) bytes, \(hash)")
      }, uniquingKeysWith: { $1 })
  }

  /// Waits until there is something to go on from.
  private func waitForCheckpoint() {
    for _ in 0..<3000 {
      if (folder.read("a.jsonl.journal") ?? []).filter({ $0 == 0x0A }).count > 1 { return }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  private func clear() throws {
    for name in contents().keys { try FileManager.default.removeItem(atPath: folder.path + name) }
  }

  /// kill -9 at 50 moments, several a run: what comes out in the end is what one run gives.
  @Test(.timeLimit(.minutes(20))) func killedRunsGoOnToTheSameBytes() throws {
    let begin = ContinuousClock.now
    let clean = try Command.run(arguments(resumes: false), folder: folder.path)
    let whole = (ContinuousClock.now - begin) / .seconds(1)
    #expect(clean.status == 1)
    let expected = contents()
    #expect(Set(expected.keys) == Set(Self.outputs))
    let seed: UInt64 = 41
    var generator = SeededGenerator(seed: seed)
    var kills = 0
    while kills < 50 {
      try clear()
      var resumes = false
      while true {
        let process = try start(arguments(resumes: resumes))
        resumes = true
        let moment = Double.random(in: 0...(whole * 0.9), using: &generator)
        Thread.sleep(forTimeInterval: moment)
        if process.isRunning, kills < 50 {
          kill(process.processIdentifier, SIGKILL)
          process.waitUntilExit()
          kills += 1
          continue
        }
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        break
      }
      let found = contents()
      for name in Set(found.keys).union(expected.keys) {
        #expect(
          found[name] == expected[name], "\(name) after \(kills) kills, seed \(seed)")
      }
    }
  }

  /// One Ctrl-C ends behind the documents under way and leaves a run that can go on.
  @Test func interruptedRunsGoOn() throws {
    let clean = try Command.run(arguments(resumes: false), folder: folder.path)
    #expect(clean.status == 1)
    let expected = contents()
    try clear()
    let process = try start(arguments(resumes: false))
    waitForCheckpoint()
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(contents()["a.jsonl"] == nil && contents()["a.jsonl.journal"] != nil)
    let rest = try Command.run(arguments(resumes: true), folder: folder.path)
    #expect(rest.status == 1)
    #expect(contents() == expected)
  }

  @Test func anotherRunIsRefusedWithTheReason() throws {
    let process = try start(arguments(resumes: false))
    waitForCheckpoint()
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let before = contents()
    let recipe = try Command.run(arguments(resumes: true, recipe: "summary"), folder: folder.path)
    #expect(recipe.status == 2 && recipe.errors.contains("the recipe has changed"))
    let input = try #require(folder.read("in.jsonl"))
    try folder.write("in.jsonl", input + Array("\n{\"text\":\"زيادة.\"}".utf8))
    let grown = try Command.run(arguments(resumes: true), folder: folder.path)
    #expect(grown.status == 2 && grown.errors.contains("the size of in.jsonl has changed"))
    // The same size, and another text in a record that was done.
    var changed = input
    changed[40] ^= 1
    try folder.write("in.jsonl", changed)
    let other = try Command.run(arguments(resumes: true), folder: folder.path)
    #expect(other.status == 2 && other.errors.contains("is not what it was"), "\(other.errors)")
    #expect(contents() == before)
  }

  /// A disk that is full: told, and gone on with when there is room.
  @Test func fullDisksAreTold() throws {
    let clean = try Command.run(
      ["run", "sentences", "in.jsonl", "-o", "a.jsonl", "--quiet"], folder: folder.path)
    #expect(clean.status == 1)
    let expected = contents()
    try clear()
    let full = try Command.shell(
      "trap '' XFSZ; ulimit -f 200; '\(Command.path)' run sentences in.jsonl -o a.jsonl --quiet",
      folder: folder.path)
    #expect(full.status == 1 && full.errors.contains("--resume"), "\(full.errors)")
    #expect(folder.read("a.jsonl") == nil)
    let rest = try Command.run(
      ["run", "sentences", "in.jsonl", "-o", "a.jsonl", "--quiet", "--resume"], folder: folder.path)
    #expect(rest.status == 1)
    #expect(contents() == expected)
  }

  @Test func resumingNeedsFiles() throws {
    #expect(
      try Command.run(["run", "sentences", "in.jsonl", "--resume"], folder: folder.path).status == 2
    )
    let piped = try Command.run(
      ["run", "sentences", "-", "-o", "x.jsonl", "--resume"], input: "نص", folder: folder.path)
    #expect(piped.status == 2 && piped.errors.contains("standard input"))
  }
}

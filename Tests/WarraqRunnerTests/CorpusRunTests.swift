import TestSupport
import Testing
import Warraq
import WarraqCorpus
import WarraqRunner
import WarraqStandard

/// A stage that refuses some documents and takes a different time for each.
private struct TroubleStage: Stage {
  static let descriptor = StageDescriptor(id: "trouble", summary: "Refuse every tenth document.")

  init(options: OptionValues) throws(OptionError) {}

  func process(_ document: inout Document) throws(StageError) {
    guard let number = Int(document.id) else { throw StageError("no number") }
    var work = 0
    for step in 0..<(number * 7919 % 3000) { work = work &+ step }
    if number % 10 == 3 || work == -1 { throw StageError("refused", mend: "leave it out") }
  }
}

@Suite struct CorpusRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(jobs: Int, lines: String) async throws -> (
    bytes: [UInt8], failures: [String], RunCounts
  ) {
    let file = try folder.write("in.jsonl", lines)
    var registry = StageRegistry.standard
    registry.register(TroubleStage.self)
    let recipe = Recipe(name: "t", stages: [Recipe.Step("trouble"), Recipe.Step("sentences")])
    let pipeline = try Pipeline(recipe, registry: registry)
    let writer = MemoryWriter()
    let run = CorpusRun(
      pipeline: pipeline, decoder: DocumentDecoder(),
      sinks: [Sink(formatter: JSONLinesFormatter(pipeline: pipeline), writer: writer)], jobs: jobs)
    var reader = try CorpusReader(inputs: [file])
    var failures: [String] = []
    var observer = CorpusRun.Observer()
    observer.failed = { failures.append($0.documentID) }
    let state = try await run.run(&reader, observer: observer)
    let (bytes, counts) = (writer.bytes, state.counts)
    return (bytes, failures, counts)
  }

  private var lines: String {
    (0..<1000).map { number in
      number == 500 ? "{broken" : "{\"id\":\"\(number)\",\"text\":\"جملة رقم \(number). وأخرى.\"}"
    }.joined(separator: "\n")
  }

  @Test func anyNumberOfJobsGivesTheSameBytesInInputOrder() async throws {
    let one = try await run(jobs: 1, lines: lines)
    for jobs in [2, 3, 8, 64] {
      let many = try await run(jobs: jobs, lines: lines)
      #expect(many.bytes == one.bytes)
      #expect(many.failures == one.failures)
      #expect(many.2 == one.2)
    }
    let ids = try one.bytes.split(separator: UInt8(ascii: "\n")).map {
      try JSONScanner.parse(Array($0))["id"]?.stringValue
    }
    #expect(ids == (0..<1000).filter { $0 % 10 != 3 && $0 != 500 }.map(String.init))
  }

  @Test func badDocumentsAreCountedAndNothingElseIsLost() async throws {
    let (_, failures, counts) = try await run(jobs: 2, lines: lines)
    #expect(counts.read == 1000)
    #expect(counts.failed == 101)
    #expect(counts.written == 899)
    #expect(failures.count == 101)
    #expect(failures.contains { $0.hasSuffix("in.jsonl:501") })
  }

  @Test func emptyInputIsNoFault() async throws {
    let (bytes, failures, counts) = try await run(jobs: 4, lines: "\n")
    #expect(bytes.isEmpty && failures.isEmpty && counts == RunCounts())
  }

  @Test func failedWriteStopsTheRun() async throws {
    struct Full: Error {}
    let file = try folder.write("in.jsonl", lines)
    let pipeline = try Pipeline(
      Recipe(name: "t", stages: [Recipe.Step("sentences")]), registry: .standard)
    let writer = MemoryWriter(room: 1000)
    let run = CorpusRun(
      pipeline: pipeline, decoder: DocumentDecoder(),
      sinks: [Sink(formatter: JSONLinesFormatter(pipeline: pipeline), writer: writer)], jobs: 3)
    var reader = try CorpusReader(inputs: [file])
    await #expect(throws: OutputError.self) { try await run.run(&reader) }
    #expect(!writer.isPublished)
  }

  @Test func filteredDocumentsAreCountedApart() async throws {
    let lines = (0..<40).map { number in
      let text = String(repeating: "كلمة ", count: number)
      return "{\"id\":\"\(number)\",\"text\":\"\(text)\"}"
    }
    let file = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let filter = Recipe.Step("filter", with: [.init("min-characters", 100)])
    let pipeline = try Pipeline(
      Recipe(name: "t", stages: [filter, Recipe.Step("sentences")]), registry: .standard)
    let writer = MemoryWriter()
    let run = CorpusRun(
      pipeline: pipeline, decoder: DocumentDecoder(),
      sinks: [Sink(formatter: JSONLinesFormatter(pipeline: pipeline), writer: writer)], jobs: 2)
    var reader = try CorpusReader(inputs: [file])
    let state = try await run.run(&reader)
    #expect(state.counts.read == 40 && state.counts.filtered == 20 && state.counts.written == 20)
    #expect(writer.bytes.filter { $0 == 0x0A }.count == 20)
    #expect(writer.isPublished)
  }

  /// The time of a document is looked at behind each stage.
  @Test func slowDocumentsFailAlone() async throws {
    var registry = StageRegistry.standard
    registry.register(SlowStage.self)
    let file = try folder.write(
      "in.jsonl", "{\"id\":\"سريع\",\"text\":\"نص\"}\n{\"id\":\"بطيء\",\"text\":\"نص\"}")
    let pipeline = try Pipeline(
      Recipe(name: "t", stages: [Recipe.Step("slow"), Recipe.Step("sentences")]),
      registry: registry)
    let writer = MemoryWriter()
    let run = CorpusRun(
      pipeline: pipeline, decoder: DocumentDecoder(),
      sinks: [Sink(formatter: JSONLinesFormatter(pipeline: pipeline), writer: writer)], jobs: 1,
      timeLimit: .milliseconds(200))
    var reader = try CorpusReader(inputs: [file])
    var failures: [DocumentError] = []
    var observer = CorpusRun.Observer()
    observer.failed = { failures.append($0) }
    let state = try await run.run(&reader, observer: observer)
    #expect(state.counts.written == 1 && state.counts.failed == 1)
    #expect(failures.map(\.documentID) == ["بطيء"] && failures.first?.stage == "slow")
    #expect(state.times.steps[0] >= .milliseconds(200))
  }
}

/// A stage that takes its time over one document.
private struct SlowStage: Stage {
  static let descriptor = StageDescriptor(id: "slow", summary: "Take time.")
  init(options: OptionValues) throws(OptionError) {}

  func process(_ document: inout Document) throws(StageError) {
    guard document.id == "بطيء" else { return }
    let end = ContinuousClock.now + .milliseconds(210)
    while ContinuousClock.now < end {}
  }
}

/// A sink in memory that is full at some point.
private final class MemoryWriter: SinkWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var isPublished = false
  private let room: Int
  let path: String? = nil
  let showsCheckpoints = false

  init(room: Int = .max) { self.room = room }

  func open(at position: Int?, prologue: [UInt8]) { bytes = prologue }
  func write(_ part: [UInt8]) throws(OutputError) {
    bytes += part
    if bytes.count > room { throw OutputError(path: "memory", problem: "is full") }
  }
  func checkpoint() -> Int { bytes.count }
  func close() {}
  func publish() { isPublished = true }
}

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
    let run = CorpusRun(
      pipeline: pipeline, decoder: DocumentDecoder(),
      formatter: JSONLinesFormatter(pipeline: pipeline),
      jobs: jobs)
    var reader = try CorpusReader(inputs: [file])
    var bytes: [UInt8] = []
    var failures: [String] = []
    let counts = try await run.run(
      &reader, write: { bytes += $0 }, report: { failures.append($0.documentID) })
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
    let run = CorpusRun(
      pipeline: pipeline, decoder: DocumentDecoder(),
      formatter: JSONLinesFormatter(pipeline: pipeline),
      jobs: 3)
    var reader = try CorpusReader(inputs: [file])
    await #expect(throws: Full.self) {
      try await run.run(&reader, write: { _ in throw Full() }, report: { _ in })
    }
  }
}

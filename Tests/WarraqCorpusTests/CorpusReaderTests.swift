import TestSupport
import Testing
import Warraq
import WarraqCorpus

@Suite struct CorpusReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func items(
    _ inputs: [String], format: InputFormat = .auto, limit: Int = 1 << 20
  ) throws -> [CorpusItem] {
    var options = ReadOptions()
    options.format = format
    options.recordLimit = limit
    var reader = try CorpusReader(inputs: inputs, options: options)
    var items: [CorpusItem] = []
    while let item = reader.next() { items.append(item) }
    return items
  }

  private func places(_ items: [CorpusItem]) -> [String] {
    items.map { item in
      switch item {
      case .record(let record): record.place
      case .failure(let error): "✗ \(error.documentID)"
      }
    }
  }

  @Test func foldersAreReadInOrderOfPaths() throws {
    try folder.write("ب/ثان.txt", "نص")
    try folder.write("أ.txt", "نص")
    try folder.write("ج.jsonl", "{\"text\":\"1\"}\n\n{\"text\":\"2\"}\n")
    try folder.write("ملاحظات.md", "لا يقرأ")
    try folder.write(".مخفي/نص.txt", "لا يقرأ")
    #expect(places(try items([folder.path])) == ["أ.txt", "ب/ثان.txt", "ج.jsonl:1", "ج.jsonl:3"])
  }

  @Test func missingInputsAndEmptyFoldersAreRefused() throws {
    #expect(throws: InputError.self) { try items([folder.path + "لا-يوجد"]) }
    #expect(throws: InputError.self) { try items([folder.path]) }
  }

  @Test func lastLineNeedsNoLineEnd() throws {
    let file = try folder.write("a.jsonl", "{}\r\n{\"text\":\"x\"}")
    let found = try items([file])
    #expect(places(found) == ["\(file):1", "\(file):2"])
    guard case .record(let record) = found[0] else { throw TestFailure() }
    #expect(record.bytes == Array("{}".utf8))
  }

  @Test func tooLongLinesAreReportedAndPassedOver() throws {
    let file = try folder.write(
      "a.jsonl", "{}\n\"" + String(repeating: "x", count: 100) + "\"\n{}\n")
    #expect(places(try items([file], limit: 50)) == ["\(file):1", "✗ \(file):2", "\(file):3"])
  }

  @Test func gzipIsRead() throws {
    let made = try GzipFixture.compress("{\"text\":\"أ\"}\n{\"text\":\"ب\"}\n", in: folder)
    let file = try folder.write("c.jsonl.gz", made + made)
    #expect(places(try items([file])).count == 4)
  }

  @Test func truncatedGzipIsReportedBehindWhatItHeld() throws {
    let lines = (0..<20_000).map { "{\"text\":\"سطر \($0 &* 7919)\"}" }.joined(separator: "\n")
    let whole = try GzipFixture.compress(lines, in: folder)
    let cut = try folder.write("cut.jsonl.gz", Array(whole.prefix(whole.count / 2)))
    let other = try folder.write("z.txt", "نص")
    let found = places(try items([cut, other]))
    #expect(found.count > 1000)
    #expect(Array(found.suffix(2)) == ["✗ \(cut)", other])
  }

  @Test func damagedGzipIsReported() throws {
    let file = try folder.write("d.jsonl.gz", Array("not gzip at all".utf8))
    #expect(places(try items([file])) == ["✗ \(file)"])
    let empty = try folder.write("e.jsonl.gz", [UInt8]())
    #expect(places(try items([empty])) == ["✗ \(empty)"])
  }
}

struct TestFailure: Error {}

import TestSupport
import Testing
import WarraqCorpus

@Suite struct CompressionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let lines = (0..<5000).map { "{\"id\":\"\($0)\",\"text\":\"نص رقم \($0)\"}\n" }

  /// Writes lines in two frames, as a run with a checkpoint between them does.
  private func write(_ name: String, _ compression: OutputCompression) throws -> String {
    let path = folder.path + name
    let writer = FileWriter(path: path, compression: compression)
    try writer.open(at: nil, prologue: [])
    try writer.write(Array(Self.lines[..<3000].joined().utf8))
    let position = try writer.checkpoint()
    #expect(position > 0)
    try writer.write(Array(Self.lines[3000...].joined().utf8))
    try writer.close()
    #expect(folder.read(name) == nil)
    try writer.publish()
    return path
  }

  @Test(arguments: [("a.jsonl.gz", OutputCompression.gzip), ("a.jsonl.zst", .zstd)])
  func whatIsWrittenIsReadBack(name: String, compression: OutputCompression) throws {
    let found = try CorpusFixture.read([try write(name, compression)])
    #expect(found.count == 5000)
    #expect(found.last == "4999=نص رقم 4999")
  }

  @Test(arguments: [("a.jsonl.gz", OutputCompression.gzip), ("a.jsonl.zst", .zstd)])
  func cutOffDataGivesWhatIsWholeAndAnError(name: String, compression: OutputCompression) throws {
    let path = try write(name, compression)
    let bytes = try #require(folder.read(name))
    try folder.write(name, Array(bytes[..<(bytes.count - 20)]))
    let found = try CorpusFixture.read([path])
    #expect(found.count > 2900)
    #expect(found.last?.hasPrefix("! ") ?? false)
    #expect(found.dropLast().allSatisfy { !$0.hasPrefix("!") })
  }

  @Test(arguments: [("a.jsonl.gz", OutputCompression.gzip), ("a.jsonl.zst", .zstd)])
  func junkBehindTheDataIsTold(name: String, compression: OutputCompression) throws {
    let path = try write(name, compression)
    let bytes = try #require(folder.read(name))
    try folder.write(name, bytes + Array("junk behind the data".utf8))
    let found = try CorpusFixture.read([path])
    #expect(found.count == 5001)
    #expect(found.last?.hasPrefix("! ") ?? false)
  }

  @Test func zerosBehindGzipArePadding() throws {
    let path = try write("a.jsonl.gz", .gzip)
    let bytes = try #require(folder.read("a.jsonl.gz"))
    try folder.write("a.jsonl.gz", bytes + [UInt8](repeating: 0, count: 512))
    #expect(try CorpusFixture.read([path]).count == 5000)
  }

  /// A writer that goes on behind a position leaves the same bytes as one that never stopped.
  @Test(arguments: [OutputCompression.none, .gzip, .zstd])
  func goingOnGivesTheSameBytes(compression: OutputCompression) throws {
    func run(_ name: String, stops: Bool) throws -> [UInt8] {
      var writer = FileWriter(path: folder.path + name, compression: compression)
      try writer.open(at: nil, prologue: Array("رأس\n".utf8))
      try writer.write(Array(Self.lines[..<2000].joined().utf8))
      let position = try writer.checkpoint()
      if stops {
        try writer.write(Array("ما يضيع".utf8))
        _ = try writer.checkpoint()
        writer = FileWriter(path: folder.path + name, compression: compression)
        try writer.open(at: position, prologue: Array("رأس\n".utf8))
      }
      try writer.write(Array(Self.lines[2000...].joined().utf8))
      try writer.close()
      try writer.publish()
      return try #require(folder.read(name))
    }
    #expect(try run("a", stops: false) == run("b", stops: true))
  }

  @Test func aPartialFileThatIsTooShortIsRefused() throws {
    try folder.write("a.jsonl.partial", "قصير")
    let writer = FileWriter(path: folder.path + "a.jsonl")
    #expect(throws: OutputError.self) { try writer.open(at: 100, prologue: []) }
  }
}

import TestSupport
import Testing
import WarraqCorpus

/// Lines one by one and many at a time.
@Suite struct TextLinesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func single(_ path: String) throws -> [String] {
    var lines = try TextLines(path: path)
    var found: [String] = []
    while let line = try lines.next() { found.append(line) }
    return found
  }

  private func blocks(_ path: String, size: Int) throws -> [String] {
    var lines = try TextLines(path: path)
    var found: [String] = []
    while let block = try lines.nextLines(size: size) { found.append(block.string) }
    return found
  }

  @Test(arguments: [
    ("كتاب\nقلم\n", "كتاب\nقلم\n"), ("كتاب\nقلم", "كتاب\nقلم\n"), ("", ""), ("\n", "\n"),
    ("\n\nأ", "\n\nأ\n"), ("أ\r\nب\n\r\nت\r\n", "أ\nب\n\nت\n"),
    // A carriage return that ends no line is a part of it.
    ("أ\rب\nت\r\r\n", "أ\rب\nت\r\n"), ("أ\r", "أ\n"),
  ])
  func lineEndsBecomeLineFeeds(text: String, expected: String) throws {
    let path = try folder.write("lines.txt", text)
    for size in [1, 3, 7, 1 << 16] {
      #expect(try blocks(path, size: size).joined() == expected, "\(size)")
    }
    #expect(try single(path).map { $0 + "\n" }.joined() == expected)
  }

  @Test func blocksHoldAllLinesInOrder() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SeededGenerator(seed: seed)
    var text = ""
    // More than the file is read in at once.
    while text.utf8.count < 1_300_000 {
      text += RandomLines.make(using: &generator)
      if generator.next() % 5 == 0 { text += "\r\n" }
    }
    let path = try folder.write("lines.txt", text)
    let expected = try single(path).map { $0 + "\n" }
    let longest = expected.lazy.map(\.utf8.count).max() ?? 0
    for size in [10_000, 1 << 16, 3 << 20] {
      let found = try blocks(path, size: size)
      #expect(found.joined() == expected.joined(), "seed \(seed)")
      #expect(found.allSatisfy { $0.utf8.last == 0x0A }, "seed \(seed)")
      // A block is full when its last line reaches the size.
      #expect(found.dropLast().allSatisfy { $0.utf8.count < size + longest }, "seed \(seed)")
    }
  }

  @Test func linesThatAreTooLongAreRefused() throws {
    let path = try folder.write("long.txt", "قصير\n" + String(repeating: "ا", count: 100) + "\n")
    var lines = try TextLines(path: path, limit: 150)
    #expect(throws: InputError.self) { try lines.nextLines() }
    var enough = try TextLines(path: path, limit: 200)
    #expect(try enough.nextLines()?.count == 210)
  }
}

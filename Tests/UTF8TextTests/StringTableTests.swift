import TestSupport
import Testing
import UTF8Text

@Suite struct StringTableTests {
  private func table(_ entries: [(String, Int)]) -> [UInt8] {
    var builder = StringTableBuilder()
    for (key, number) in entries { builder.add(Array(key.utf8), number: number) }
    return builder.build()
  }

  @Test func everyKeyIsFoundAndNoOther() throws {
    let entries = (0..<2000).map { ("كلمة\($0)", $0 * 37) }
    let opened = try #require(StringTable(StaticBytes(keeping: table(entries))))
    #expect(opened.count == 2000)
    for (key, number) in entries {
      var key = key
      #expect(key.withUTF8 { opened.number(of: $0) } == number)
    }
    #expect(opened.value(of: "كلمة2000") == nil)
    #expect(opened.value(of: "") == nil)
  }

  @Test func sameEntriesGiveSameBytes() {
    let entries = [("أ", 1), ("ب", 300), ("ت", 0)]
    #expect(table(entries) == table(entries))
  }

  @Test func damagedBytesNeverTrap() {
    let whole = table((0..<50).map { ("k\($0)", $0) })
    var generator = SeededGenerator(seed: 7)
    #expect(StringTable(StaticBytes(keeping: [])) == nil)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<8 {
        bytes[Int.random(in: 8..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      let cut = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      for damaged in [bytes, cut] {
        guard let opened = StringTable(StaticBytes(keeping: damaged)) else { continue }
        for index in 0..<50 { _ = opened.value(of: "k\(index)") }
        var visited = 0
        opened.forEach { _, _ in visited += 1 }
        #expect(visited <= bytes.count)
      }
    }
  }

  @Test(arguments: [0, 1, 127, 128, 300, 1 << 20, 1 << 40])
  func numbersComeBack(number: Int) {
    var bytes: [UInt8] = []
    LEB128.append(number, to: &bytes)
    let read = bytes.withUnsafeBufferPointer { LEB128.read($0, at: 0) }
    #expect(read?.value == number)
    #expect(read?.next == bytes.count)
  }
}

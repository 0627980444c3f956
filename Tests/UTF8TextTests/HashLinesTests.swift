import TestSupport
import Testing
import UTF8Text

@Suite struct HashLinesTests {
  private func hash(_ number: Int) -> UInt64 {
    withUnsafeBytes(of: UInt64(number).littleEndian) {
      StableHash.hash($0.bindMemory(to: UInt8.self))
    }
  }

  @Test(arguments: [1, 7, 15, 21, 28, 31])
  func everyKeyIsFoundWhereItWasLaid(slots: Int) throws {
    let hashes = (0..<5000).map(hash)
    let layout = HashLines.layOut(hashes, slots: slots)
    #expect(layout.bytes.count % HashLines.lineSize == 0)
    let storage = StaticBytes(keeping: layout.bytes)
    let lines = try #require(HashLines(storage, slots: slots))
    let base = try #require(storage.buffer.baseAddress)
    var astray = 0
    for (key, place) in zip(hashes, layout.places) {
      let found = try #require(lines.find(key))
      // Of two keys with one tag the first is found.
      if (found.line - base, found.slot) != (place.line, place.slot) { astray += 1 }
    }
    #expect(astray < 20, "\(astray)")
    let wrong = (5000..<15_000).count { lines.find(hash($0)) != nil }
    #expect(wrong < 40, "\(wrong) of 10,000 keys that are not there")
  }

  /// Lines whose search goes on to the first one behind the last.
  @Test func fullLinesSendTheSearchOn() throws {
    let hashes = (1...20).map { UInt64($0) << 48 | 0xFFFF_FFFF }
    let layout = HashLines.layOut(hashes, slots: 3)
    let lines = try #require(HashLines(StaticBytes(keeping: layout.bytes), slots: 3))
    for key in hashes { #expect(lines.find(key) != nil) }
    #expect(lines.find(UInt64(21) << 48 | 0xFFFF_FFFF) == nil)
    #expect(Set(layout.places.map(\.line)).count == 7)
  }

  @Test func bytesThatAreNoLinesAreRefused() {
    #expect(HashLines(StaticBytes(keeping: []), slots: 4) == nil)
    #expect(HashLines(StaticBytes(keeping: [UInt8](repeating: 0, count: 65)), slots: 4) == nil)
    let line = StaticBytes(keeping: [UInt8](repeating: 0, count: 64))
    #expect(HashLines(line, slots: 0) == nil)
    #expect(HashLines(line, slots: 32) == nil)
    #expect(HashLines(line, slots: 4)?.find(7) == nil)
    // Every line says that the search goes on.
    let endless = StaticBytes(keeping: [UInt8](repeating: 1, count: 256))
    #expect(HashLines(endless, slots: 4)?.find(.max) == nil)
  }
}

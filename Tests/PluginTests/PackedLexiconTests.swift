import TestSupport
import Testing
import UTF8Text

@testable import WarraqRomanization

@Suite struct PackedLexiconTests {
  private func strings(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("ابتسلمنوي").map(String.init)
    return (0..<count).map { _ in
      let length = Int.random(in: 0...9, using: &generator)
      return Array(
        (0..<length).map { _ in letters.randomElement(using: &generator) ?? "" }.joined().utf8)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func packedStringsComeBack(seed: UInt64) {
    let strings = strings(600, seed: seed)
    let packed = PairCodeBuilder(strings)
    let code = PairCode(packed.pairs)
    for (string, bytes) in zip(strings, packed.strings) {
      bytes.withUnsafeBufferPointer { bytes in
        #expect(code.decode(bytes) == string, "seed \(seed)")
        string.withUnsafeBufferPointer { #expect(code.decodes(bytes, to: $0), "seed \(seed)") }
        for other in [string + [0x61], Array(string.dropLast())] where other != string {
          other.withUnsafeBufferPointer { #expect(!code.decodes(bytes, to: $0), "seed \(seed)") }
        }
      }
    }
    // Each letter has two bytes, and one when it is packed.
    #expect(packed.strings.joined().count * 2 <= strings.joined().count, "seed \(seed)")
  }

  @Test func pairsOfPairsStandForNoMoreThanTheirLimit() {
    let packed = PairCodeBuilder([[UInt8](repeating: 0x61, count: 5000)])
    let code = PairCode(packed.pairs)
    let bytes = packed.strings[0]
    #expect(bytes.count == (5000 + PairCode.longest - 1) / PairCode.longest)
    #expect(
      bytes.withUnsafeBufferPointer(code.decode) == [UInt8](repeating: 0x61, count: 5000))
    // Pairs that stand for more are none.
    let endless = (0..<200).map {
      PairCode.Pair(code: UInt8($0 + 1), first: UInt8($0), second: UInt8($0))
    }
    let decoded = [UInt8(200)].withUnsafeBufferPointer(PairCode(endless).decode)
    #expect(decoded.count <= PairCode.longest)
  }

  private func table(_ count: Int) -> (bytes: [UInt8], code: PairCode) {
    var builder = PackedTableBuilder()
    for number in 0..<count {
      builder.add(Array("كلمة\(number)".utf8), value: Array("\(number * 37)".utf8))
    }
    let (bytes, pairs) = builder.build()
    return (bytes, PairCode(pairs))
  }

  private func value(_ table: PackedTable, _ key: String) -> String? {
    Array(key.utf8).withUnsafeBufferPointer { table.value(of: $0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func everyKeyIsFoundAndNoOther() throws {
    let (bytes, code) = table(2000)
    let opened = try #require(PackedTable(StaticBytes(keeping: bytes), code: code))
    for number in 0..<2000 { #expect(value(opened, "كلمة\(number)") == "\(number * 37)") }
    #expect(value(opened, "كلمة2000") == nil)
    #expect(value(opened, "كلمة") == nil)
    #expect(value(opened, "") == nil)
    var all: [String: String] = [:]
    opened.forEach {
      all[String(decoding: $0, as: UTF8.self)] = String(decoding: $1, as: UTF8.self)
    }
    #expect(all.count == 2000 && all["كلمة7"] == "259")
    #expect(PackedTable(StaticBytes(keeping: Array(bytes.dropLast())), code: code) == nil)
    #expect(PackedTable(StaticBytes(keeping: []), code: code) == nil)
    var empty = PackedTableBuilder()
    empty.add([], value: [1])
    let only = empty.build()
    let one = try #require(
      PackedTable(StaticBytes(keeping: only.bytes), code: PairCode(only.pairs)))
    #expect(value(one, "") == "\u{1}")
  }

  @Test(arguments: [
    (0, 0, 0, 0), (1, 0, 0, 0), (1, 1, 2, 1), (2, 1, 3, 3), (700, 31, 90_000, 1), (2, 2, 0, 0),
    (0, 0, 2, 2),
  ])
  func countsComeBack(count: Int, capitals: Int, tableCount: Int, tableCapitals: Int) throws {
    let entry = RomanLexicon.Entry(
      latin: [], count: count, capitals: capitals, tableCount: tableCount,
      tableCapitals: tableCapitals)
    for isLast in [false, true] {
      var bytes: [UInt8] = [9]
      RomanLexicon.Counts.append(entry, isLast: isLast, to: &bytes)
      let read = try #require(
        bytes.withUnsafeBufferPointer { RomanLexicon.Counts.read($0, at: 1) })
      #expect(read == (count, capitals, tableCount, tableCapitals, isLast, bytes.count))
      for end in 1..<bytes.count {
        let cut = Array(bytes[..<end])
        #expect(cut.withUnsafeBufferPointer { RomanLexicon.Counts.read($0, at: 1) } == nil)
      }
    }
  }

  @Test func damagedLexiconsNeverTrap() throws {
    var builder = RomanLexicon.Builder()
    let words = strings(200, seed: 5).filter { $0.count > 2 }
    for (number, word) in words.enumerated() {
      let entries = ["kitāb", "katab", "kuttāb"].prefix(number % 3 + 1).map {
        RomanLexicon.Entry(
          latin: Array($0.utf8), count: number, capitals: number / 2, tableCount: number % 5,
          tableCapitals: 1)
      }
      builder.add(word, isWord: number % 2 == 0, entries: Array(entries))
    }
    let whole = builder.build()
    let opened = try #require(RomanLexicon(StaticBytes(keeping: whole)))
    #expect(
      opened.word(words[2]).map { String(decoding: $0.latin, as: UTF8.self) }.contains("kuttāb"))
    var generator = SeededGenerator(seed: 6)
    for round in 0..<300 {
      var bytes = whole
      for _ in 0..<8 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      let cut = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      for damaged in [bytes, cut] {
        guard let lexicon = RomanLexicon(StaticBytes(keeping: damaged)) else { continue }
        var visited = 0
        lexicon.forEachWord { _, _ in visited += 1 }
        for word in words { visited += lexicon.word(word).count + lexicon.stem(word).count }
        #expect(visited < 1_000_000, "round \(round)")
      }
    }
  }
}

import TestSupport
import Testing
import Warraq

@testable import WarraqNames

@Suite struct NameLexiconTests {
  @Test(arguments: [
    "", "محمد", "عبد الله", "جون smith 2", "\u{6AF}\u{6CC}لان", "بار\u{4F60}ب",
    "\u{10FFFF}ب\u{1E900}",
    "é", "ب\u{7FF}ت",
  ])
  func keysComeOutAsTheyWentIn(key: String) {
    let packed = PackedKey.pack(key)
    #expect(PackedKey.unpack(packed) == key)
    if key.unicodeScalars.allSatisfy({ (0x600...0x67F).contains($0.value) || $0.isASCII }) {
      #expect(packed.count == key.unicodeScalars.count)
    }
  }

  @Test func packedKeysDiffer() {
    var seen: [[UInt8]: String] = [:]
    let letters = ["ب", "\u{600}", "\u{67F}", "\u{680}", "\u{4F60}", "a", "é"]
    for first in letters {
      for second in letters {
        for key in [first, first + second, second + first + first] {
          let old = seen.updateValue(key, forKey: PackedKey.pack(key))
          #expect(old == nil || old == key, "\(key) and \(old ?? "")")
        }
      }
    }
  }

  @Test func spellingsComeOutAsTheyWentIn() {
    let long = String(repeating: "Mag", count: 40)
    let seen: [(latin: String, count: Int)] = [
      ("Erdoğan", 300), ("Erdogan", 12), ("Erdoğ", 3), ("", 2), (long, 1),
      (long + "us", 1),
    ]
    let opinion = SpellingOpinion(
      shares: [0, 0.2, 1, 0.4, 0.6, 0.8], others: [("Ardoğan", 0.6), (long, 0.2)])
    var writer = SpellingWriter()
    writer.append(seen)
    writer.append(opinion)
    writer.bytes.withUnsafeBufferPointer { bytes in
      var reader = SpellingReader(bytes, at: 0)
      let spellings = reader.spellings()
      #expect(spellings.map(\.latin) == seen.map(\.latin))
      #expect(spellings.map(\.count) == seen.map(\.count))
      let read = reader.opinion(of: seen.count)
      #expect(read?.shares == opinion.shares)
      #expect(read?.others.map(\.latin) == opinion.others.map(\.latin))
      #expect(read?.others.map(\.share) == opinion.others.map(\.share))
    }
  }

  @Test func ofVeryManySpellingsTheCommonestAreKept() {
    let seen = (0..<80).map { (latin: "Zaid\($0)", count: 80 - $0) }
    var writer = SpellingWriter()
    writer.append(seen)
    writer.append(
      SpellingOpinion(shares: Array(repeating: 0.2, count: 80), others: [("Zayd", 0.4)]))
    writer.bytes.withUnsafeBufferPointer { bytes in
      var reader = SpellingReader(bytes, at: 0)
      let spellings = reader.spellings()
      #expect(spellings.map(\.latin) == seen.prefix(SpellingWriter.most).map(\.latin))
      let opinion = reader.opinion(of: spellings.count)
      #expect(opinion?.shares == Array(repeating: 0.2, count: SpellingWriter.most))
      #expect(opinion?.others.map(\.latin) == ["Zayd"])
    }
  }

  /// Whatever a lexicon's bytes say, looking a name up ends and never traps.
  @Test func damagedBytesNeverTrap() {
    var builder = NameLexiconBuilder()
    builder.addWord(arabic: "قشوع", latin: "Qashou", count: 1)
    builder.addWord(arabic: "ذيب", latin: "Theeb", count: 2)
    builder.addPerson(arabic: "عمر قشوع", latin: "Omar Kashua", country: "JO", count: 3)
    let bytes = builder.build(alternatives: 5)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededGenerator(seed: seed)
    var readable = 0
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 24..<damaged.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let lexicon = NameLexicon(StaticBytes(keeping: damaged))
      readable += lexicon.isReadable ? 1 : 0
      let speller = NameSpeller(lexicon: lexicon)
      for name in ["عمر قشوع", "ذيب", "قشوع ذيب"] {
        #expect(speller.spell(name).spellings.count <= 5, "seed \(seed)")
      }
    }
    #expect(readable > 500)
  }

  @Test func otherVersionsAreNoLexicon() {
    var table = StringTableBuilder()
    table.add(Array("u".utf8) + PackedKey.pack("زيد"), value: [1, 1, 0])
    #expect(!NameLexicon(StaticBytes(keeping: table.build())).isReadable)
    #expect(!NameLexicon(StaticBytes(keeping: [])).isReadable)
    #expect(
      NameLexicon(StaticBytes(keeping: NameLexiconBuilder().build(alternatives: 5))).isReadable)
    #expect(NameLexicon.shared.isReadable)
  }
}

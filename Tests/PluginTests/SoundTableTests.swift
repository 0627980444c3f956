import Testing

@testable import WarraqRomanization

@Suite struct SoundTableTests {
  private let table = SoundTable(
    values: ["long-a": "ā", "iyy": "īy", "digraph-divider": "", "bin": "bin"],
    letters: [0x628: "b", 0x634: "sh", 0x621: "ʼ", 0x8A2: "rˤ", 0x10FFFD: "n"])

  private func written(_ sound: SoundTable.Sound?) -> String? {
    sound.map { sound in
      var bytes = Array("<".utf8)
      table.append(sound, to: &bytes)
      return String(decoding: bytes.dropFirst(), as: UTF8.self)
    }
  }

  @Test func soundsAreThoseOfTheTable() {
    #expect(written(table.letter(0x628)) == "b" && written(table.letter(0x634)) == "sh")
    #expect(written(table.letter(0x8A2)) == "rˤ" && written(table.letter(0x10FFFD)) == "n")
    #expect(table.letter(0x629) == nil && table.letter(0x41) == nil)
    #expect(written(table.hamza) == "ʼ" && written(table.longA) == "ā")
    #expect(written(table.iyy) == "īy" && written(table.binStart) == "bi")
    #expect(table.divider.isEmpty && table.uww.isEmpty && !table.an.isEmpty)
  }

  @Test func soundsKnowWhatTheyAreMadeOf() throws {
    let sh = try #require(table.letter(0x634))
    #expect(sh.isDigraph && sh.onlyByte == 0 && !sh.endsInN)
    let n = try #require(table.letter(0x10FFFD))
    #expect(!n.isDigraph && n.onlyByte == UInt8(ascii: "n") && n.endsInN)
    #expect(!table.longA.isDigraph && table.longA.onlyByte == 0)
    #expect(table.un.endsInN && !table.u.endsInN)
  }

  @Test func endsAreCompared() {
    #expect(table.ends(Array("kitā".utf8)[...], in: table.longA))
    #expect(!table.ends(Array("kita".utf8)[...], in: table.longA))
    #expect(!table.ends([0x81], in: table.longA) && table.ends([], in: table.divider))
  }
}

import ArabicText
import Testing
import Warraq
@testable import WarraqRomanization

/// Words that are read from other forms of them, and particles that may stand before words.
@Suite struct WordRelativesTests {
  private static let known = [
    "يفتقر": "yaftaqiru", "وقف": "waqafa", "أسبوعي": "usbūʻī", "محرر": "muḥarrir",
    "مدينة": "madīnah",
  ]

  private func readings(of word: String) -> [String] {
    let relatives = WordRelatives { letters in
      Self.known[String(decoding: letters, as: UTF8.self)].map { [(Array($0.utf8), 3)] } ?? []
    }
    var readings: [String] = []
    relatives.forEachReading(of: Array(word.utf8)) { latin, count in
      #expect(count == 3)
      readings.append(String(decoding: latin, as: UTF8.self))
    }
    return readings
  }

  @Test(arguments: [
    ("تفتقر", "taftaqiru"), ("نفتقر", "naftaqiru"), ("أفتقر", "aftaqiru"),
    ("يفتقرون", "yaftaqirūna"), ("يفتقروا", "yaftaqirū"), ("سيفتقرون", "sa-yaftaqirūna"),
    ("وستفتقر", "wa-sa-taftaqiru"), ("وقفوا", "waqafū"), ("ووقفوا", "wa-waqafū"),
    ("أسبوعيا", "usbūʻīyan"), ("محررها", "muḥarrirahā"), ("مدينته", "madīnatihi"),
  ])
  func formsTellEachOther(word: String, reading: String) {
    #expect(readings(of: word).contains(reading), "\(readings(of: word))")
  }

  /// Nothing is told by a form that is not known, and no two vowels meet.
  @Test func unknownFormsTellNothing() {
    #expect(readings(of: "تكتب").isEmpty)
    #expect(readings(of: "وقفون").allSatisfy { !$0.contains("aū") })
  }

  /// س is a particle before imperfects alone, and أ where the whole word is known.
  @Test func particlesStandBeforeWhatTheyMay() throws {
    func opens(_ prefix: String, _ word: String) throws -> Bool {
      let prefix = try #require(
        RomanClitics.shared.prefixes.first { $0.arabic.elementsEqual(prefix.utf8) })
      return prefix.opens(Array(word.utf8), leaving: 4)
    }
    #expect(try opens("س", "سيكتب") && opens("س", "سأكتب") && opens("وس", "وستكتب"))
    #expect(try !opens("س", "سباق") && !opens("س", "سراحه") && !opens("وس", "وسطاء"))
    #expect(try !opens("أ", "أكتب") && opens("و", "وكتب") && !opens("و", "وك"))
    let maker = try #require(RomanizerModel.shared).maker
    #expect(
      maker.candidates(of: Array("أستأذنكم".utf8)).allSatisfy { !$0.latin.starts(with: "a-".utf8) })
    #expect(
      maker.candidates(of: Array("أليس".utf8)).contains { $0.latin.elementsEqual("a-laysa".utf8) })
  }
}

import Testing

@testable import WarraqRomanization

@Suite struct VowelFitterTests {
  private func fit(_ letters: String, _ reading: String) -> String? {
    VowelFitter.fit(Array(letters.utf8), to: Array(reading.utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("مدرس", "mudarris", "مُدَرِّس"), ("كتاب", "kitāb", "كِتَاب"), ("شكرا", "shukran", "شُكْرًا"),
    ("مستشفى", "mustashfá", "مُسْتَشْفَى"), ("الرحمن", "al-raḥmān", "الرَّحْمٰن"), ("داود", "dāwūd", "دَاوُد"),
    ("نحوي", "naḥwīy", "نَحْوِيّ"), ("قوة", "quwwah", "قُوَّة"), ("أدوات", "adawāt", "أَدَوَات"),
    ("إنسان", "insān", "إِنْسَان"), ("آثار", "āthār", "آثَار"), ("والتزم", "wa-iltazama", "وَاِلْتَزَمَ"),
    ("عبدالله", "ʻabd-allāh", "عَبْداللّٰه"), ("شاطيء", "shāṭiʼ", "شَاطِيء"),
    ("للغة", "lil-lughah", "لِلُّغَة"),
    ("هذا", "hādhā", "هٰذَا"), ("بستاني", "bustānī", "بُسْتَانِي"), ("البستاني", "bustānī", "البُسْتَانِي"),
  ])
  func readingsGiveTheirVowels(letters: String, reading: String, word: String) {
    #expect(fit(letters, reading) == word)
  }

  @Test(arguments: [
    ("وليم", "william"), ("كتاب", "maktab"), ("", ""), ("كتاب", ""), ("كتاب", "kitābun-"),
    (String(repeating: "ب", count: 41), String(repeating: "ba", count: 41)),
  ])
  func otherReadingsGiveNone(letters: String, reading: String) {
    #expect(fit(letters, reading) == nil)
  }

  /// Letters that may stand for several stretches of the reading, none of which ends well, take no time.
  @Test(.timeLimit(.minutes(10))) func placesAreTriedOnce() {
    let letters = String(repeating: "اوي", count: 13)
    #expect(fit(letters, String(repeating: "āūī", count: 13) + "b") == nil)
  }

  @Test func marksKeepTheirOrder() {
    var bytes: [UInt8] = []
    let marks = VowelMarks.shadda.adding(.fatha).adding(VowelMarks()).adding(.daggerAlef)
    marks.append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{651}\u{64E}\u{670}")
    #expect(VowelMarks().adding(.sukun) == .sukun && VowelMarks().isEmpty && !marks.isEmpty)
  }

  /// Readings of the model, and others, are the same code points whichever way they are read.
  @Test func scalarsOfReadingsAreComposed() throws {
    let model = try #require(RomanizerModel.shared)
    var number = 0
    model.forEachWord { _, latin, _ in
      number += 1
      guard number % 11 == 0 else { return }
      #expect(
        LatinUnits.scalars(of: Array(latin.utf8)) == LatinUnits.scalars(of: latin), "\(latin)")
    }
    #expect(number > 10_000)
    for reading in ["Kita\u{304}b", "mas\u{2B9}alah", "qurʾān", "'ilm", "MUḤAMMAD", "h\u{323}a"] {
      #expect(LatinUnits.scalars(of: Array(reading.utf8)) == LatinUnits.scalars(of: reading))
    }
    #expect(
      LatinUnits.scalars(of: Array("h\u{323}a\u{2B9}b\u{2BE}".utf8)) == [0x1E25, 0x61, 0x62, 0x2BC])
  }
}

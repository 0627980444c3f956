import Testing
import Warraq
@testable import WarraqRomanization

/// What letters can say, and what the lexicon keeps of the rest.
@Suite struct LetterTruthTests {
  @Test(arguments: [
    ("صلاة", "ṣalāh"), ("صلاة", "ṣalāt"), ("هذا", "hādhā"), ("مائة", "miʼah"), ("تاليف", "taʼlīf"),
    ("مؤلفات", "muʼallafāt"), ("موسسة", "muʼassasah"), ("شئون", "shuʼūn"), ("رؤس", "ruʼūs"),
    ("داود", "Dāwūd"),
    ("مدرسه", "madrasat"), ("للغة", "lil-lughah"), ("كلية", "kullīyah"),
    ("كتبوا", "katabū"), ("طبعا", "ṭabʻan"), ("مصطفى", "muṣṭafá"), ("الرحمن", "al-raḥmān"),
    ("أدهم", "adʹham"),
    ("محام", "muḥāmin"), ("أبيان", "a-bayān"), ("ياأخي", "yā-akhī"),
  ])
  func letters(arabic: String, latin: String) {
    #expect(LetterTruth().spells(Self.scalars(arabic), Self.scalars(latin.lowercased())))
  }

  @Test(arguments: [
    // A letter is missing or is another.
    ("المالي", "al-mālikī"), ("خلفاء", "al-khulafāʼ"), ("أجمد", "aḥmad"), ("غة", "lughah"),
    ("عراق", "iraq"),
    // Vowels that are written are not, or the other way round.
    ("ظاهرة", "ẓahīrah"), ("صلاة", "ṣalah"), ("رحيم", "raḥūm"), ("كتب", "kātīb"),
    ("تآليف", "taʼlīf"),
    ("جون", "john"),
    // Questions have their hamza, and no vowel stands behind another.
    ("ابيان", "a-bayān"), ("بدا", "badāi"), ("المناخ", "al-muanākh"),
  ])
  func others(arabic: String, latin: String) {
    #expect(!LetterTruth().spells(Self.scalars(arabic), Self.scalars(latin)))
  }

  /// Slips of catalogues are not kept beside what the letters say; spellings of other languages are, if they are usual.
  @Test func lexicon() throws {
    var counts = LexiconCounts()
    func add(_ arabic: String, _ latin: String, _ count: Int) {
      counts.add(
        Array(arabic.utf8), Array(latin.utf8), count: count, isCapital: false, isTable: false)
    }
    add("المالي", "al-mālī", 8)
    add("المالي", "al-mālikī", 7)
    add("أوتو", "otto", 4)
    add("أوتو", "ūtū", 6)
    add("هنري", "henry", 3)
    add("هنري", "hinrī", 9)
    add("الطعبة", "al-ṭabʻah", 5)
    add("للغة", "lil-lughah", 5)
    // A hyphen was left out, and none belongs there.
    add("القلق", "alqalaq", 2)
    add("قلق", "qalaq", 1)
    add("الوان", "alwān", 5)
    add("وان", "wān", 1)
    add("الحان", "alḥān", 1)
    let lexicon = try #require(RomanLexicon(StaticBytes(keeping: counts.table(alternatives: 6))))
    func known(_ arabic: String) -> [String] {
      let word = lexicon.wordAndStem(like: Array(arabic.utf8)).0
      return word.own.map { String(decoding: $0.latin, as: UTF8.self) }
    }
    func stem(_ arabic: String) -> [String] {
      lexicon.stem(like: Array(arabic.utf8)).own.map { String(decoding: $0.latin, as: UTF8.self) }
    }
    #expect(stem("مالي") == ["mālī"])
    #expect(known("أوتو") == ["ūtū", "otto"])
    #expect(known("هنري") == ["hinrī"])
    // Whole words are known by what they became alone.
    #expect(known("الطعبة") + stem("الطعبة") + stem("طعبة") == ["ṭabʻah"])
    #expect(stem("غة") == [])
    #expect(known("القلق") + stem("القلق") == [])
    #expect(stem("الوان") == ["alwān"] && stem("الحان") == ["alḥān"])
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}

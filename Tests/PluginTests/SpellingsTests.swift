import TestSupport
import Testing
import Warraq

@testable import WarraqRomanization

@Suite struct SpellingsTests {
  private let spellings = Spellings.shared

  private func key(_ word: String) -> (key: [UInt8], changes: [UInt8]) {
    var key: [UInt8] = []
    var changes: [UInt8] = []
    spellings.appendKey(of: Array(word.utf8), to: &key, changes: &changes)
    return (key, changes)
  }

  @Test(arguments: [
    ["أحمد", "احمد", "آحمد", "إحمد"], ["مكتبة", "مكتبه"], ["مصطفى", "مصطفي"],
    ["شؤون", "شئون", "شوون"], ["علماء", "علما"], ["دائرة", "دايره", "دايرة"], ["مؤلف", "مولف"],
  ])
  func spellingsOfAWordHaveOneKey(_ words: [String]) {
    #expect(Set(words.map { key($0).key }).count == 1)
    #expect(Set(words.map { key($0).changes }).count == words.count)
  }

  @Test(arguments: [("مكتبة", "مكتبت"), ("هذا", "هذه"), ("علي", "عل"), ("يوم", "ىوم")])
  func otherWordsHaveOtherKeys(_ word: String, _ other: String) {
    #expect(key(word).key != key(other).key)
  }

  /// A key and its changes make the word again, whatever its letters.
  @Test func keysGiveTheirWordsBack() {
    let seed: UInt64 = 4107
    var generator = SeededGenerator(seed: seed)
    let letters: [String] = "ءآأؤإئابةتوهيىنلگ\u{08A0}a".map(String.init)
    for _ in 0..<2000 {
      let word = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? ""
      }.joined()
      let (key, changes) = key(word)
      let again = changes.withUnsafeBufferPointer { spellings.word(ofKey: key, changes: $0) }
      #expect(again == Array(word.utf8), "seed \(seed): \(word)")
    }
  }

  @Test func damagedChangesMakeNoWord() {
    for changes: [UInt8] in [[0x80], [1], [200, 1], [0, 99], [9, 0]] {
      let word = changes.withUnsafeBufferPointer {
        spellings.word(ofKey: Array("ا".utf8), changes: $0)
      }
      #expect(word == nil, "\(changes)")
    }
  }

  @Test(arguments: [
    ("ادب", "أدب", 10), ("إبداع", "ابداع", 20), ("اثار", "آثار", 30), ("مصطفي", "مصطفى", 50),
    ("شئون", "شؤون", 60), ("علماء", "علما", 80), ("علما", "علماء", 90), ("ادوية", "أدويه", 15),
  ])
  func changesAreNumbered(_ word: String, _ other: String, _ change: UInt64) {
    #expect(spellings.change(from: Array(word.utf8), to: Array(other.utf8)) == change)
  }

  /// What is written out is not taken for something else, and three letters are not changed at once.
  @Test(arguments: [
    ("إبداع", "أبداع"), ("آدم", "أدم"), ("كتاب", "كتب"), ("كتاب", "كتاب"), ("ااامة", "أأأمه"),
  ])
  func otherChangesAreNone(_ word: String, _ other: String) {
    #expect(spellings.change(from: Array(word.utf8), to: Array(other.utf8)) == nil)
  }

  @Test(arguments: [
    ("إسلام", "islām", true), ("إسلام", "aslām", false), ("أسماء", "asmāʼ", true),
    ("أسماء", "ismāʼ", false), ("آداب", "ādāb", true), ("آداب", "adāb", false),
    ("الإسلام", "al-islām", true), ("الإسلام", "al-aslām", false), ("ادب", "idb", true),
    ("بآداب", "bi-adāb", false), ("كتاب", "kitāb", true), ("أ", "", true),
  ])
  func hamzaSaysWhichVowelBegins(_ word: String, _ latin: String, _ agrees: Bool) {
    #expect(spellings.begins(Array(word.utf8), Array(latin.utf8)) == agrees)
  }

  /// A hamza that is written at the end is no tanwin's alef.
  @Test(arguments: [
    ("حياء", "ḥayyan", false), ("حياء", "ḥayāʼ", true), ("حياء", "ḥayāʼan", true),
    ("حياء", "ḥayā", true), ("حيا", "ḥayyan", true), ("", "an", true), ("اء", "", true),
    // The last letter is said, and short vowels behind it.
    ("كتاب", "kitāb", true), ("كتاب", "kitāban", true), ("يكتب", "yaktubu", true),
    ("يس", "yāsīn", false), ("محمد", "muḥammadī", false), ("ثمن", "thaman", true),
    ("فلاح", "fallāḥ", true), ("غ", "", false),
  ])
  func endings(word: String, latin: String, agrees: Bool) {
    #expect(Spellings.shared.ends(Array(word.utf8), latin: Array(latin.utf8)) == agrees)
  }

  /// Nothing stands behind a tanwin, but an n that is a letter.
  @Test(arguments: [
    ("نجما", "najman", false), ("كتاب", "kitābun", false), ("سكن", "sakan", true),
    ("زيتون", "zaytūn", true), ("ثعبان", "thuʻbān", true),
  ])
  func tanwinEndsAWord(word: String, latin: String, agrees: Bool) {
    #expect(
      Spellings.shared.ends(Array(word.utf8), latin: Array(latin.utf8), takesTanwin: false)
        == agrees)
  }

  private func candidates(_ word: String) throws -> [RomanCandidate] {
    try #require(RomanizerModel.shared).maker.candidates(of: Array(word.utf8))
  }

  /// A word that the lexicon has in another spelling alone is read as that.
  @Test(arguments: [
    ("ارجوان", "urjuwān"), ("الاسطوره", "al-usṭūrah"), ("الاجال", "al-ājāl"),
    ("العزله", "al-ʻuzlah"),
  ])
  func otherSpellingsAreAsked(_ word: String, _ latin: String) throws {
    let found = try candidates(word).first { $0.latin == Array(latin.utf8) }
    #expect(found?.source == .variant)
    #expect((found?.evidence.variantCount ?? 0) > 0)
  }

  /// The lexicon gives every word's entries under its own spelling, and its other spellings beside it.
  @Test func lexiconKeepsSpellingsApart() {
    func entry(_ latin: String, _ count: Int) -> RomanLexicon.Entry {
      RomanLexicon.Entry(
        latin: Array(latin.utf8), count: count, capitals: 0, tableCount: 2, tableCapitals: 1)
    }
    var builder = RomanLexicon.Builder()
    let words = [
      "إبداع": entry("ibdāʻ", 3), "ابداع": entry("abdāʻ", 1), "مكتبه": entry("maktabih", 9),
    ]
    for (word, entry) in words { builder.add(Array(word.utf8), isWord: true, entries: [entry]) }
    guard let lexicon = RomanLexicon(StaticBytes(keeping: builder.build())) else {
      Issue.record("the lexicon does not open")
      return
    }
    for (word, entry) in words { #expect(lexicon.word(Array(word.utf8)) == [entry]) }
    #expect(lexicon.word(Array("أبداع".utf8)).isEmpty)
    #expect(lexicon.stem(Array("ابداع".utf8)).isEmpty)
    func others(_ word: String) -> Set<String> {
      let (word, stem) = lexicon.wordAndStem(like: Array(word.utf8))
      #expect(stem.own.isEmpty && stem.others.isEmpty)
      return Set(word.others.map { String(decoding: $0.letters, as: UTF8.self) })
    }
    #expect(others("آبداع") == ["إبداع", "ابداع"])
    #expect(others("ابداع") == ["إبداع"])
    var all: [String: RomanLexicon.Entry] = [:]
    lexicon.forEachWord { all[$0] = $1 }
    #expect(all == words)
  }

  /// Letters of other keyboards are the Arabic ones, whichever scheme goes by sound.
  @Test(arguments: [
    ("التکريتي في مکتبۃ ہند", "التكريتي في مكتبة هند"), ("الحکىم علىه", "الحكيم عليه"),
    ("ٱلكتاب", "الكتاب"),
  ])
  func keyboardsMakeNoDifference(_ line: String, _ plain: String) throws {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    #expect(romanizer.romanize(Text(line)).string == romanizer.romanize(Text(plain)).string)
  }

  @Test func vocalizedWordsKeepTheLettersOfTheirKeyboard() throws {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared), kind: .text)
    #expect(romanizer.words(of: Text("کتاب الحکىم")).map(\.vocalized) == ["کِتَاب", "الحَکِىم"])
  }
}

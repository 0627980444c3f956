import TestSupport
import Foundation
import Testing
import Warraq
@testable import WarraqNames

@Suite struct NamesTests {
  private let speller = NameSpeller()

  @Test(arguments: [
    ("محمد", "Mohamed"), ("سيرغي لافروف", "Sergey Lavrov"),
    ("رجب طيب أردوغان", "Recep Tayyip Erdogan"),
    ("نجيب محفوظ", "Naguib Mahfouz"), ("المدينة المنورة", "Medina"),
    ("الدوحة", "Doha"), ("اليابان", "Japan"), ("ابن خلدون", "Ibn Khaldun"),
  ])
  func knownNamesAreSpelledAsPeopleDo(arabic: String, latin: String) {
    let answer = speller.spell(arabic, top: 5)
    #expect(answer.spellings.contains(latin), "\(answer.spellings)")
  }

  /// عبد and the next word are one name, however they are written.
  @Test(arguments: [
    ("عبدالعزيز", "عبد العزيز", "Abdulaziz"),
    ("عبدالرحمن السديس", "عبد الرحمن السديس", "Abdul Rahman Al-Sudais"),
    ("سلمان بن عبدالعزيز آل سعود", "سلمان بن عبد العزيز آل سعود", "Salman bin Abdulaziz Al Saud"),
    ("عَبْدُاللطيف قشوع", "عبد اللطيف قشوع", "Abdellatif Kashou"),
  ])
  func joinedNamesAreSpelledAsOthers(joined: String, parted: String, latin: String) {
    let answer = speller.spell(joined, top: 5)
    #expect(answer.spellings == speller.spell(parted, top: 5).spellings)
    #expect(answer.spellings.contains(latin), "\(answer.spellings)")
    // Parts are told as they are written.
    #expect(answer.parts.map(\.arabic).joined(separator: " ") == joined)
  }

  /// أبو in another case, at the start of a name; behind other words it is a part of families' names.
  @Test(arguments: [
    ("أبا بكر البغدادي", "Abu Bakr al-Baghdadi"), ("أبي بكر القشوعي", "Abu Bakr"),
    ("سيزار أبي خليل", "Abi Khalil"), ("زيد بن أبي قشوع", "Abi"),
  ])
  func casesAreNotSpelled(arabic: String, latin: String) {
    let first = speller.spell(arabic).spellings.first
    #expect(first?.contains(latin) == true, "\(first ?? "")")
  }

  @Test(arguments: ["زرقشوف بلهمطي", "عبد القزحاوي", "أبو قشعميز", "الشنقبوري"])
  func unknownNamesAreSpelledByTheirLetters(arabic: String) {
    let answer = speller.spell(arabic)
    #expect(answer.evidence == .model)
    #expect(NameSpeller(model: nil).spell(arabic).evidence == .rule)
    #expect(answer.spellings.first?.unicodeScalars.allSatisfy { $0.value < 0x250 } ?? false)
    #expect(answer.spellings.first?.first?.isUppercase ?? false)
  }

  /// Words that stand in no list, and what they are in the world's press.
  @Test(arguments: [("هاينريش", "Heinrich"), ("أوهلر", "Ohler"), ("إيزنر", "Isner")])
  func foreignWordsAreSpelledAsTheirLike(arabic: String, latin: String) throws {
    let model = try #require(SpellingModel.shared)
    #expect(
      model.spell(arabic, top: 10).contains(latin.lowercased()), "\(model.spell(arabic, top: 10))")
  }

  @Test func kindsOfTheLetterHamzaTellVowels() throws {
    let model = try #require(SpellingModel.shared)
    #expect(model.spell("أوهلر", top: 1).first?.hasPrefix("o") ?? false)
    let first = model.spell("إيميليا", top: 1).first?.first
    #expect(first == "e" || first == "i")
    #expect(model.spell("", top: 3).isEmpty)
    #expect(model.spell(String(repeating: "ب", count: 1000), top: 3).isEmpty)
  }

  @Test func modelsCanBeTrained() throws {
    var trainer = SpellingTrainer()
    for _ in 0..<2 {
      for (arabic, latin) in [("كتاب", "kitab"), ("باب", "bab"), ("تاب", "tab"), ("بات", "bat")] {
        trainer.addWord(arabic: arabic, latin: latin, count: 2)
      }
      trainer.addPerson(arabic: "كاتب باتك", latin: "Katib Batik", count: 1)
    }
    #expect(SpellingModel(StaticBytes(keeping: trainer.train())) != nil)
    #expect(SpellingModel(StaticBytes(keeping: [1, 2, 3])) == nil)
  }

  /// A spelling that is in use comes before others that fit the letters somewhat better.
  @Test func wordsInUseAreLikelierThanOthers() throws {
    let plain = try #require(SpellingModel.builtIn(attested: nil))
    let spellings = plain.spell("ساريتش", top: 12)
    let accented = try #require(
      spellings.dropFirst().first { !$0.utf8.allSatisfy { $0 < 0x80 } }, "\(spellings)")
    for wanted in [spellings[3], spellings[6], accented] {
      var builder = AttestedWords.Builder()
      for word in [wanted.uppercased(), "Lawson"] { builder.add(word, .name) }
      builder.add(wanted, .text)
      let words = try #require(AttestedWords(StaticBytes(keeping: builder.build())))
      let model = try #require(SpellingModel.builtIn(attested: words))
      #expect(model.spell("ساريتش", top: 1) == [wanted])
      #expect(plain.spell("ساريتش", top: 1) != [wanted])
    }
    #expect(SpellingModel.shared?.spell("لوسون", top: 1) == ["lawson"])
  }

  /// A word that the lexicon has from one bearer is spelled as the model would, too, whose opinion counts for
  /// eight sightings.
  @Test func wordsThatWereSeldomSeenAreAlsoMade() throws {
    func answer(_ count: Int, _ model: SpellingModel?, _ name: String) -> NameSpeller.Answer {
      var builder = NameLexiconBuilder()
      // Words count fourfold.
      builder.addWord(arabic: "بولت", latin: "Vault", count: count)
      builder.addWord(arabic: "كارل", latin: "Karrl", count: 500)
      let bytes = builder.build(alternatives: 5, model: model)
      return NameSpeller(lexicon: NameLexicon(StaticBytes(keeping: bytes))).spell(name, top: 5)
    }
    let made = try #require(SpellingModel.shared?.spell("بولت", top: 5))
    #expect(made[0] == "bolt" && !made.contains("vault"))
    for (count, share) in [(1, 4.0 / 12), (5, 20.0 / 28)] {
      let blended = answer(count, .shared, "بولت")
      #expect(Array(blended.spellings.prefix(2)) == ["Vault", "Bolt"])
      #expect(blended.evidence == .parts)
      let expected = 0.03 + 0.62 * share
      #expect(abs(blended.scores[0] - expected) < 0.01)
    }
    #expect(answer(6, .shared, "بولت").spellings == ["Vault"], "seen often enough")
    #expect(answer(1, nil, "بولت").spellings == ["Vault"])
    let whole = answer(1, .shared, "كارل بولت").spellings
    #expect(whole.contains("Karrl Bolt") && whole.allSatisfy { $0.hasPrefix("Karrl ") })
  }

  /// Every name of the lists that are part of the project comes out as a list has it, whether the lexicon
  /// keeps it whole or by its parts.
  @Test(arguments: ["world-figures", "arab-figures"])
  func listedNamesAreSpelledAsListed(list: String) throws {
    let rows = Repository.text("Plugins/Names/Resources/\(list).tsv")
    var spellings: [String: Set<String>] = [:]
    for row in rows.split(separator: "\n") where !row.hasPrefix("#") {
      let cells = row.split(separator: "\t").map(String.init)
      spellings[cells[0], default: []].insert(cells[1])
    }
    #expect(spellings.count > 200)
    let missed = spellings.filter {
      !speller.spell($0.key, top: 5).spellings.contains(where: $0.value.contains)
    }
    #expect(missed.count * 100 <= spellings.count, "\(missed.keys.sorted())")
    let other = spellings.filter { !$0.value.contains(speller.spell($0.key).spellings.first ?? "") }
    #expect(other.count * 50 <= spellings.count, "\(other.keys.sorted())")
  }

  @Test func hamzaTellsThatThereIsNoArticle() {
    #expect(speller.spell("أليكسندروفا").spellings.first?.hasPrefix("Al") == true)
    #expect(speller.spell("أليكسندروفا").spellings.allSatisfy { !$0.contains("-") })
    #expect(speller.spell("القشعميزي").spellings.first?.hasPrefix("Al-") == true)
  }

  @Test func listsOfWordsInUseGiveOneTable() throws {
    func table(_ words: [String]) -> [UInt8] {
      var builder = AttestedWords.Builder()
      for word in words { builder.add(word, .name) }
      return builder.build()
    }
    let bytes = table(["Lawson", "ŠARIĆ", "qx", "not-a-word", "a word", ""])
    // Case, order, and what is no word, make no difference.
    #expect(bytes == table(["šarić", "lawson", "Lawson"]))
    #expect(bytes != table(["lawson"]))
    #expect(AttestedWords(StaticBytes(keeping: bytes)) != nil)
    #expect(AttestedWords(StaticBytes(keeping: [1, 2])) == nil)
  }

  @Test func spellingsOfVariantsAreTheSame() {
    #expect(speller.spell("أحمـد").spellings == speller.spell("احمد").spellings)
    #expect(speller.spell("مُحَمَّد").spellings == speller.spell("محمد").spellings)
  }

  @Test(arguments: ["", " ", "John Smith", "123", "؟"])
  func whatIsNotArabicPassesThrough(name: String) {
    #expect(speller.spell(name).spellings == (name.isEmpty ? [] : [name]))
  }

  @Test func hugeNamesAreAnswered() {
    #expect(speller.spell(String(repeating: "ب", count: 1000)).spellings.count == 1)
    let line = (0..<10_000).map { _ in "زيد" }.joined(separator: " ")
    #expect(speller.spell(line, top: 5).spellings.count >= 1)
    // Words that open compounds, one behind the other: no chain may be followed word by word.
    for opener in ["عبد ", "ابو ", "ال "] {
      let chain = String(repeating: opener, count: 20_000) + "الله"
      #expect(speller.spell(chain, top: 5).spellings.count >= 1)
    }
    for opener in ["al-", "al ", "Abdul ", "el-"] {
      let chain = String(repeating: opener, count: 20_000) + "x"
      #expect(NameReverser.shared.names(of: chain, top: 3).count >= 1)
    }
  }

  @Test func lexiconIsTheSameWhateverTheOrder() {
    let people = [
      ("زيد قشوع", "Zaid Qashou"), ("زيد قشوع", "Zayd Qashu"), ("عمر ذيب", "Omar Theeb"),
    ]
    func lexicon(_ people: [(String, String)]) -> [UInt8] {
      var builder = NameLexiconBuilder()
      for (arabic, latin) in people { builder.addPerson(arabic: arabic, latin: latin, count: 1) }
      return builder.build(alternatives: 4)
    }
    #expect(lexicon(people) == lexicon(people.reversed()))
    let own = NameSpeller(lexicon: NameLexicon(StaticBytes(keeping: lexicon(people))))
    #expect(own.spell("عمر ذيب").spellings.first == "Omar Theeb")
    #expect(own.spell("عمر قشوع").spellings.first?.hasPrefix("Omar ") ?? false)
  }

  private func spelled(_ name: String, _ country: String) throws -> String? {
    let group = try #require(CountryGroup(country: country))
    return NameSpeller(group: group).spell(name).spellings.first
  }

  @Test func countriesSpellInTheirOwnWay() throws {
    #expect(try spelled("جمال قشوع", "EG")?.hasPrefix("Gamal ") == true)
    #expect(try spelled("جمال قشوع", "DZ")?.hasPrefix("Djamel ") == true)
    #expect(try spelled("جمال قشوع", "sa")?.hasPrefix("Jamal ") == true)
    #expect(try spelled("زيد بن قشوع", "MA")?.contains(" Ben ") == true)
    #expect(try spelled("زيد بن قشوع", "QA")?.contains(" bin ") == true)
    #expect(CountryGroup(country: "FR") == nil)
  }

  @Test func wordsThatLinkNamesFollowTheirNeighbours() {
    #expect(speller.spell("زيد بن أبي قشوع").spellings.first?.contains(" ibn Abi ") == true)
    #expect(speller.spell("ابن قشوع").spellings.first?.hasPrefix("Ibn ") == true)
    #expect(speller.spell("هند بنت زيد").spellings.first?.contains(" bint ") == true)
    #expect(speller.spell("زيد الثاني").spellings.first?.hasSuffix(" II") == true)
    #expect(speller.spell("ج. زيد").spellings.first?.hasPrefix("J. ") == true)
  }

  @Test func titlesAreLeftOut() {
    for title in ["الدكتور", "د.", "السيدة", "المهندس الدكتور"] {
      #expect(speller.spell(title + " زيد خليل").spellings == speller.spell("زيد خليل").spellings)
    }
    // A title alone, or before one word, may be a name.
    #expect(speller.spell("السيد قشعميز").parts.count == 2)
  }

  @Test func ownSpellingsAlwaysWin() throws {
    let own = try NameDictionary([
      "# ours", "زيد خليل\tZeyd Khaleel\tZaid Khalil", "قشوع\tQashooa", "",
    ])
    let speller = NameSpeller(dictionary: own)
    #expect(speller.spell("زيد خليل").spellings == ["Zeyd Khaleel", "Zaid Khalil"])
    #expect(speller.spell("زَيد خَليل").spellings.first == "Zeyd Khaleel")
    #expect(speller.spell("عمر قشوع").spellings.first?.hasSuffix(" Qashooa") == true)
    let fault = #expect(throws: NameDictionary.Fault.self) {
      try NameDictionary(["زيد\tZaid", "عمر"])
    }
    #expect(fault?.line == 2)
  }

  @Test func diacriticsComeOffOnRequest() {
    let plain = NameSpeller(isASCII: true)
    for name in ["رجب طيب أردوغان", "إميل لحود", "ساو باولو"] {
      #expect(plain.spell(name).spellings.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    }
    #expect(plain.spell("إميل لحود").spellings.first == "Emile Lahoud")
    let passport = NameSpeller(style: .passportASCII).spell("بطرس بطرس غالي")
    #expect(passport.spellings.first == "BOUTROS BOUTROS GHALI")
  }

  @Test func scoresFallAndPartsTellWhereTheyComeFrom() {
    let answer = speller.spell("محمد قشعميز", top: 5)
    #expect(answer.scores.count == answer.spellings.count)
    #expect(answer.scores == answer.scores.sorted(by: >))
    #expect(answer.scores.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(answer.parts.map(\.arabic) == ["محمد", "قشعميز"])
    #expect(answer.parts.map(\.evidence) == [.parts, .model])
    #expect(answer.parts.map(\.latin).joined(separator: " ") == answer.spellings.first)
    let known = speller.spell("سيرغي لافروف")
    #expect(known.parts.map(\.evidence) == [.name])
    #expect(known.scores[0] > answer.scores[0])
  }

  @Test func spellingsOfPartsAreCombinedLikeliestFirst() {
    // Of two parts with alternatives, changing the less sure one comes before changing both.
    var builder = NameLexiconBuilder()
    for (latin, count) in [("aaa", 4), ("aab", 2)] {
      builder.addWord(arabic: "زيد", latin: latin, count: count)
    }
    for (latin, count) in [("bbb", 3), ("bbc", 2)] {
      builder.addWord(arabic: "خليل", latin: latin, count: count)
    }
    let bytes = builder.build(alternatives: 5, model: nil)
    let lexicon = NameLexicon(StaticBytes(keeping: bytes))
    let answer = NameSpeller(lexicon: lexicon, model: nil).spell("زيد خليل", top: 4)
    #expect(answer.spellings == ["Aaa Bbb", "Aaa Bbc", "Aab Bbb", "Aab Bbc"])
  }
}

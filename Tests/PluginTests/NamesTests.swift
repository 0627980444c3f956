import TestSupport
import Testing
import Warraq
import WarraqNames

@Suite struct NamesTests {
  private let speller = NameSpeller()

  @Test(arguments: [
    ("محمد", "Mohamed"), ("سيرغي لافروف", "Sergey Lavrov"),
    ("رجب طيب أردوغان", "Recep Tayyip Erdogan"),
    ("نجيب محفوظ", "Najib Mahfouz"), ("المدينة المنورة", "Madinah"),
  ])
  func knownNamesAreSpelledAsPeopleDo(arabic: String, latin: String) {
    let answer = speller.spell(arabic, top: 5)
    #expect(answer.spellings.contains(latin), "\(answer.spellings)")
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

  @Test func spellingsOfVariantsAreTheSame() {
    #expect(speller.spell("أحمـد") == speller.spell("احمد"))
    #expect(speller.spell("مُحَمَّد") == speller.spell("محمد"))
  }

  @Test(arguments: ["", " ", "John Smith", "123", "؟"])
  func whatIsNotArabicPassesThrough(name: String) {
    #expect(speller.spell(name).spellings == (name.isEmpty ? [] : [name]))
  }

  @Test func hugeNamesAreAnswered() {
    #expect(speller.spell(String(repeating: "ب", count: 1000)).spellings.count == 1)
    let line = (0..<10_000).map { _ in "زيد" }.joined(separator: " ")
    #expect(speller.spell(line, top: 5).spellings.count >= 1)
  }

  private func mentions(_ text: String) throws -> [(String, String)] {
    let document = try Pipelines.run(text, Pipelines.reading + [Recipe.Step("names")])
    return try document.required(.names).names.map { (document.text[$0.span], $0.latin) }
  }

  @Test func titlesAndOfficesIntroduceNames() throws {
    let found = try mentions("وقال وزير الخارجية الروسي سيرغي لافروف إن د. سمير قشوع سيحضر.")
    #expect(found.map(\.0) == ["سيرغي لافروف", "سمير قشوع"])
    #expect(found.first?.1 == "Sergey Lavrov")
  }

  @Test func listedNamesNeedNoIntroduction() throws {
    let found = try mentions("وفي المساء غنت فيروز أمام باراك أوباما في القاعة.")
    #expect(found.contains { $0.0 == "باراك أوباما" && $0.1 == "Barack Obama" })
  }

  @Test func gluedParticlesStayOutside() throws {
    let found = try mentions("اجتمع المدير بسيرغي لافروف وفلاديمير بوتين في موسكو.")
    #expect(found.map(\.0) == ["سيرغي لافروف", "فلاديمير بوتين"])
  }

  @Test func surnameAloneIsFoundAgain() throws {
    let found = try mentions("تحدث فلاديمير بوتين طويلا. ثم غادر بوتين القاعة.")
    #expect(found.map(\.0) == ["فلاديمير بوتين", "بوتين"])
    #expect(found.last?.1 == "Putin")
  }

  @Test func textWithoutNamesHasNone() throws {
    #expect(try mentions("ارتفعت أسعار القمح في الأسواق العالمية هذا الأسبوع.").isEmpty)
    #expect(try mentions("").isEmpty)
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
}

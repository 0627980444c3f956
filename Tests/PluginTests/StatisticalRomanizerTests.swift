import TestSupport
import Testing
import Warraq
import WarraqRomanization

@Suite struct StatisticalRomanizerTests {
  private func romanize(_ line: String, _ kind: FieldKind = .auto) throws -> String {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared), kind: kind)
    return romanizer.romanize(Text(line), rules: try Scheme.named("ala-lc")).string
  }

  @Test(arguments: [
    ("تاريخ الأدب العربي", "Tārīkh al-adab al-ʻArabī"),
    ("دار الكتب العلمية", "Dār al-Kutub al-ʻIlmīyah"),
    ("المدرسة الجديدة", "al-Madrasah al-jadīdah"),
    ("محمود، عبد الله بن أحمد", "Maḥmūd, ʻAbd Allāh ibn Aḥmad"),
  ])
  func unvocalisedLinesAreRead(arabic: String, latin: String) throws {
    #expect(try romanize(arabic).lowercased() == latin.lowercased())
  }

  @Test func aFeminineEndingDependsOnTheNextWord() throws {
    #expect(try romanize("مكتبة الجامعة", .text).lowercased().hasPrefix("maktabat al-"))
    #expect(try romanize("المكتبة الجديدة", .text).lowercased().hasPrefix("al-maktabah "))
  }

  @Test func wordsWithVowelsAreReadByThem() throws {
    #expect(try romanize("كِتَابُ الشَّمْسِ") == "kitābu al-shamsi")
    #expect(try romanize("صَحْوَة الفكر").lowercased().hasPrefix("ṣaḥwat al-"))
  }

  @Test func whatIsNotArabicStays() throws {
    #expect(try romanize("  (محمد)  ABC 12؟ ٣،") == "  (Muḥammad)  ABC 12? 3,")
    #expect(try romanize("") == "" && romanize("   ") == "   ")
  }

  /// Every line has an answer, in time, and the same one whatever came before.
  @Test(.timeLimit(.minutes(2))) func anythingIsAnswered() throws {
    var generator = SeededGenerator(seed: 77)
    var warm = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    for _ in 0..<300 {
      let line = TextMaker.make(length: 60, using: &generator)
      var cold = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
      #expect(warm.romanize(Text(line)).string == cold.romanize(Text(line)).string)
    }
    let long = warm.romanize(Text(String(repeating: "ب", count: 100_000)))
    #expect(long.count == 100_000)
    let many = warm.romanize(Text(String(repeating: "غضنفرجي ", count: 20_000)))
    #expect(many.count > 100_000)
  }

  @Test func damagedModelsAreNone() throws {
    #expect(RomanizerModel(StaticBytes(keeping: [])) == nil)
    #expect(
      RomanizerModel(
        StaticBytes(keeping: Array("WARRAQR1".utf8) + [UInt8](repeating: 255, count: 64))) == nil)
  }

  /// Two trainings on the same rows give the same bytes, and the words are learned.
  @Test func trainingIsRepeatable() throws {
    func train() throws -> [UInt8] {
      var trainer = RomanizerTrainer()
      for _ in 0..<5 {
        trainer.addField(tag: "245", subfield: "a", arabic: "كتاب الشعر", latin: "Kitāb al-shiʻr")
        trainer.addField(tag: "100", subfield: "a", arabic: "سعيد، علي", latin: "Saʻīd, ʻAlī")
      }
      trainer.addWord(arabic: "بحر", latin: "baḥr", count: 7)
      return try #require(trainer.train())
    }
    let first = try train()
    #expect(try first == train())
    let model = try #require(RomanizerModel(StaticBytes(keeping: first)))
    var romanizer = StatisticalRomanizer(model: model)
    #expect(romanizer.romanize(Text("كتاب الشعر")).string == "Kitāb al-shiʻr")
    #expect(romanizer.romanize(Text("بحر")).string.lowercased() == "baḥr")
  }
}

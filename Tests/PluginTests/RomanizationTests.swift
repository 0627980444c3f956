import TestSupport
import Testing
import Warraq
import WarraqRomanization

@Suite struct RomanizationTests {
  private func romanize(_ text: String, _ scheme: String) throws -> String {
    try Scheme.named(scheme).romanize(Text(text)).string
  }

  @Test(arguments: [
    ("buckwalter", "الشَّمْسُ", "Al$a~mosu"), ("buckwalter", "أَكَلَ ذِئْبٌ", ">akala *i}obN"),
    ("buckwalter-xml", "أَإِؤ", "OaIiW"), ("buckwalter-safe", "ذَهَبَ شَيْءٌ", "Vahaba cayoCN"),
    ("hsb", "شَمْسٌ", "šam·sũ"), ("iso-233", "كِتَابٌ", "kitaʾbú"), ("iso-233", "شَمَّسَ", "šam̄asa"),
    ("ala-lc", "كِتَابٌ", "kitābun"), ("ala-lc", "المَدِينَة", "al-madīnah"),
    ("ala-lc", "الشَّمْس", "al-shams"),
    ("ala-lc", "جَامِعَة القَاهِرَة", "jāmiʻat al-qāhirah"), ("ala-lc", "عَرَبِيَّة", "ʻarabīyah"),
    ("din-31635", "الشَّمْس", "aš-šams"), ("din-31635", "جُمْهُورِيَّة", "ǧumhūriyya"),
    ("bgn-pcgn", "الشَّارِقَة", "ash shāriqah"), ("ungegn", "ضَوْء", "ḑaw’"),
    ("ungegn", "الشَّارِقَة", "ash-shāriqah"), ("ungegn-2017", "ضَوْء", "ḏaw’"),
    ("iso-233-2", "المَدِينَة", "al-madīnaẗ"), ("ses", "الجِيزَة", "el-gîza"),
    ("ipa", "الشَّمْس", "aʃ-ʃams"), ("ascii", "قُرْآن", "qur'an"),
    ("odni-2004", "القَذَّافِي", "al-qadhafi"), ("arabizi", "مَرْحَبًا", "mar7abana"),
    ("ala-lc", "فَعَلُوا", "faʻalū"), ("ala-lc", "أُولَئِكَ", "ulāʼika"), ("ala-lc", "عَمْرو", "ʻamr"),
    ("ala-lc", "مَعْنًى", "maʻnan"), ("ala-lc", "ذَلِكَ", "dhālika"), ("ala-lc", "ظَبْي", "ẓaby"),
    ("ala-lc", "مِرْآة الزَّمَان", "mirʼāt al-zamān"),
    ("ala-lc", "قُرْآن", "qurʼān"),
    ("icu:Arabic-Latin", "كتاب", "ktạb"),
  ])
  func wordsAreWrittenByTheirScheme(scheme: String, arabic: String, latin: String) throws {
    #expect(try romanize(arabic, scheme) == latin)
  }

  @Test func punctuationDigitsAndOtherScriptsPassThrough() throws {
    #expect(try romanize("هَلْ؟ نَعَمْ، ٣ مِنْ ABC.", "ala-lc") == "hal? naʻam, 3 min ABC.")
  }

  @Test func reversibleSchemesComeBack() throws {
    let schemes = Scheme.all.filter(\.isReversible)
    #expect(schemes.map(\.id) == ["buckwalter", "buckwalter-safe", "buckwalter-xml", "hsb"])
    let letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْٰٱ قَالَ مُحَمَّدٌ"
    for scheme in schemes {
      let latin = try scheme.romanize(Text(letters))
      #expect(scheme.reversed(latin)?.string == letters, "\(scheme.id)")
    }
    #expect(try Scheme.named("ala-lc").reversed(Text("kitāb")) == nil)
  }

  @Test func everySchemeNamesItsStandardAndReadsAnything() throws {
    #expect(Scheme.all.count == 17)
    var generator = SeededGenerator(seed: 5)
    for scheme in Scheme.all {
      #expect(!scheme.title.isEmpty && !scheme.standard.isEmpty)
      for _ in 0..<40 {
        _ = try scheme.romanize(Text(TextMaker.make(length: 100, using: &generator)))
      }
      let long = try scheme.romanize(Text(String(repeating: "ب", count: 100_000)))
      #expect(long.count == 100_000)
    }
  }

  @Test func pagesOfTheSchemesAreInStep() {
    for scheme in Scheme.all {
      let file = Repository.text("Docs/Schemes/\(scheme.id).md")
      let isSame = file == scheme.page
      #expect(isSame, "run `make docs`: \(scheme.id)")
    }
  }

  @Test func protectedPartsAreLeftAsTheyAre() {
    #expect(
      ProtectedParts.split("قال @@محمد@@ في `كود` اليوم")
        == [.open("قال "), .kept("محمد"), .open(" في "), .kept("`كود`"), .open(" اليوم")])
    for text in ["", "@@", "`", "@@نص", "نص`", "a@b"] {
      #expect(ProtectedParts.split(text) == (text.isEmpty ? [] : [.open(text)]), "\(text)")
    }
    #expect(ProtectedParts.split("@@@@``") == [.kept(""), .kept("``")])
  }

  @Test func unknownSchemeIsToldTheNearest() {
    #expect(throws: SchemeError(id: "alalc", mend: "did you mean `ala-lc`?")) {
      try Scheme.named("alalc")
    }
    #expect(throws: SchemeError.self) { try Scheme.named("icu:No-Such") }
  }

  @Test func stageAddsTheLayer() throws {
    let document = try Pipelines.run(
      "كِتَاب", [Recipe.Step("transliterate", with: [.init("scheme", "din-31635")])])
    #expect(document[.transliteration]?.text.string == "kitāb")
    #expect(document[.transliteration]?.method == "din-31635")
  }
}

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
    ("iso-233", "قُرْآن", "qur°ʾân"),
    ("ala-lc", "كِتَابٌ", "kitābun"), ("ala-lc", "المَدِينَة", "al-madīnah"),
    ("ala-lc", "الشَّمْس", "al-shams"),
    ("ala-lc", "جَامِعَة القَاهِرَة", "jāmiʻat al-qāhirah"), ("ala-lc", "عَرَبِيَّة", "ʻarabīyah"),
    ("din-31635", "الشَّمْس", "aš-šams"), ("din-31635", "جُمْهُورِيَّة", "ǧumhūriyya"),
    ("bgn-pcgn", "الشَّارِقَة", "Ash Shāriqah"), ("ungegn", "ضَوْء", "Ḑaw’"),
    ("ungegn", "الشَّارِقَة", "Ash-Shāriqah"), ("ungegn-2017", "ضَوْء", "Ḏaw’"),
    ("iso-233-2", "المَدِينَة", "al-madīnaẗ"), ("ses", "الجِيزَة", "El-Gîza"),
    ("ipa", "الشَّمْس", "aʃ-ʃams"), ("ascii", "قُرْآن", "qur'an"),
    ("ala-lc", "بِاللَّه", "billāh"), ("ala-lc", "لِلَّه", "lillāh"), ("ala-lc", "اللَّه", "allāh"),
    ("din-31635", "عَبْد الله", "ʿabd allāh"), ("ala-lc", "وَاللَّه", "wa-allāh"),
    ("odni-2004", "القَذَّافِي", "al-Qadhafi"), ("odni-2015", "عَبْد الرَّحْمَن", "’Abd-al-Rahman"),
    ("odni-2004", "نَصْر الله", "Nasrallah"), ("odni-2004", "عَبْد الله", "’Abdallah"),
    ("odni-2004", "عَطَا الله", "’Ataallah"), ("odni-2004", "رَحِمَهُ الله", "Rahimahu Allah"),
    ("odni-2004", "إنْ شَاءَ الله", "In Sha’a Allah"), ("odni-2015", "صَلَّى الله", "Salla Allah"),
    ("odni-2015", "نُور الدِّين", "Nur-al-Din"), ("odni-2004", "بِن لَادِن", "Bin-Ladin"),
    ("odni-2004", "أَبُو البَشَر", "Abu-al-Bashar"), ("odni-2004", "مُبَشِّر", "Mubashir"),
    ("odni-2004", "حَسَّان سَعِيد", "Hassan Sa’id"), ("arabizi", "مَرْحَبًا", "mar7aban"),
    ("ala-lc", "فَعَلُوا", "faʻalū"), ("ala-lc", "أُولَئِكَ", "ulāʼika"), ("ala-lc", "عَمْرو", "ʻamr"),
    ("ala-lc", "مَعْنىً", "maʻnan"), ("ala-lc", "مَعْنَىً", "maʻnan"),
    ("ala-lc", "الصَّلَوٰةُ", "al-ṣalātu"), ("ala-lc", "سَمَٰوَٰتٌ", "samāwātun"),
    ("ala-lc", "هُدَىٰهُمْ", "hudāhum"),
    // A ى that its marks say is a ya.
    ("ala-lc", "فِى", "fī"), ("ala-lc", "عَلِىٌّ", "ʻalīyun"), ("din-31635", "النَّبِىُّ", "an-nabiyyu"),
    ("ala-lc", "مِصْرِىّ", "miṣrī"), ("ala-lc", "شَىْءٌ", "shayʼun"), ("ala-lc", "عَصَاىَ", "ʻaṣāya"),
    ("ala-lc", "مُوسَىٰ", "mūsá"), ("ala-lc", "هُدًى", "hudan"),
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
    let schemes = Scheme.all.filter { $0.reversal == .exact }
    #expect(schemes.map(\.id) == ["buckwalter", "buckwalter-safe", "buckwalter-xml", "hsb"])
    let letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْٰٱ قَالَ مُحَمَّدٌ"
    for scheme in schemes {
      let latin = try scheme.romanize(Text(letters))
      #expect(scheme.reversed(latin)?.string == letters, "\(scheme.id)")
    }
    #expect(try Scheme.named("din-31635").reversed(Text("kitāb")) == nil)
  }

  @Test func everySchemeNamesItsStandardAndReadsAnything() throws {
    #expect(Scheme.all.count == 18)
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

  @Test func protectedPartsAreLeftAsTheyAre() throws {
    #expect(
      ProtectedParts.split("قال @@محمد@@ في `كود` اليوم")
        == [.open("قال "), .kept("محمد"), .open(" في "), .kept("`كود`"), .open(" اليوم")])
    for text in ["", "@@", "`", "@@نص", "نص`", "a@b"] {
      #expect(ProtectedParts.split(text) == (text.isEmpty ? [] : [.open(text)]), "\(text)")
    }
    func upper(_ line: String) -> String { ProtectedParts.convert(line) { $0.uppercased() } }
    #expect(upper("a@@b@@c `d`") == "AbC `d`")
    // A stand-in of the text's own stays, and a conversion that loses them is given the parts.
    #expect(upper("a\u{FFFC}@@b@@\u{FFFC}c") == "A\u{FFFC}b\u{FFFC}C")
    #expect(
      ProtectedParts.convert("a@@b@@c") { $0.filter(\.isASCII).uppercased() } == "AbC")
    #expect(ProtectedParts.convert("") { $0 + "!" } == "!")
    // Words are read by those around them, kept ones or not.
    let scheme = try Scheme.named("bgn-pcgn")
    let latin = ProtectedParts.convert("بَيْت @@x@@ الشَّمْس") { line in
      (try? scheme.romanize(Text(line)).string) ?? line
    }
    #expect(latin == "Bayt x ash Shams")
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

  /// The automaton beside the plain definition of a table: each letter for itself, shadda before its vowel.
  @Test func automataWriteWhatTheirTablesSay() throws {
    var generator = SeededGenerator(seed: 91)
    for id in ["buckwalter", "hsb", "iso-233", "icao-9303"] {
      let scheme = try Scheme.named(id)
      #expect(scheme.isAutomaton)
      let table = Repository.text("Plugins/Romanization/Resources/schemes/\(id).tsv")
      var letters: [Unicode.Scalar: String] = [:]
      for line in table.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("!") {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard let scalar = cells[0].unicodeScalars.first, cells.count > 1 else { continue }
        letters[scalar] = String(cells[1])
      }
      for _ in 0..<300 {
        let text = RandomLines.make(using: &generator) + "كَّتِّب"
        var scalars = Array(text.unicodeScalars)
        if id == "iso-233" {
          for index in scalars.indices.dropLast()
          where (0x64B...0x650).contains(scalars[index].value) && scalars[index + 1] == "\u{651}" {
            scalars.swapAt(index, index + 1)
          }
        }
        let expected = scalars.map { letters[$0] ?? String($0) }.joined()
        let isSame = try scheme.romanize(Text(text)).string == expected
        #expect(isSame, "\(id): \(text.debugDescription)")
      }
    }
  }

  @Test func lettersWithoutASignAreCounted() throws {
    let scheme = try Scheme.named("buckwalter")
    var bytes: [UInt8] = []
    let unknown = Array("كتاب ڭېۆ ABC 中".utf8).withUnsafeBufferPointer {
      scheme.append($0, to: &bytes)
    }
    #expect(unknown == 3)
    #expect(String(decoding: bytes, as: UTF8.self) == "ktAb ڭېۆ ABC 中")
    #expect(try Scheme.named("ala-lc").isAutomaton == false)
  }

  /// Larger than a piece, with a shadda wherever a piece may end.
  @Test func longTextsAreCutNowhere() throws {
    let scheme = try Scheme.named("iso-233")
    for lead in 0..<6 {
      let text = String(repeating: "x", count: lead) + String(repeating: "شَّ", count: 40_000)
      let expected = String(repeating: "x", count: lead) + String(repeating: "š̄a", count: 40_000)
      let isSame = try scheme.romanize(Text(text)).string == expected
      #expect(isSame, "\(lead)")
    }
  }

  @Test(arguments: [
    ("iso-233", "كِتَابُ الشَّمْسِ وَالقَمَرِ"),
    ("ala-lc", "مكتبة جامعة القاهرة"), ("ala-lc", "العلاقات السياسية بين الدول"),
  ])
  func guessesMostlyComeBack(scheme: String, arabic: String) throws {
    let scheme = try Scheme.named(scheme)
    #expect(scheme.reversal == .guess)
    let model = try #require(RomanizerModel.shared)
    var romanizer = StatisticalRomanizer(model: model)
    let latin =
      scheme.id == "ala-lc"
      ? romanizer.romanize(Text(arabic)) : try scheme.romanize(Text(arabic))
    #expect(scheme.reversed(latin)?.string == arabic)
  }

  @Test func readingsThatNobodyHasSeenGoBackByTheirSounds() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(scheme.reversed(Text("al-qashʻamīzah"))?.string == "القشعميزة")
    #expect(
      scheme.reversed(Text("12 (wa-bi-qashʻamīz) ABC?"))?.string.contains("(وبقشعميز)") == true)
    #expect(scheme.reversed(Text(""))?.string == "")
    // A doubled ya in the ending is one letter; words with an article inside; tanwin; ta marbuta before an article.
    #expect(scheme.reversed(Text("al-qashʻamīyah al-qashʻamīyīn"))?.string == "القشعمية القشعميين")
    #expect(scheme.reversed(Text("ʻAbd-al-Qashʻam qashʻamīyan"))?.string == "عبدالقشعم قشعميا")
    #expect(scheme.reversed(Text("Ibn Qashʻam ibn \"Ibn\""))?.string == "ابن قشعم بن \"ابن\"")
    #expect(scheme.reversed(Text("qashʻamat al-bahjah"))?.string == "قشعمة البهجة")
    #expect(
      scheme.reversed(Text("Bahjat al-mushtāq, Āyat Allāh"))?.string == "بهجة المشتاق, آية الله")
    // What is no romanization stays whole.
    #expect(scheme.reversed(Text("Douglas & Co. wa-Cottin"))?.string == "Douglas & Co. wa-Cottin")
  }

  @Test func ownSchemesAreTables() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.tsv", "!title\tMine\n!engine\ttable\nب\tB\nت\tTT\n")
    let scheme = try Scheme.load(path)
    #expect(scheme.id == "mine" && scheme.title == "Mine")
    #expect(try scheme.romanize(Text("بتب ج")).string == "BTTB ج")
    let windows = try folder.write("windows.tsv", "\u{FEFF}!engine\ttable\r\nب\tB\r\nت\tTT\r\n")
    #expect(try Scheme.load(windows).romanize(Text("بت")).string == "BTT")
    #expect(throws: SchemeError.self) { try Scheme.load(folder.path + "/none.tsv") }
    let empty = try folder.write("empty.tsv", "# nothing\n")
    #expect(throws: SchemeError.self) { try Scheme.load(empty) }
    let document = try Pipelines.run(
      "بت", [Recipe.Step("transliterate", with: [.init("scheme", .string(path))])])
    #expect(document[.transliteration]?.text.string == "BTT")
  }

  /// A slip in a table is told with its line, and never read as nothing.
  @Test(arguments: [
    ("ب\tb\n!rules\tsun-leters\n", "unknown rule `sun-leters` in line 2 of"),
    ("!engine\tphonetics\nب\tb\n", "unknown engine `phonetics` in line 1 of"),
    (
      "# mine\n\n!capitals\tnames,articles\nب\tb\n",
      "unknown habit of capitals `articles` in line 3 of"
    ),
    ("ب b\n", "no tab in line 1 of"),
    ("!titel\tMine\nب\tb\n", "unknown description `!titel` in line 1 of"),
    ("ب\tb\r\nلا\tla\r\n", "unknown letter `لا` in line 2 of"),
  ])
  func slipsInTablesAreTold(table: String, problem: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.tsv", table)
    let error = #expect(throws: SchemeError.self) { try Scheme.load(path) }
    #expect(error?.problem == problem && error?.id == path && error?.mend.isEmpty == false)
  }

  @Test func builtInTablesAreWithoutSlips() throws {
    for scheme in Scheme.all {
      let path = Repository.root + "/Plugins/Romanization/Resources/schemes/\(scheme.id).tsv"
      let loaded = try Scheme.load(path)
      #expect(loaded.page == scheme.page)
    }
  }

  @Test func stageReadsUnwrittenVowelsAndGivesWords() throws {
    let text = "مكتبة جامعة القاهرة\n\nدار الكتب"
    let document = try Pipelines.run(
      text, [Recipe.Step("transliterate", with: [.init("words", true)])])
    let layer = try #require(document[.transliteration])
    #expect(layer.text.string.lowercased() == "maktabat jāmiʻat al-qāhirah\n\ndār al-kutub")
    #expect(
      layer.words.map { document.text[$0.span] } == text.split { $0.isWhitespace }.map(String.init))
    #expect(layer.words.last?.text.lowercased() == "al-kutub")
    let ruled = try Pipelines.run(
      text, [Recipe.Step("transliterate", with: [.init("reading", "rules")])])
    #expect(ruled[.transliteration]?.words == [])
    #expect(ruled[.transliteration]?.text.string != layer.text.string)
  }

  /// Remembering words changes nothing, whatever stands around them.
  @Test func rememberedWordsAreWrittenAsOthers() throws {
    let schemes = Scheme.all.filter { RuleRomanizer($0) != nil }
    #expect(schemes.count > 8)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "مَدِينَة", "مدينة", "بغداد", "البَصْرَة", "عبد", "الله", "أبو", "بكر", "ذلك", "وَالشَّمْسُ", "لِلْعَرَب",
      "پاکستان", "\u{671}لكتاب", "نور", "الدين", "\u{FEB1}\u{FEE0}ام", "\u{64E}", "ـ", "abc", "é",
      "٢٠١٥",
      "؟", "،", " ", " ", " ", " ", "\n", "\u{A0}", "😀", String(repeating: "سلام", count: 20),
    ]
    for scheme in schemes {
      // One that forgets nothing, and one that has room for three words.
      for (capacity, kind) in [(1000, FieldKind.auto), (3, .name), (1000, .title)] {
        var romanizer = try #require(RuleRomanizer(scheme, kind: kind, capacity: capacity))
        for _ in 0..<60 {
          let text = Text(
            (0..<Int.random(in: 0...30, using: &random)).map { _ in
              pieces.randomElement(using: &random) ?? ""
            }.joined())
          let expected = try scheme.view(of: text, kind: kind).text
          #expect(romanizer.romanize(text) == expected, "\(scheme.id), seed \(seed)")
          var bytes: [UInt8] = []
          let unwritten = text.bytes.withUnsafeBufferPointer { romanizer.append($0, to: &bytes) }
          #expect(unwritten == scheme.unwrittenLetters(in: expected), "\(scheme.id), seed \(seed)")
          // Line by line as at once.
          let lines = text.string.split(separator: "\n", omittingEmptySubsequences: false)
          let apart = try lines.map {
            try scheme.view(of: Text(String($0)), kind: kind).text.string
          }
          #expect(apart.joined(separator: "\n") == expected.string, "\(scheme.id), seed \(seed)")
        }
      }
    }
    #expect(try RuleRomanizer(Scheme.named("buckwalter")) == nil)
  }
}

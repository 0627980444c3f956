import TestSupport
import Testing
import Warraq
import WarraqRomanization

/// Schemes of rules on text without vowels.
@Suite struct VoweledRomanizerTests {
  private func romanizer(_ scheme: String, _ kind: FieldKind = .auto) throws -> VoweledRomanizer {
    let model = try #require(RomanizerModel.shared)
    return try #require(VoweledRomanizer(Scheme.named(scheme), model: model, kind: kind))
  }

  @Test(arguments: [
    ("bgn-pcgn", "جمهورية مصر العربية", "Jumhūrīyat Mişr al ‘Arabīyah"),
    ("bgn-pcgn", "مدينة دمشق", "Madīnat Dimashq"), ("ungegn", "القاهرة", "Al-Qāhirah"),
    ("odni-2015", "عبد الرحمن", "’Abd-al-Rahman"), ("din-31635", "في القاهرة", "fī l-qāhira"),
    ("din-31635", "الحياة الثقافية", "al-ḥayāt aṯ-ṯaqāfiyya"), ("ascii", "محمد", "muhammad"),
    ("ses", "شرم الشيخ", "Sharm el-Sheikh"), ("ipa", "كتاب", "kitaːb"),
    // Signs that are written are obeyed, also against the records.
    ("bgn-pcgn", "مُحَمِّد محمد", "Muḩammid Muḩammad"), ("ascii", "كُتَّاب كتاب", "kuttab kitab"),
    ("bgn-pcgn", "محمّد", "Muḩammad"), ("bgn-pcgn", "العِراق", "Al ‘Irāq"), ("ascii", "مَجد", "majd"),
    ("ascii", "مُعجمُ البلدان", "mu'jamu al-buldan"),
    ("ascii", "شكرًا جدًّا", "shukran jiddan"), ("ascii", "كُتب", "kutub"),
    // Particles and what begins behind them.
    ("ascii", "والتزم", "wa-iltazama"), ("ala-lc", "للغة", "lil-lughah"),
    // What a word opens with is what its reading says, whatever its letters look like.
    ("din-31635", "بسبب", "bi-sabab"), ("ascii", "كامب ديفيد", "kamb difid"),
    ("ascii", "فعالية", "fa'aliyah"),
    // The alef of مائة is not said.
    ("din-31635", "في المائة", "fī l-miʾa"), ("ascii", "مائتي ريال", "mi'atay riyal"),
    ("din-31635", "بالمائة", "bi-l-miʾa"),
    // Particles and the article where no word follows right behind.
    ("din-31635", "بـ30", "bi-30"), ("din-31635", "في الـ10", "fī l-10"),
    ("ungegn-2017", "والـ 25", "Wa-al 25"), ("bgn-pcgn", "و5 بيوت", "Wa 5 Buyūt"),
    ("bgn-pcgn", "الـ22", "Al 22"), ("ascii", "وبـ«الوفاء»", "wa-bi-«al-wafa'»"),
    ("din-31635", "للـ 25", "li-l 25"), ("ascii", "لل25 و(مصر)", "lil-25 wa-(misr)"),
    ("din-31635", "لـ", "li"), ("iso-233-2", "لـ\"الوطن\"", "li-\"al-waṭan\""),
    // الذي has no article, and God's name none of its own behind ب.
    ("din-31635", "والذي", "wa-llaḏī"), ("din-31635", "للذين", "li-llaḏīna"),
    ("din-31635", "وللذين", "wa-li-llaḏīna"),
    ("bgn-pcgn", "للتي", "Li Allatī"), ("din-31635", "بالله", "billāh"),
    // An alef that only carries a vowel, before a doubled letter, and one that is a hamza.
    ("din-31635", "في اتحاد", "fī ttiḥād"), ("din-31635", "الذي أدى", "allaḏī addā"),
    ("din-31635", "الذي ادى", "allaḏī addā"), ("ascii", "والرَّحمن", "wa-al-rahman"),
    // Names of two words that are written as one.
    ("bgn-pcgn", "عبدالعزيز", "‘Abd al ‘Azīz"), ("odni-2015", "عبدالرحمن", "’Abd-al-Rahman"),
    ("din-31635", "لعبدالله", "li-ʿabd allāh"), ("ascii", "عَبْدُاللطيف", "'abdu al-latif"),
    // A tanwin on ى and on ة, and nothing else.
    ("bgn-pcgn", "معنىً", "Ma‘nan"), ("bgn-pcgn", "فجأةً", "Faj’atan"),
    // A shadda on a word's first letter, and one on a letter alone.
    ("din-31635", "مِن مَّنْ", "min man"), ("din-31635", "بّ", "bb"),
    // What is not Arabic, and what nobody can read.
    ("bgn-pcgn", "(ABC) 2015، ", "(ABC) 2015, "), ("bgn-pcgn", "", ""),
  ])
  func vowelsAreSupplied(scheme: String, arabic: String, latin: String) throws {
    var romanizer = try romanizer(scheme)
    #expect(romanizer.romanize(Text(arabic)).string == latin)
    #expect(romanizer.view(of: Text(arabic)).text.string == latin)
  }

  /// Presentation forms are read as the letters that they show, and places are those of the text as it is.
  @Test func shownLettersAreRead() throws {
    let text = Text("ﻣﺤﻤﺪ ﺍﻟﺴﻼﻡ، دار ﷲ")
    for (id, latin) in [
      ("bgn-pcgn", "Muḩammad as Salām, Dār Allāh"), ("ala-lc", "Muḥammad al-Salām, Dār Allāh"),
    ] {
      let scheme = try Scheme.named(id)
      let model = try #require(RomanizerModel.shared)
      var voweled = try romanizer(id)
      var statistical = StatisticalRomanizer(model: model)
      let isALALC = id == "ala-lc"
      let view =
        isALALC ? statistical.view(of: text, rules: scheme) : voweled.view(of: text)
      let plain = isALALC ? statistical.romanize(text, rules: scheme) : voweled.romanize(text)
      #expect(plain.string == latin && view.text == plain)
      #expect(
        view.sourceSpan(of: TextSpan(0, plain.string.prefix(8).utf8.count)) == TextSpan(0, 12))
      let byRules = try scheme.romanize(text)
      #expect(try scheme.view(of: text).text == byRules)
      #expect(scheme.unwrittenLetters(in: byRules) == 0)
      let words = statistical.words(of: text, rules: scheme)
      #expect(words.map(\.arabic) == ["ﻣﺤﻤﺪ", "ﺍﻟﺴﻼﻡ", "دار", "ﷲ"])
      #expect(words.first?.vocalized == "مُحَمَّد")
      // What stands among the forms and is none.
      let other = Text("ﬁ \u{FE0F}\u{FEFF}")
      #expect(statistical.view(of: other, rules: scheme).text == other)
      #expect(statistical.words(of: other).isEmpty && voweled.romanize(other) == other)
    }
  }

  /// What is written stays in what is vocalized, and what is not is added to it.
  @Test(arguments: [
    ("مُعجم البلدان", "مُعْجَم البُلْدَان"), ("مُعجمُ", "مُعْجَمُ"), ("محمّد", "مُحَمَّد"), ("كِتَابُ", "كِتَابُ"),
    ("كُتَاب", "كُتَاب"), ("بيتاً", "بَيْتًا"), ("مصدراً", "مَصْدَرًا"), ("البيتُ", "البَيْتُ"), ("بِيت", "بِيت"),
    ("فجأةً", "فَجْأَةً"),
  ])
  func vocalizingObeysSigns(arabic: String, vocalized: String) throws {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    let words = romanizer.words(of: Text(arabic), rules: try Scheme.named("ala-lc"))
    let result = words.map(\.vocalized).joined(separator: " ")
    // Signs may stand in either order.
    #expect(result.precomposedSigns == vocalized.precomposedSigns)
  }

  /// Words with a sign or two, as newspapers write them, where signs settle what would be in doubt.
  @Test(arguments: [
    ("هَكَذا", "hākadhā"), ("وهَذا", "wa-hādhā"), ("ولَكن", "wa-lākin"), ("ولَد", "walad"),
    ("السُّخرية", "al-sukhrīyah"), ("وهَذِهِ", "wa-hādhihi"),
  ])
  func partlyMarkedWordsAreRead(arabic: String, latin: String) throws {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    let rules = try Scheme.named("ala-lc")
    #expect(romanizer.romanize(Text(arabic), rules: rules).string == latin)
    #expect(romanizer.view(of: Text(arabic), rules: rules).text.string == latin)
  }

  /// Text on whose words signs are written is read by them alone.
  @Test func markedTextIsReadByItsMarks() throws {
    let text = Text("كِتَابُ الشَّمْسِ فِي مَدِينَةِ بَغْدَادَ، ٢٠١٥")
    for scheme in Scheme.all where scheme.goesBySound {
      var romanizer = try romanizer(scheme.id)
      #expect(try romanizer.romanize(text) == scheme.romanize(text), "\(scheme.id)")
      #expect(try romanizer.view(of: text).alignment == scheme.view(of: text).alignment)
    }
    #expect(
      try VoweledRomanizer(
        Scheme.named("buckwalter"), model: #require(RomanizerModel.shared)) == nil)
  }

  /// Whatever stands beside and between the words: a view's text is the romanized one, and what is remembered changes
  /// nothing.
  @Test func viewsAndMemoriesAgree() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "مدينة", "بَغْدَاد", "البصرة", "عبد", "الله", "ذلك", "وَالشَّمْسُ", "للعرب", "پاکستان", "نور",
      "الدين",
      "غضنفرجية", "\u{64E}", "ـ", "abc", "٢٠", "،", "/", " ", " ", " ", " ", "\u{A0}", "😀", "في",
      "ابن",
    ]
    for (id, kind) in [
      ("bgn-pcgn", FieldKind.auto), ("odni-2004", .auto), ("din-31635", .auto),
      ("bgn-pcgn", .prose), ("din-31635", .title),
    ] {
      var warm = try romanizer(id, kind)
      for _ in 0..<60 {
        let text = Text(
          (0..<Int.random(in: 0...20, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
          }.joined())
        var cold = try romanizer(id, kind)
        let expected = cold.romanize(text)
        let isSame = warm.romanize(text) == expected && warm.view(of: text).text == expected
        #expect(isSame, "\(id), seed \(seed): \(text.string.debugDescription)")
      }
    }
  }

  /// In text that is told to be no name, words have the capitals of their readings: those of sentences and of names.
  @Test(arguments: [
    ("bgn-pcgn", FieldKind.prose, "Wa waşala Maḩmūd ilá al Qāhirah. Al Qāhirah ba‘īdah. Wa qāla"),
    ("ungegn", .prose, "Wa-waşala Maḩmūd ilá al-Qāhirah. Al-Qāhirah ba‘īdah. Wa-qāla"),
    ("odni-2004", .prose, "Wa-wasala Mahmud ila al-Qahirah. al-Qahirah ba’idah. Wa-qala"),
    ("din-31635", .prose, "Wa-waṣala Maḥmūd ilā l-Qāhira. al-Qāhira baʿīda. Wa-qāla"),
    ("ipa", .prose, "wa-wasˤala maħmuːd ilaː l-qaːhira. al-qaːhira baʕiːda. wa-qaːla"),
    ("din-31635", .auto, "wa-waṣala maḥmūd ilā l-qāhira. al-qāhira baʿīda. wa-qāla"),
    ("bgn-pcgn", .auto, "Wa Waşala Maḩmūd Ilá al Qāhirah. Al Qāhirah Ba‘īdah. Wa Qāla"),
  ])
  func readingsTellCapitals(scheme: String, kind: FieldKind, latin: String) throws {
    var romanizer = try romanizer(scheme, kind)
    let text = Text("ووصل محمود إلى القاهرة. القاهرة بعيدة. وقال")
    #expect(romanizer.romanize(text).string == latin)
    #expect(romanizer.view(of: text).text.string == latin)
  }

  /// An article has a capital where a sentence begins, and not behind a comma.
  @Test func articlesBeginSentences() throws {
    var romanizer = try romanizer("bgn-pcgn", .prose)
    let text = Text("القاهرة بعيدة، القاهرة كبيرة")
    #expect(romanizer.romanize(text).string == "Al Qāhirah ba‘īdah, al Qāhirah kabīrah")
    #expect(romanizer.view(of: text).text.string == "Al Qāhirah ba‘īdah, al Qāhirah kabīrah")
  }

  /// A word that has all its signs stays as they say, and has its capital all the same.
  @Test func markedWordsHaveTheirCapitals() throws {
    var romanizer = try romanizer("bgn-pcgn", .prose)
    let text = Text("سافر مُحَمَّدٌ إلى بَغْدَادَ أمس")
    #expect(romanizer.romanize(text).string == "Sāfara Muḩammadun ilá Baghdāda ams")
    #expect(romanizer.view(of: text).text.string == "Sāfara Muḩammadun ilá Baghdāda ams")
    // Signs alone say nothing of capitals.
    #expect(romanizer.romanize(Text("سَافَرَ مُحَمَّدٌ")).string == "sāfara muḩammadun")
  }

  @Test func stageSuppliesVowelsUnlessToldOtherwise() throws {
    func latin(_ options: [JSONValue.Member]) throws -> TextLayer? {
      try Pipelines.run(
        "مدينة دمشق\n\nمحمد",
        [Recipe.Step("transliterate", with: [.init("scheme", "din-31635")] + options)])[
          .transliteration]
    }
    #expect(try latin([])?.text.string == "Madīnat Dimašq\n\nMuḥammad")
    #expect(try latin([.init("kind", "auto")])?.text.string == "madīnat dimašq\n\nmuḥammad")
    #expect(try latin([.init("reading", "rules")])?.text.string == "mdīnat dmšq\n\nmḥmd")
    let aligned = try latin([.init("alignment", true)])
    #expect(aligned?.text.string == "Madīnat Dimašq\n\nMuḥammad")
    #expect(aligned?.alignment?.edits.count == 3)
  }
}

extension String {
  /// The scalars with signs that stand together sorted.
  fileprivate var precomposedSigns: [[UInt32]] {
    var groups: [[UInt32]] = []
    for scalar in unicodeScalars.map(\.value) {
      if (0x64B...0x652).contains(scalar), !groups.isEmpty {
        groups[groups.count - 1].append(scalar)
      } else {
        groups.append([scalar])
      }
    }
    return groups.map { [$0[0]] + $0.dropFirst().sorted() }
  }
}

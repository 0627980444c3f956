import TestSupport
import Testing
import Warraq
@testable import WarraqRomanization

/// Particles and the article before words on which vowels are written.
@Suite struct WordOpeningTests {
  private func romanize(_ text: String, _ scheme: String = "ala-lc") throws -> String {
    try Scheme.named(scheme).romanize(Text(text)).string
  }

  @Test(arguments: [
    // A particle: a word begins behind it.
    ("وَأَنْتَ", "wa-anta"), ("فَإِنَّ", "fa-inna"), ("لِأَنَّ", "li-anna"), ("وَآخَر", "wa-ākhar"),
    ("وَاسْتَخْرَجَ", "wa-istakhraja"), ("بِاسْم", "bi-ism"), ("وَابْن", "wa-ibn"),
    // The word behind it is known.
    ("وَهُوَ", "wa-huwa"), ("وَلَا", "wa-lā"), ("لِكُلّ", "li-kull"), ("بِهِ", "bi-hi"),
    ("لَهُمْ", "la-hum"), ("وَهَذَا", "wa-hādhā"), ("وَلَكِنَّهُ", "wa-lākinnahu"),
    ("وَالَّذِي", "wa-alladhī"), ("بِكِتَاب", "bi-kitāb"),
    // Two of them, and the article.
    ("وَبِالحَقّ", "wa-bi-al-ḥaqq"), ("وَلِلنَّاس", "wa-lil-nās"), ("وَٱلشَّمْسِ", "wa-al-shamsi"),
    ("اَلْحَمْدُ", "al-ḥamdu"), ("لِلشِّعْر", "lil-shiʻr"), ("وَلِلَّهِ", "wa-lillāhi"),
    ("وَبِاللَّهِ", "wa-billāhi"), ("وَاللَّهِ", "wa-allāhi"),
    ("اللَّهُمَّ", "allāhumma"),
    // None: the letter is the word's own.
    ("وَاحِد", "wāḥid"), ("وَلَد", "walad"), ("وَلِيَ", "waliya"), ("وَهَم", "waham"),
    ("بِنَاء", "bināʼ"), ("كَأَنَّ", "kaʼanna"), ("لَآلِئ", "laʼāliʼ"), ("وَالِد", "wālid"),
    ("فَأْس", "faʼs"), ("بِئْر", "biʼr"), ("كَذَلِكَ", "kadhālika"), ("وَفِيّ", "wafī"),
    ("الْتَقَى", "iltaqá"), ("الَّذِي", "alladhī"), ("لِمَ", "lima"), ("فَقَدَ", "faqada"),
  ])
  func particlesAreToldFromLetters(arabic: String, latin: String) throws {
    #expect(try romanize(arabic) == latin)
  }

  @Test(arguments: [
    ("ala-lc", "أَدْهَم", "adʹham"), ("ala-lc", "أَسْهَم", "asʹham"), ("ala-lc", "إِسْحَاق", "isḥāq"),
    ("ala-lc", "نَهْر", "nahr"), ("ala-lc", "قَلْعَةجِي", "qalʻahʹjī"), ("ala-lc", "دَهْر", "dahr"),
    ("ungegn", "أَدْهَم", "Adham"), ("ala-lc", "بُخَارِيُّ", "bukhārīyu"),
    ("ala-lc", "عَرَبِيّ", "ʻarabī"), ("ala-lc", "خُلَفَآء", "khulafāʼ"),
    ("ala-lc", "تَآلِيف", "taʼālīf"), ("ses", "بَيْت لَحْم", "Beit Laḥm"),
    ("ses", "نَوَّار", "Nawwâr"), ("ses", "سَيَّار", "Sayyâr"), ("ses", "يَوْم", "Yôm"),
    ("din-31635", "مَدِينَة بَغْدَاد", "madīnat baġdād"),
    ("din-31635", "فَاطِمَة مُحَمَّد", "fāṭima muḥammad"),
  ])
  func lettersAreWrittenByTheirPlace(scheme: String, arabic: String, latin: String) throws {
    #expect(try romanize(arabic, scheme) == latin)
  }

  /// One word for ل and the article, whose l is still said as some letters behind it.
  @Test(arguments: [
    ("bgn-pcgn", "لِلْبَنَات", "Lil Banāt"), ("bgn-pcgn", "لِلنِّسَاء", "Lin Nisā’"),
    ("ungegn", "المَجْلِس الأَعْلَى لِلثَّقَافَة", "Al-Majlis al-A‘lá lith-Thaqāfah"),
    ("odni-2004", "لِلشَّعْب", "lil-Sha’b"), ("ses", "لِلْكُتُب", "Lil-Kutub"),
    ("ascii", "وَلِلَّغْو", "wa-lil-laghw"), ("bgn-pcgn", "لِلَّهِ", "lillāhi"),
    ("din-31635", "لِلْبَنَات", "li-l-banāt"),
  ])
  func lilIsOneWord(scheme: String, arabic: String, latin: String) throws {
    #expect(try romanize(arabic, scheme) == latin)
  }

  /// Only what stands behind the article's a is taken for the article's.
  @Test func lilOfItsOwnStaysWhole() throws {
    let scheme = try #require(
      Scheme(
        id: "own",
        table: """
          !engine\tphonetic
          !rules\tsun-letters
          ن\tn
          و\tw
          long-u\tū
          article\tal\u{20}
          prefix-lil\tli'l-
          """))
    #expect(try scheme.romanize(Text("النُّون لِلنُّون")).string == "an nūn li'l-nūn")
  }

  /// DIN 31635 writes what is said: behind a vowel the article has none.
  @Test(arguments: [
    ("فِي البَيْتِ", "fī l-bayti"), ("مِنَ الشَّرْقِ", "mina š-šarqi"), ("مِنْ الشَّرْقِ", "min aš-šarqi"),
    ("وَالشَّمْسِ", "wa-š-šamsi"), ("لِلتَّلَامِيذِ", "li-t-talāmīḏi"), ("بِالعِلْمِ", "bi-l-ʿilmi"),
    ("عَبْدُ اللهِ", "ʿabdu llāhi"), ("عَبْد الله", "ʿabd allāh"), ("وَاللَّهِ", "wa-llāhi"),
    ("وَاسْتَخْرَجَ", "wa-staḫraǧa"), ("إِلَى ابْنِهِ", "ilā bnihi"), ("فِي أَحْمَد", "fī aḥmad"),
    ("البَيْتُ، الدَّارُ", "al-baytu, ad-dāru"), ("البَيْتُ  الدَّارُ", "al-baytu  ad-dāru"),
    ("قَالُوا\nالحَقّ", "qālū\nal-ḥaqq"),
    // A hamza alone is not written, and what stands before it is no part of it.
    ("aء الحَقّ", "a al-ḥaqq"),
  ])
  func waslaIsElidedBehindVowels(arabic: String, latin: String) throws {
    #expect(try romanize(arabic, "din-31635") == latin)
    #expect(try Scheme.named("din-31635").view(of: Text(arabic)).text.string == latin)
  }

  /// A letter that stands for itself, as a point of a list does, ends in a vowel that may be a capital.
  @Test(arguments: [(FieldKind.name, "A l-Bayt"), (.title, "A l-bayt"), (.text, "a l-bayt")])
  func waslaIsElidedBehindCapitals(kind: FieldKind, latin: String) throws {
    let scheme = try Scheme.named("din-31635")
    let text = Text("أ البَيْت")
    #expect(try scheme.romanize(text, kind: kind).string == latin)
    #expect(try scheme.view(of: text, kind: kind).text.string == latin)
  }

  @Test(arguments: [
    ("وَيُصَحِّحُ", "wa-yuṣaḥḥiḥu"), ("لِيَعْمَلُوا", "li-yaʻmalū"), ("لِتَعْرِفَ", "li-taʻrifa"),
    ("وَعَدَتِ", "waʻadati"), ("وَيْل", "wayl"), ("فَيْض", "fayḍ"), ("لِيبِيَا", "lībiyā"),
    ("كَأَنَّهُ", "kaʼannahu"),
  ])
  func verbsShowTheirParticles(arabic: String, latin: String) throws {
    #expect(try romanize(arabic) == latin)
  }

  /// No article stands in الذي, whatever stands before it.
  @Test(arguments: [
    ("والذي", "wa-alladhī"), ("فالتي", "fa-allatī"), ("بالذين", "bi-alladhīn"), ("الذي", "alladhī"),
    ("والذيل", "wa-al-dhīl"),
  ])
  func relativePronounsHaveNoArticle(arabic: String, latin: String) throws {
    #expect(try romanize(arabic) == latin)
  }

  /// Marks on a word that is read otherwise than it is written stay on their letters.
  @Test func readingsKeepMarks() throws {
    #expect(try romanize("لَكِنَّ لَكِنْ هَذِهِ ذَلِكَ ذَلِكُمْ") == "lākinna lākin hādhihi dhālika dhālikum")
  }

  @Test(arguments: [
    (FieldKind.auto, "bgn-pcgn", "Sūq ash Shuyūkh, Al Kūt"),
    (.name, "bgn-pcgn", "Sūq ash Shuyūkh, Al Kūt"), (.title, "bgn-pcgn", "Sūq ash shuyūkh, Al Kūt"),
    (.text, "bgn-pcgn", "sūq ash shuyūkh, al kūt"),
    (.subtitle, "bgn-pcgn", "sūq ash shuyūkh, al kūt"),
    (.auto, "din-31635", "sūq aš-šuyūḫ, al-kūt"),
    (.name, "din-31635", "Sūq aš-Šuyūḫ, al-Kūt"), (.title, "din-31635", "Sūq aš-šuyūḫ, al-Kūt"),
    (.name, "ipa", "suːq aʃ-ʃujuːx, al-kuːt"), (.name, "ala-lc", "Sūq al-Shuyūkh, al-Kūt"),
  ])
  func capitalsGoByKind(kind: FieldKind, scheme: String, latin: String) throws {
    let scheme = try Scheme.named(scheme)
    let text = Text("سُوق الشُّيُوخ، الكُوت")
    #expect(try scheme.romanize(text, kind: kind).string == latin)
    #expect(try scheme.view(of: text, kind: kind).text.string == latin)
  }

  @Test func capitalsLeaveOtherLettersAlone() throws {
    let bgn = try Scheme.named("bgn-pcgn")
    #expect(
      try bgn.romanize(Text("iPhone وَعَبْد اللَّه بِاللَّه")).string == "iPhone wa ‘Abd Allāh billāh")
    #expect(try bgn.romanize(Text("عَلِي\nالكُوت")).string == "‘Alī\nAl Kūt")
    #expect(try bgn.romanize(Text("ڭَلَام")).string == "ڭalām")
  }

  /// A letter of one's own whose capital is longer stays as it is, in the text and in the view.
  @Test func capitalsOfOtherLengthsAreNone() throws {
    let scheme = try #require(
      Scheme(id: "mine", table: "!engine\tphonetic\n!capitals\tnames\nب\tǰ\nت\tt\nح\tḥ\n"))
    let text = Text("بَت تَب حَت")
    #expect(try scheme.romanize(text).string == "ǰat Taǰ Ḥat")
    #expect(try scheme.view(of: text).text.string == "ǰat Taǰ Ḥat")
  }

  /// With the model: what marks leave open is a record's reading that agrees with them.
  @Test(arguments: [
    ("مُعجم البلدان", "muʻjam al-buldān"), ("محمّد بن سعد", "muḥammad ibn saʻd"),
    ("شكرًا جزيلًا", "shukran jazīlan"), ("صَلَّى اللَّه عَلَيْهِ وَسَلَّم", "ṣallá allāh ʻalayhi wa-sallam"),
    ("رِحْلَة ابْن جُبَيْر", "riḥlat ibn jubayr"), ("كَتْب", "katb"), ("حَيَاة", "ḥayāh"),
    ("مِنْ حَيَاة الأُدَبَاء", "min ḥayāt al-udabāʼ"), ("سَيَكُونُ", "sayakūnu"),
    ("وَعَدَتْ", "waʻadat"), ("وَعُدْتُ", "wa-ʻudtu"),
  ])
  func marksAndRecordsAgree(arabic: String, latin: String) throws {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    let rules = try Scheme.named("ala-lc")
    let text = Text(arabic)
    #expect(romanizer.romanize(text, rules: rules).string.lowercased() == latin)
    #expect(romanizer.view(of: text, rules: rules).text == romanizer.romanize(text, rules: rules))
    let words = romanizer.words(of: text, rules: rules).map(\.latin).joined(separator: " ")
    #expect(words.lowercased() == latin)
  }

  /// Most of the line has marks: it has capitals where it is told what it is.
  @Test func markedLinesHaveCapitalsOnRequest() throws {
    let rules = try Scheme.named("ala-lc")
    let text = Text("عَبْد الرَّحْمَن المَهْدِي")
    for (kind, latin) in [
      (FieldKind.auto, "ʻabd al-raḥmān al-mahdī"), (.name, "ʻAbd al-Raḥmān al-Mahdī"),
    ] {
      var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared), kind: kind)
      #expect(romanizer.romanize(text, rules: rules).string == latin)
    }
  }
}

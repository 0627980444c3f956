import ArabicText
import TestSupport
import Testing
import Warraq
@testable import WarraqRomanization

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
    ("والله أعلم", "wa-Allāh aʻlam"), ("اللامركزية", "al-lā-markazīyah"),
  ])
  func unvocalisedLinesAreRead(arabic: String, latin: String) throws {
    #expect(try romanize(arabic).lowercased() == latin.lowercased())
  }

  @Test func aFeminineEndingDependsOnTheNextWord() throws {
    #expect(try romanize("مكتبة الجامعة", .text).lowercased().hasPrefix("maktabat al-"))
    #expect(try romanize("المكتبة الجديدة", .text).lowercased().hasPrefix("al-maktabah "))
  }

  /// Room for features is set aside for as many as there can be; more would be left out without a word.
  @Test func noCandidateHasMoreFeaturesThanThereIsRoomFor() {
    let candidate = RomanCandidate(
      latin: Array("al-kitābuhu".utf8), source: .variant,
      evidence: .init(count: 1, tableCount: 1, variantCount: 1, change: 1))
    var around = RankFeatures.Surroundings()
    around.isFirst = true
    around.mood = Inflection.Mood.subjunctive.rawValue
    var (fixed, placed, cased) = (0, 0, 0)
    RankFeatures.forEachFixed(candidate, word: 1) { _, _ in fixed += 1 }
    RankFeatures.forEachOfPlace(candidate.traits, in: around) { _, _ in placed += 1 }
    CaseFeatures.forEach(candidate, in: .init()) { _, _ in cased += 1 }
    #expect(candidate.traits.isRare && fixed <= RankFeatures.most)
    #expect(placed == RankFeatures.most && cased <= CaseFeatures.most)
  }

  /// A title begins with a capital, what follows it does not; names in both have theirs.
  @Test(arguments: [
    ("دراسات في تاريخ المغرب", "dirāsāt fī tārīkh al-Maghrib"),
    ("مباحث في أصول النحو", "mabāḥith fī uṣūl al-naḥw"),
  ])
  func subtitlesBeginWithoutCapital(arabic: String, latin: String) throws {
    #expect(try romanize(arabic, .subtitle) == latin)
    #expect(try romanize(arabic, .title) == latin.prefix(1).uppercased() + latin.dropFirst())
  }

  /// Field 245 is called title and holds statements too, which begin without a capital; titles about such keep theirs.
  @Test(arguments: [
    ("تأليف سعيد المرزوقي", "taʼlīf Saʻīd al-Marzūqī"),
    ("بقلم سعيد المرزوقي", "bi-qalam Saʻīd al-Marzūqī"),
    ("حققه وعلق عليه سعيد المرزوقي", "ḥaqqaqahu wa-ʻallaqa ʻalayhi Saʻīd al-Marzūqī"),
    ("تحقيق النصوص ونشرها", "Taḥqīq al-nuṣūṣ wa-nashrihā"),
  ])
  func statementsAreToldFromTitles(arabic: String, latin: String) throws {
    #expect(try romanize(arabic, .title) == latin)
  }

  /// Both elements of a compound name that is written as one word.
  @Test func elementsOfACompoundHaveCapitals() throws {
    #expect(try romanize("عبدالعزيز", .name) == "ʻAbd-al-ʻAzīz")
    #expect(try romanize("قال عبدالله", .prose) == "Qāla ʻAbd-Allāh")
    #expect(try romanize("تأليف عبدالجليل القشوعي", .text).contains("ʻAbd-al-Jalīl"))
    // The article behind particles begins no second element.
    #expect(try romanize("دروس وبالحديث", .title) == "Durūs wa-bi-al-ḥadīth")
  }

  /// Particles and the article before numbers, signs and other scripts, with a stroke or without.
  @Test(arguments: [
    ("بلغ بـ30 مترا", "bi-30 "), ("بلغ ب٣٠ مترا", "bi-30 "), ("زاد الـ22 عضوا", " al-22 "),
    ("قال لـ«الأهرام»", " li-«al-Ahrām»"), ("قال لــ BBC", " li BBC"), ("وبـ۵ آلاف", "a-bi-5 ālāf"),
    ("قال لـBBC", " li-BBC"), ("مثل «الأهرام» و«القاهرة»", " wa-«al-Qāhirah»"),
    ("مصر و(الشام) معا", " wa-(al-Shām) "),
  ])
  func particlesStandApart(arabic: String, part: String) throws {
    let latin = try romanize(arabic, .text)
    #expect(latin.contains(part), "\(latin)")
    #expect(try romanize("لـ30 سنة", .prose).hasPrefix("Li-30 "))
    #expect(try romanize("الـ30", .prose) == "al-30")
    // Letters that are none of their own.
    #expect(try !romanize("كتابـ30", .text).contains("-30"))
    #expect(try !romanize("حرف \"و\" هنا", .text).contains("-\""))
    #expect(try !romanize("كتاب(شعر)", .text).contains("-("))
    #expect(try !romanize("م30", .text).contains("-") && !romanize("س1", .text).contains("-"))
  }

  /// Lines whose capitals the weights leave nearly open: a first word goes without, another one has one.
  @Test(arguments: [
    ("دراسة في فقه اللغة", "dirāsah fī fiqh al-lughah"), ("شرح القصيدة", "Sharḥ al-Qaṣīdah"),
  ])
  func openCapitalsLean(arabic: String, latin: String) throws {
    #expect(try romanize(arabic, .title) == latin)
  }

  /// Particles that begin a sentence have its capital; the article has none, and statements of records begin without.
  @Test(arguments: [
    (FieldKind.prose, "Wa-qāla al-wazīr inna al-ʻamal badaʼa. Wa-aḍāfa: lā taʼkhīr"),
    (.auto, "Wa-qāla al-wazīr inna al-ʻamal badaʼa. Wa-aḍāfa: lā taʼkhīr"),
    (.title, "Wa-qāla al-wazīr inna al-ʻamal badaʼa. wa-aḍāfa: lā taʼkhīr"),
    (.subtitle, "wa-qāla al-wazīr inna al-ʻamal badaʼa. wa-aḍāfa: lā taʼkhīr"),
  ])
  func particlesBeginSentences(kind: FieldKind, latin: String) throws {
    let arabic = "وقال الوزير إن العمل بدأ. وأضاف: لا تأخير"
    let answer = try romanize(arabic, kind)
    #expect(answer.prefix(3) == latin.prefix(3))
    #expect(answer.contains(". Wa-") == latin.contains(". Wa-"), "\(answer)")
  }

  @Test func articlesBeginSentencesWithoutCapital() throws {
    #expect(try romanize("السلام عليكم ورحمة الله", .prose).hasPrefix("al-"))
  }

  /// Running text is read as such where nobody says that it is.
  @Test(arguments: [FieldKind.auto, .prose])
  func runningTextIsRead(kind: FieldKind) throws {
    var (words, exact, caseless) = (0, 0, 0)
    for row in TSVRows(Repository.text("Tests/PluginTests/Prose/prose-lines.tsv")) {
      let wanted = row[1].split(separator: " ")
      let found = try romanize(row[0], kind).split(separator: " ")
      #expect(found.count == wanted.count)
      words += wanted.count
      exact += zip(wanted, found).count { $0 == $1 }
      caseless += zip(wanted, found).count { $0.lowercased() == $1.lowercased() }
    }
    #expect(words > 1_500)
    #expect(caseless * 100 >= words * 88, "\(caseless) of \(words)")
    #expect(exact * 100 >= words * 85, "\(exact) of \(words)")
  }

  /// A word that is a name too is read as the word where it stands alone, and as the name where one is told.
  @Test func wordsAloneAreNoNames() throws {
    #expect(try romanize("سلام") == "Salām")
    #expect(try romanize("سلام، أمين") == "Sallām, Amīn")
    #expect(try romanize("سلام", .name) == "Sallām")
  }

  /// Words and short phrases that stand alone are read as people who type them mean them.
  @Test func shortLinesAreRead() throws {
    var (lines, right) = (0, 0)
    for row in TSVRows(Repository.text("Tests/PluginTests/Prose/short-lines.tsv")) {
      lines += 1
      right += try romanize(row[0]).lowercased() == row[1].lowercased() ? 1 : 0
    }
    #expect(lines > 240)
    #expect(right * 100 >= lines * 80, "\(right) of \(lines)")
  }

  /// Catalogues leave the article out where a heading begins, and only there; what is remembered of a word keeps both.
  @Test func headingsLeaveTheirArticleOut() throws {
    let model = try #require(RomanizerModel.shared)
    var romanizer = StatisticalRomanizer(model: model, kind: .name)
    for _ in 0..<2 {
      #expect(romanizer.romanize(Text("البستاني، بطرس")).string == "Bustānī, Buṭrus")
      #expect(romanizer.romanize(Text("بطرس البستاني")).string == "Buṭrus al-Bustānī")
    }
  }

  @Test func wordsWithVowelsAreReadByThem() throws {
    #expect(try romanize("كِتَابُ الشَّمْسِ") == "kitābu al-shamsi")
    #expect(try romanize("معنىً هدًى") == "maʻnan hudan")
    #expect(try romanize("صَحْوَة الفكر").lowercased().hasPrefix("ṣaḥwat al-"))
  }

  @Test func whatIsNotArabicStays() throws {
    #expect(try romanize("  (محمد)  ABC 12؟ ٣،") == "  (Muḥammad)  ABC 12? 3,")
    #expect(try romanize("") == "" && romanize("   ") == "   ")
  }

  /// Words that no record has, read by their letters: yāʼ writes its long vowel and its consonant.
  @Test(arguments: ["البرخشية", "الشفطانية", "النبارية"])
  func unseenAdjectivesHaveTheirEnding(word: String) throws {
    #expect(try romanize(word).hasSuffix("īyah"))
  }

  /// A word read from another of its forms has no two vowels where they meet.
  @Test func endingsJoinTheirStems() throws {
    let maker = try #require(RomanizerModel.shared).maker
    let vowels = Set("aiuāīūá")
    var found = 0
    for word in ["سمعناه", "علمناهم", "بنيناها", "وصفناه", "أهديناه"] {
      for candidate in maker.candidates(of: Array(word.utf8)) where candidate.source == .relative {
        let latin = Array(String(decoding: candidate.latin, as: UTF8.self))
        found += 1
        #expect(
          !zip(latin, latin.dropFirst()).contains { vowels.contains($0) && vowels.contains($1) })
      }
    }
    #expect(found > 0)
  }

  /// A reading is as sure as its rivals let it be, those without a chance too.
  @Test func whatIsNotWeighedKeepsItsShare() throws {
    let model = try #require(RomanizerModel.shared)
    var romanizer = StatisticalRomanizer(model: model)
    var pruned = 0
    var words: [String] = []
    model.forEachWord { word, _, count in if count > 100, words.last != word { words.append(word) }
    }
    for word in words where pruned < 20 {
      let letters = Array(word.utf8)
      let all = model.maker.candidates(of: letters)
      let word = WeighedWord(
        all, hash: FeatureHash.of(letters), model: model)
      guard word.candidates.count < all.count else { continue }
      pruned += 1
      #expect(word.rivals > 0 && word.rivals < 0.05 * Float(all.count))
      let choice = try #require(letters.withUnsafeBufferPointer { romanizer.choose($0) }.first)
      #expect(choice.confidence < 1)
    }
    #expect(pruned > 0)
  }

  /// A memory without room knows words for as long as their line lasts, and knows the same of them.
  @Test func aFullMemoryKnowsTheSame() throws {
    let model = try #require(RomanizerModel.shared)
    var large = CandidateMemory(model: model)
    var small = CandidateMemory(model: model, capacity: 2)
    /// All that is known of a line's words.
    func known(_ line: String, _ memory: inout CandidateMemory) -> [(KnownWord, [[UInt8]], [UInt8])]
    {
      var found = [KnownWord.none]
      let context = Array(line.utf8).withUnsafeBufferPointer { FieldContext($0, kind: .auto) }
      memory.words(of: context, into: &found)
      return found.map { word in
        let latin = word.candidates.map { Array(memory.candidates.latin(of: $0)) }
        return (word, latin, Array(memory.candidates.views[word.view..<word.view(of: word.count)]))
      }
    }
    func hasArticle(_ latin: [UInt8]) -> Bool { latin.starts(with: "al-".utf8) }
    let lines = ["الكتاب العربي", "العربي", "تاريخ الأدب", "الأدب تاريخ", "المغرب العربي"]
    for line in lines + lines {
      let words = (known(line, &small), known(line, &large))
      #expect(words.0.count == words.1.count)
      for (left, right) in zip(words.0, words.1) { #expect((left.1, left.2) == (right.1, right.2)) }
      // Catalogues leave the article out where a line begins, and nowhere else.
      for (index, word) in words.0.enumerated() where word.1.contains(where: hasArticle) {
        #expect(word.1.allSatisfy(hasArticle) == (index > 0), "\(index) of \(line)")
      }
    }
    let all = small.candidates.extent
    #expect(known("", &small).isEmpty && known("", &large).isEmpty)
    let kept = small.candidates.extent
    #expect(kept.candidates < all.candidates && kept.latin < all.latin && kept.views < all.views)
    // A word that was met inside a line before one begins with it.
    for word in ["الشمس", "كوكب"] {
      let before = known("قال " + word, &large)[1]
      let first = (known(word, &small)[0], known(word, &large)[0])
      #expect((first.0.1, first.0.2) == (first.1.1, first.1.2))
      #expect((first.1.0.start == before.0.start) == (word == "كوكب"))
    }
    #expect(large.candidates.all.count > small.candidates.all.count)
    #expect(known("@ كوكب", &large).map(\.0.isEmpty) == [true, false])
  }

  /// Marks part words as spaces do.
  @Test func wordsThatAMarkPartsAreReadEach() throws {
    #expect(try romanize("دار/مصر") == "Dār/Miṣr")
    for line in ["قال.وقال زيد", "و\"الكتاب\" جديد", "می\u{200C}خواهم", "عربي-إسلامي(مصر)"] {
      let latin = try romanize(line)
      #expect(try Scheme.named("ala-lc").unwrittenLetters(in: Text(latin)) == 0, "\(latin)")
    }
    #expect(try romanize("كِتَابُ/الشَّمْسِ").hasPrefix("kitābu/al-shams"))
  }

  @Test func lettersWithoutASignStayAndAreCounted() throws {
    let scheme = try Scheme.named("ala-lc")
    #expect(try romanize("ۋاد").hasPrefix("ۋ"))
    #expect(try romanize("ۋاد").dropFirst().allSatisfy { !$0.isUppercase })
    #expect(scheme.unwrittenLetters(in: Text(try romanize("ۋاد كتاب ٻلد"))) == 2)
    #expect(scheme.unwrittenLetters(in: Text("ḥadīqat ʻAbd 12")) == 0)
    #expect(try Scheme.named("icu:Any-Hex").unwrittenLetters(in: Text("ۋ")) == 0)
  }

  @Test func shapesKeepVowelsAndForgetConsonants() {
    func shape(_ latin: String) -> UInt64 { RomanCandidate.shape(Array(latin.utf8)[...]) }
    #expect(shape("maktab") == shape("markaz"))
    #expect(shape("shaʻb") == shape("qalb"))
    #expect(shape("ʻālim") == shape("kātib"))
    #expect(shape("kātib") != shape("katib"))
    #expect(shape("ḥassān") != shape("ḥasan"))
    // Text that ends inside a letter.
    #expect(RomanVowel.length([0xC4], at: 0) == 0)
    #expect(RomanVowel.length([0xC4, 0x81], at: 0) == 2)
    #expect(RomanVowel.length([], at: 0) == 0)
  }

  /// Every line has an answer, in time, and the same one whatever came before.
  @Test(.timeLimit(.minutes(10))) func anythingIsAnswered() throws {
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
    for filler: UInt8 in [0, 1, 255] {
      let bytes = RomanizerModel.magic + [UInt8](repeating: filler, count: 500)
      #expect(RomanizerModel(StaticBytes(keeping: bytes)) == nil)
    }
  }

  /// Words of news are read as people say them.
  @Test(arguments: [
    ("وأكدت", "wa-akkadat"), ("سيكون", "sa-yakūnu"), ("المدرب", "al-mudarrib"),
    ("لديها", "ladayhā"),
  ])
  func wordsOfNewsAreKnown(arabic: String, latin: String) throws {
    #expect(try romanize(arabic, .prose).lowercased() == latin)
  }

  private func vocalized(_ line: String) throws -> [String] {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared), kind: .text)
    return romanizer.words(of: Text(line)).map(\.vocalized)
  }

  @Test(arguments: [
    ("كتاب", "كِتَاب"), ("الشمس", "الشَّمْس"), ("القمر", "القَمَر"), ("المدينة", "المَدِينَة"),
    ("السياسية", "السِّيَاسِيَّة"), ("الكبرى", "الكُبْرَى"), ("آثار", "آثَار"), ("القرآن", "القُرْآن"),
    ("داود", "دَاوُد"), ("عمرو", "عَمْرو"), ("والله", "وَاللّٰه"), ("بالله", "بِاللّٰه"),
    ("الشاطئ", "الشَّاطِئ"), ("حواش", "حَوَاشٍ"),
    ("الإسلام", "الإِسْلَام"), ("جدا", "جِدًّا"), ("الرحمن", "الرَّحْمٰن"), ("العربية", "العَرَبِيَّة"),
  ])
  func vowelsComeFromTheReading(bare: String, full: String) throws {
    #expect(try vocalized(bare) == [full])
  }

  /// A name that has its own spelling in Latin takes the vowels of its letters, and is not sure of them.
  @Test func foreignNamesAreVocalizedByTheirLetters() throws {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    let words = romanizer.words(of: Text("جيمس"))
    #expect(words.map(\.latin) == ["James"])
    #expect(words.map(\.vocalized) == ["جَيْمْس"])
    #expect(words.allSatisfy { (0...0.5).contains($0.confidence) })
    let model = try #require(RomanizerModel.shared)
    var scheme = try #require(VoweledRomanizer(Scheme.named("bgn-pcgn"), model: model))
    #expect(try scheme.romanize(Text("جيمس")).string == "Jayms")
  }

  @Test func vocalizedWordsKeepTheirLettersAndPlaces() throws {
    var romanizer = StatisticalRomanizer(model: try #require(RomanizerModel.shared))
    let line = Text("«تاريخ» الأدب 12 العربي، ABC شَمْس قشعميزو")
    let words = romanizer.words(of: line)
    #expect(words.map(\.arabic) == ["تاريخ", "الأدب", "العربي", "شَمْس", "قشعميزو"])
    for word in words {
      #expect(line[word.span] == word.arabic)
      #expect((0...1).contains(word.confidence))
      func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !(0x64B...0x670).contains($0.value) }
      }
      #expect(letters(word.vocalized) == letters(word.arabic))
    }
    // What is vocalized already is left as it is, and nothing is claimed of it.
    #expect(words[3].vocalized == "شَمْس" && words[3].confidence == 0)
    let long = Text(String(repeating: "ب", count: 10_000))
    #expect(romanizer.words(of: long).count == 1)
  }
}

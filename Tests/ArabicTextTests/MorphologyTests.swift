import ArabicText
import Testing

@Suite struct MorphologyTests {
  @Test(arguments: [
    ("والمدرسه", "مدرسه"), ("بالمدرسه", "مدرسه"), ("للوزير", "وزير"), ("الوزير", "وزير"),
    ("وقال", "قال"), ("والوزاره", "وزاره"), ("الحكومه", "حكومه"),
  ])
  func procliticsComeOff(word: String, base: String) {
    #expect(CliticSplitter.shared.base(of: word) == base)
  }

  @Test(arguments: [
    "وزير", "والد", "فريق", "كتاب", "بيان", "لقاء", "بلاد", "المانيا", "الله", "وفد", "سوق", "كبير",
    "وكاله", "بونجاح", "ليبيا",
  ])
  func lettersOfTheWordStay(word: String) {
    #expect(CliticSplitter.shared.base(of: word) == word)
  }

  @Test(arguments: [
    ("مدرسات", "مدرس"), ("مدرسه", "مدرس"), ("مهندسون", "مهندس"), ("وزارتها", "وزارت"), ("قط", "قط"),
    ("روسيه", "روس"), ("London", "London"), ("", ""),
  ])
  func endingsAreCut(base: String, stem: String) {
    #expect(LightStemmer.stem(base) == stem)
  }

  @Test(arguments: [
    ("مدرستها", 0, 2), ("كتابهم", 0, 2), ("وبكتابهم", 2, 2), ("حكومتنا", 0, 2), ("وزارته", 0, 1),
    ("المدرسه", 2, 0), ("وللوزير", 3, 0),
  ])
  func bothEndsAreFound(word: String, proclitics: Int, enclitic: Int) {
    var word = word
    let found = word.withUTF8 { bytes in
      CliticSplitter.shared.clitics(
        of: bytes, procliticLength: CliticSplitter.shared.procliticLength(of: bytes))
    }
    #expect(found.proclitics == 2 * proclitics && found.enclitic == 2 * enclitic)
  }

  @Test(arguments: [
    "بنك", "ملك", "شريك", "لبنان", "حكم", "متهم", "اتجاه", "مياه", "وجوه", "لبناني", "تفاهم",
    "درهم",
    "مبارك", "تركيا", "انتباه",
  ])
  func endingsOfTheWordStay(word: String) {
    var word = word
    #expect(word.withUTF8 { CliticSplitter.shared.encliticLength(of: $0) } == 0)
  }

  @Test func lettersOfAProcliticChainAreCounted() {
    for (word, letters) in [("وبالكتاب", [1, 1, 2]), ("للوزير", [1, 1]), ("والوزير", [1, 2])] {
      var word = word
      let found = word.withUTF8 { bytes in
        CliticSplitter.shared.proclitics(
          of: bytes, length: CliticSplitter.shared.procliticLength(of: bytes))
      }
      #expect(found == letters, "\(word)")
    }
  }

  @Test func stopWordsAreFoundWithTheirParticles() {
    for word in ["في", "وفي", "الذي", "بشكل", "كانت", "فقد", "هذا", "الي"] {
      #expect(StopWords.contains(word), "\(word)")
    }
    for word in ["وزير", "ولي", "كتاب", "مدينه", "فيصل", "كيري", "وادي", "بلديه"] {
      #expect(!StopWords.contains(word), "\(word)")
    }
    #expect(StopWords.count >= 700)
  }

  @Test func frequenciesKnowCommonWords() {
    #expect(WordFrequencies.shared.documents(with: "وزير") > 100)
    #expect(WordFrequencies.shared.documents(with: "قسطنطينوبوليس") == 0)
    #expect(WordFrequencies.shared.count > 20_000)
  }
}

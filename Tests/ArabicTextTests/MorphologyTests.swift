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

  @Test func stopWordsAreFoundWithTheirParticles() {
    for word in ["في", "وفي", "الذي", "بشكل", "كانت", "فقد", "هذا", "الي"] {
      #expect(StopWords.contains(word), "\(word)")
    }
    for word in ["وزير", "ولي", "كتاب", "مدينه"] { #expect(!StopWords.contains(word), "\(word)") }
    #expect(StopWords.all.count >= 700)
  }

  @Test func frequenciesKnowCommonWords() {
    #expect(WordFrequencies.shared.documents(with: "وزير") > 100)
    #expect(WordFrequencies.shared.documents(with: "قسطنطينوبوليس") == 0)
    #expect(WordFrequencies.shared.count > 20_000)
  }
}

import Testing

@testable import WarraqEvaluation

@Suite struct ScoringTextTests {
  @Test func spellingsAreMadeOne() {
    #expect(
      ScoringText.words("كَتَبَ الطّالبُ إلى مستشفى المدينــة ١٢٫٥ مرّة، و\"BBC\"!")
        == ["كتب", "الطالب", "الي", "مستشفي", "المدينه", "12", "5", "مره", "و", "bbc"])
  }

  @Test(arguments: [
    ("والجامعات", "جامع"), ("جامعة", "جامع"), ("للخلافات", "خلاف"), ("بالقلم", "قلم"),
    ("المدير", "مدير"), ("نهر", "نهر"), ("وسارع", "سارع"),
  ])
  func stemsAreLight(word: String, stem: String) {
    #expect(ScoringText.lightStem(ScoringText.normalized(word)) == stem)
  }

  @Test func sentencesAreCutAtMarksBeforeSpaceOrLetters() {
    let text = "وصل الوفد مساء. بلغ الطول 2.5 متر! ثم رحل؟ «انتهى.» وعاد\nسطر آخر.وسطر"
    #expect(
      ScoringSentences.split(text) == [
        "وصل الوفد مساء.", "بلغ الطول 2.5 متر!", "ثم رحل؟", "«انتهى.", "وعاد", "سطر آخر.", "وسطر",
      ])
  }

  @Test func mersenneTwisterDrawsTheKnownNumbers() {
    // The first numbers that a widely used implementation draws from the seed 1.
    var random = MersenneTwister(seed: 1)
    #expect(random.unit() == 0.13436424411240122)
    #expect(random.unit() == 0.8474337369372327)
    #expect(random.unit() == 0.763774618976614)
  }

  @Test func intervalHoldsTheMean() {
    let (low, high) = Bootstrap.interval((0..<50).map { Double($0 % 10) })
    #expect(low < 4.5 && 4.5 < high && high - low < 3)
    #expect(Bootstrap.interval([]) == (0, 0))
    #expect(Bootstrap.interval([2, 2, 2]) == (2, 2))
  }
}

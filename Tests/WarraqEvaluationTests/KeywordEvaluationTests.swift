import Testing

@testable import WarraqEvaluation

@Suite struct KeywordEvaluationTests {
  private let gold = (1...17).map { "موضوع \($0)" }

  @Test func firstKeywordsAreCompared() {
    let measures = KeywordEvaluation.measures(Array(gold.prefix(5)), gold: gold)
    #expect(measures["surface P@5"] == 1)
    #expect(measures["surface R@5"] == 1.0 / 3)
    #expect(measures["surface F@5"] == 0.5)
    #expect(measures["surface F@15"] == 0.5)
    #expect(KeywordEvaluation.measures(gold, gold: gold)["surface F@10"] == 0.8)
  }

  @Test func repeatedPhrasesCountOnce() {
    let measures = KeywordEvaluation.measures(
      Array(repeating: gold[0], count: 5) + gold[15...], gold: gold)
    #expect(measures["surface P@5"] == 1.0 / 3)
    #expect(measures["surface any@5"] == 1)
    #expect(measures["surface n"] == 3)
  }

  @Test func stemsMeetWhereSurfacesDoNot() {
    let measures = KeywordEvaluation.measures(
      ["جامعة القاهرة", "الأنهار الطويلة"], gold: ["الجامعات القاهرة", "أنهار طويلة"])
    #expect(measures["surface F@5"] == 0)
    #expect(measures["stem F@5"] == 1)
    let none = KeywordEvaluation.measures(["…", ""], gold: gold)
    #expect(none["stem n"] == 0 && none["stem F@10"] == 0)
  }
}

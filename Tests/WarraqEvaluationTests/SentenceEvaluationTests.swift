import TestSupport
import Testing

@testable import WarraqEvaluation

@Suite struct SentenceEvaluationTests {
  private let gold = """
    {"id": "a", "text": "زار د. سامي دمشق. ثم رحل!\\n انتهى", "category": "titles", \
    "sentences": ["زار د. سامي دمشق.", "ثم رحل!", "انتهى"]}
    """

  private func counts(_ answers: String) throws -> SentenceEvaluation.Counts {
    let folder = try TemporaryFolder()
    let result = try SentenceEvaluation(
      gold: folder.write("gold.jsonl", gold), answers: folder.write("answers.jsonl", answers))
    #expect(result.categories.map(\.name) == ["titles", "ALL"])
    return try #require(result.categories.last?.counts)
  }

  @Test func whiteSpaceDoesNotCount() throws {
    let counts = try counts(
      #"{"id": "a", "sentences": ["زار د. سامي دمشق. ", " ثم رحل!\n", " انتهى"]}"#)
    #expect(counts.score(inner: false).f1 == 1 && counts.exact == 1)
  }

  @Test func wrongEndsCost() throws {
    let counts = try counts(
      #"{"id": "a", "sentences": ["زار د.", "سامي دمشق.", "ثم رحل!", "انتهى"]}"#)
    #expect(counts.hits == 3 && counts.found == 4 && counts.exact == 0)
    #expect(counts.innerHits == 2 && counts.innerFound == 3 && counts.innerGold == 2)
    #expect(counts.score(inner: true).recall == 1)
  }

  @Test func endsAreCodePoints() throws {
    #expect(try counts(#"{"id": "a", "ends": [17, 25, 32]}"#).exact == 1)
    #expect(try counts(#"{"id": "a", "ends": [0]}"#).broken == 1)
    #expect(try counts(#"{"id": "a", "sentences": [{"text": "نص آخر"}]}"#).broken == 1)
  }

  @Test func noAnswerIsOneSentence() throws {
    let folder = try TemporaryFolder()
    let other = gold.replacing("\"a\"", with: "\"b\"")
    let result = try SentenceEvaluation(
      gold: folder.write("gold.jsonl", gold + "\n" + other),
      answers: folder.write("answers.jsonl", #"{"id": "b", "ends": []}"#))
    #expect(result.categories.last?.counts.score(inner: false).recall == 1.0 / 3)
  }
}

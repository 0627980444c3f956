import TestSupport
import Testing

@testable import WarraqEvaluation

@Suite struct SummaryEvaluationTests {
  @Test func rougeCountsRuns() {
    let summary = "نهر طويل عريض هادئ".split(separator: " ").map(String.init)
    let reference = "نهر عريض هادئ جدا دائما".split(separator: " ").map(String.init)
    let single = Rouge.overlap(summary, reference, length: 1)
    #expect(single.precision == 0.75 && single.recall == 0.6)
    let pairs = Rouge.overlap(summary, reference, length: 2)
    #expect(pairs.precision == 1.0 / 3 && pairs.recall == 0.25)
    #expect(Rouge.longestSubsequence(summary, reference).precision == 0.75)
    // A word that the reference has once counts once.
    #expect(Rouge.overlap(["نهر", "نهر", "نهر"], ["نهر", "بحر"], length: 1).precision == 1.0 / 3)
    #expect(Rouge.overlap([], reference, length: 2).f1 == 0)
  }

  @Test func subsequencesOfRandomWordsAgreeWithTheDefinition() {
    func slow(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) -> Int {
      guard let first = left.first, let second = right.first else { return 0 }
      if first == second { return 1 + slow(left.dropFirst(), right.dropFirst()) }
      return max(slow(left.dropFirst(), right), slow(left, right.dropFirst()))
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let left = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Int.random(in: 0...3, using: &random)
      }
      let right = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Int.random(in: 0...3, using: &random)
      }
      #expect(Subsequence.length(left, right) == slow(left[...], right[...]))
    }
    #expect(Subsequence.edits(Array("kitten"), Array("sitting")) == 3)
    #expect(Subsequence.edits([Int](), [1, 2]) == 2)
  }

  @Test func agreementIsMeasuredOnSentences() {
    let text = "فتحت المكتبة أبوابها. زارها مئة قارئ! ثم أغلقت مساء؟ وعادت غدا"
    let references = ["فتحت المكتبة أبوابها.", "فتحت المكتبة أبوابها. زارها مئة قارئ!"]
    let measures = SummaryEvaluation.measures(
      "فتحت المكتبة أبوابها.", text: text, references: references)
    #expect(measures["R1Fmax"] == 1)
    #expect(abs((measures["sentF"] ?? 0) - (1 + 2.0 / 3) / 2) < 1e-12)
    #expect(measures["extractive"] == 1)
    #expect(measures["nsent"] == 1)
    let empty = SummaryEvaluation.measures("", text: text, references: references)
    #expect(empty["R2F"] == 0 && empty["empty"] == 1)
  }

  /// Annotators' tools cut sentences; half of the word pairs make one.
  @Test func sentencesThatAreMostlyThereCount() {
    let sentences = ["فتحت المكتبة أبوابها صباح أمس.", "زارها مئة قارئ."].map(ScoringText.words)
    func picked(_ summary: String) -> Set<Int> {
      SummaryEvaluation.picked(sentences, by: ScoringText.words(summary))
    }
    #expect(picked("المكتبة أبوابها صباح") == [0])
    #expect(picked("فتحت المكتبة اليوم زارها مئة قارئ") == [1])
    #expect(picked("") == [])
  }

  @Test func filesAreMatchedById() throws {
    let folder = try TemporaryFolder()
    let gold = try folder.write(
      "gold.jsonl",
      """
      {"id": "a", "text": "فتحت المكتبة أبوابها. زارها مئة قارئ.", "summaries": ["فتحت المكتبة أبوابها."]}
      {"id": "b", "text": "نص آخر.", "summaries": ["نص آخر."]}
      """)
    let whole = try folder.write(
      "whole.jsonl",
      """
      {"id": "b", "summary": {"text": "نص آخر."}}
      {"id": "a", "summary": [{"text": "فتحت المكتبة"}, {"text": "أبوابها."}]}
      """)
    let result = try SummaryEvaluation(gold: gold, answers: whole)
    #expect(result.articles.map(\.id) == ["a", "b"])
    #expect(result.means["R2F"] == 1)
    let part = try folder.write("part.jsonl", #"{"id": "a", "summary": ""}"#)
    let error = #expect(throws: EvaluationError.self) {
      try SummaryEvaluation(gold: gold, answers: part)
    }
    #expect(error?.description.contains("no answer for `b`") == true)
    #expect(try SummaryEvaluation(gold: gold, answers: part, isComplete: false).articles.count == 1)
  }

  @Test(arguments: [
    ("{\"id\": \"z\", \"summary\": \"\"}", ":1: the gold has no id `z`"),
    ("{\"id\": \"a\", \"summary\": 3}", ":1: `summary` is no"),
    ("{\"id\": \"a\"", ":1: broken JSON"),
    ("{\"id\": \"a\", \"summary\": \"\"}\n{\"id\": \"a\", \"summary\": \"\"}", ":2: the id `a`"),
    ("{\"summary\": \"\"}", ":1: no `id`"), ("", ": no line in it"),
  ])
  func brokenFilesAreNamedWithTheLine(content: String, message: String) throws {
    let folder = try TemporaryFolder()
    let gold = try folder.write(
      "gold.jsonl", #"{"id": "a", "text": "نص.", "summaries": ["نص."]}"#)
    let answers = try folder.write("answers.jsonl", content)
    let error = #expect(throws: EvaluationError.self) {
      try SummaryEvaluation(gold: gold, answers: answers)
    }
    #expect(error?.description.contains("answers.jsonl" + message) == true)
    #expect(throws: EvaluationError.self) {
      try SummaryEvaluation(gold: gold, answers: folder.path + "/none.jsonl")
    }
  }
}

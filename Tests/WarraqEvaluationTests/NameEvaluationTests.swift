import TestSupport
import Testing

@testable import WarraqEvaluation

@Suite struct NameEvaluationTests {
  @Test func spellingsAreCompared() {
    #expect(NameForm.exact.of("  Al-ʿAbbās ") == "al-ʿabbās")
    #expect(NameForm.exact.of("İzmir") == "izmir")
    #expect(NameForm.folded.of("Al-ʿAbbās") == "alabbas")
    #expect(NameForm.folded.of("Şükrü O'Łódź ı ß") == "sukruolodziss")
    #expect(NameForm.folded.of("Ta‘izz") == "taizz")
  }

  private func evaluate(
    _ gold: String, _ answers: String, training: String? = nil
  ) throws -> NameEvaluation {
    let folder = try TemporaryFolder()
    return try NameEvaluation(
      gold: folder.write("gold.tsv", gold), answers: folder.write("answers.tsv", answers),
      training: training.map { [try folder.write("train.tsv", $0)] } ?? [])
  }

  @Test func ranksAndWeightsAreCounted() throws {
    let result = try evaluate(
      "يوسف\tYoussef|Yusuf\t9\nعمر\tOmar\t1\nمنى\tMonà\t10\n",
      "يوسف\tYoussif\tYUSUF\nمنى\tMona\n", training: "يوسف\tx\n")
    #expect(result.itemCount == 3 && result.missingCount == 1)
    #expect(result.groups.map(\.name) == ["all", "seen", "unseen"])
    let exact = try #require(result.groups.first?.forms.first?.measures)
    let folded = try #require(result.groups.first?.forms.last?.measures)
    #expect(exact["top1"] == 0)
    #expect(exact["top5"] == 1.0 / 3)
    #expect(exact["mrr"] == 0.5 / 3)
    #expect(folded["top1"] == 1.0 / 3)
    #expect(folded["w-top1"] == 0.5)
    // Youssif is one letter from Youssef, the missing Omar four from nothing, Mona one from Monà.
    #expect(abs((exact["cer"] ?? 0) - 6.0 / 15) < 1e-12)
  }

  @Test func kindsAreGroups() throws {
    let result = try evaluate(
      "بيل غيتس\tforeign\tBill Gates\nبغداد\tarab-place\tBaghdad|Bagdad\n",
      "بيل غيتس\tBill Gates\nبغداد\tBagdad\n")
    #expect(result.groups.map(\.name) == ["all", "arab-place", "foreign"])
    #expect(result.groups.allSatisfy { $0.forms.allSatisfy { $0.measures["top1"] == 1 } })
    #expect(result.groups[0].forms[0].measures["w-top1"] == nil)
  }

  @Test(arguments: [
    ("علي\n", "علي\tAli\n", "gold.tsv:1: only one column"),
    ("علي\tAli\tx\n", "علي\tAli\n", "`x` is no count"),
    ("علي\tAli\n", "علي\tAli\nعلي\tAly\n", "answers.tsv:2: `علي` was given before"),
    ("علي\tAli\n", "عمر\tOmar\n", "none of the gold's names"),
  ])
  func brokenFilesAreNamed(gold: String, answers: String, message: String) {
    let error = #expect(throws: EvaluationError.self) { try evaluate(gold, answers) }
    #expect(error?.description.contains(message) == true)
  }
}

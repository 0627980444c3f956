import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  private let text = """
    أعلنت البلدية افتتاح حديقة عامة جديدة في وسط المدينة. وتضم الحديقة ملاعب للأطفال. وشكر السكان البلدية.
    """

  @Test func whatTheCommandsWriteIsMeasured() throws {
    let folder = try TemporaryFolder()
    let summary = "أعلنت البلدية افتتاح حديقة عامة جديدة في وسط المدينة."
    let gold = try folder.write(
      "gold.jsonl",
      #"{"id": "1", "text": "\#(text)", "summaries": ["\#(summary)"], "keyphrases": ["الحديقة"]}"#)
    for (command, options) in [("summarize", ["--sentences", "1"]), ("keywords", [])] {
      let run = try Command.run(
        [command] + options + ["--json", "--input-format", "jsonl", gold])
      #expect(run.status == 0)
      _ = try folder.write("\(command).jsonl", run.output)
    }
    let summaries = try Command.run(
      ["evaluate", "summaries", gold, folder.path + "/summarize.jsonl"])
    #expect(summaries.status == 0 && summaries.output.contains("ROUGE-2 F1 100.00"))
    let keywords = try Command.run(
      ["evaluate", "keywords", gold, folder.path + "/keywords.jsonl", "--json"])
    #expect(keywords.status == 0 && keywords.output.contains("\"stem R@10\":1.0"))
    let missing = try Command.run(["evaluate", "keywords", gold, folder.path + "/none.jsonl"])
    #expect(missing.status == 2 && missing.errors.contains("none.jsonl"))
  }

  @Test func namesAndSentencesAreMeasured() throws {
    let folder = try TemporaryFolder()
    let names = try folder.write("names.tsv", "محمد\tMohamed|Mohammed\t3\n")
    let answers = try Command.run(["names", "--top", "5"], input: "محمد\n")
    let result = try Command.run(
      ["evaluate", "names", names, try folder.write("answers.tsv", answers.output)])
    #expect(result.status == 0 && result.output.contains("all"))
    #expect(result.output.contains("100.00"))
    let gold = try folder.write(
      "gold.jsonl", #"{"id": "1", "text": "وصل. رحل.", "sentences": ["وصل.", "رحل."]}"#)
    let split = try Command.run(["sentences", "--json", "--input-format", "jsonl", gold])
    let file = try folder.write("split.jsonl", split.output)
    let sentences = try Command.run(["evaluate", "sentences", gold, file, "--inner"])
    #expect(sentences.output.contains("100.00   100.00   100.00"))
  }

  @Test func weightsAreFittedAndPrinted() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<12).map { index in
      #"{"id": "\#(index)", "text": "\#(text)", "summaries": ["وشكر السكان البلدية."], "#
        + #""keyphrases": ["الحديقة", "ملاعب"]}"#
    }
    let gold = try folder.write("gold.jsonl", lines.joined(separator: "\n"))
    for kind in ["keywords", "summaries"] {
      let output = folder.path + "/weights.tsv"
      let run = try Command.run(["train", kind, gold, "-o", output])
      #expect(run.status == 0)
      #expect(run.errors.contains("cross-validated"))
      let table = String(decoding: folder.read("weights.tsv") ?? [], as: UTF8.self)
      #expect(table.contains("(constant)\t"))
    }
    let none = try folder.write("none.jsonl", #"{"id": "1", "text": ""}"#)
    #expect(try Command.run(["train", "summaries", none, "-o", "x"]).status == 2)
  }

  @Test func digestNamesItsSources() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("first.txt", text)
    _ = try folder.write("second.txt", "ارتفعت أسعار القمح في أسواق المدينة هذا الشهر كثيرا.")
    let run = try Command.run(
      ["summarize", "--corpus", "--sentences", "2", "."], folder: folder.path)
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.lines.allSatisfy { $0.contains(".txt\t") })
    let wrong = try Command.run(["summarize", "--corpus", "--share", "0.2", "."])
    #expect(wrong.status == 2)
  }
}

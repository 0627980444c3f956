import TestSupport
import Testing
import Warraq

@Suite struct RunCommandTests {
  private let corpus = Repository.root + "Corpora/news"

  private func objects(_ output: String) throws -> [JSONValue] {
    try output.split(separator: "\n").map { try JSONScanner.parse(Array($0.utf8)) }
  }

  @Test func shippedCorpusRunsWithoutFailure() throws {
    let one = try Command.run(["run", "article-digest", corpus, "--jobs", "1"])
    #expect(one.status == 0)
    #expect(one.errors.isEmpty)
    let found = try objects(one.output)
    #expect(found.count == 33)
    for object in found {
      let id = object["id"]?.stringValue ?? ""
      #expect(object["summary"]?["sentences"]?.arrayValue?.count == 3, "\(id)")
      #expect(object["keywords"]?.arrayValue?.isEmpty == false, "\(id)")
    }
    let many = try Command.run(["run", "article-digest", corpus, "--jobs", "4"])
    #expect(many.output == one.output)
  }

  /// The demo's digest, whole; when a stage gets better, look at the difference and renew the file
  /// with `make golden`.
  @Test func digestIsTheGoldenOne() throws {
    let result = try Command.run(["run", "article-digest", corpus, "--format", "text"])
    #expect(result.output == Repository.text("Tests/Golden/news-digest.txt"))
  }

  @Test func objectsOfOneArticleAreTheGoldenOnes() throws {
    let file = "Corpora/news/paris-climate.txt"
    let result = try Command.run(["run", "article-digest", file], folder: Repository.root)
    #expect(result.output == Repository.text("Tests/Golden/paris-climate.jsonl"))
  }

  /// `text[start:end]` gives the quoted text back, in every unit.
  @Test(arguments: ["codepoints", "utf8", "utf16"])
  func offsetsQuoteTheSource(unit: String) throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.write(
      "r.json",
      """
      {"name":"r","stages":[{"use":"structure"},{"use":"normalize"},{"use":"sentences"},
      {"use":"words"},{"use":"keywords"},{"use":"names"},{"use":"summarize"}],
      "output":{"offsets":"\(unit)","text":true,
      "layers":["structure","sentences","words","keywords","names","summary"]}}
      """)
    let result = try Command.run(["run", recipe, corpus])
    #expect(result.status == 0)
    for object in try objects(result.output) {
      let text = object["text"]?.stringValue ?? ""
      var quotes: [(JSONValue, String?)] = []
      for key in ["sentences", "words", "names"] {
        for item in object[key]?.arrayValue ?? [] {
          quotes.append((item, item["text"]?.stringValue))
        }
      }
      for tag in object["structure"]?["tags"]?.arrayValue ?? [] {
        quotes.append((tag, tag["text"]?.stringValue))
      }
      #expect(quotes.count > 50)
      for (item, quoted) in quotes {
        let start = item["start"]?.intValue ?? -1
        let end = item["end"]?.intValue ?? -1
        #expect(slice(text, start, end, unit) == quoted)
      }
    }
  }

  private func slice(_ text: String, _ start: Int, _ end: Int, _ unit: String) -> String? {
    guard start >= 0, start <= end else { return nil }
    switch unit {
    case "utf8": return String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    case "utf16": return String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
    default:
      var view = String.UnicodeScalarView()
      view.append(contentsOf: Array(text.unicodeScalars)[start..<end])
      return String(view)
    }
  }

  @Test func badDocumentsGiveExitCode1AndTheRestIsWritten() throws {
    let input = "{\"id\":\"a\",\"text\":\"نص.\"}\n{oops\n{\"id\":\"c\",\"text\":\"نص.\"}\n"
    let result = try Command.run(["run", "sentences", "-"], input: input)
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.errors.contains("stdin:2"))
    #expect(result.errors.contains("1 of 3 documents failed, 2 written"))
  }

  @Test func invalidUTF8IsReplacedOrRefused() throws {
    let input = Array("نص ".utf8) + [0xFF]
    let replaced = try Command.run(["run", "sentences", "-"], input: input)
    #expect(replaced.status == 0)
    #expect(replaced.output.contains("\u{FFFD}"))
    #expect(replaced.errors.contains("1 ill-formed parts replaced"))
    let refused = try Command.run(["run", "sentences", "-", "--invalid", "fail"], input: input)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("invalid UTF-8 at byte 5"))
  }

  @Test func documentsBeyondTheLimitAreRefused() throws {
    let big = String(repeating: "كلمة ", count: 130_000)
    let refused = try Command.run(["run", "sentences", "-", "--max-size", "1"], input: big)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("longer than 1048576 bytes"))
    #expect(try Command.run(["run", "sentences", "-", "--max-size", "2"], input: big).status == 0)
    #expect(try Command.run(["run", "sentences", "-", "--max-size", "0"]).status == 2)
  }

  @Test func wrongUsageGivesExitCode2() throws {
    #expect(try Command.run(["run"]).status == 2)
    #expect(try Command.run(["run", "sentences"]).status == 2)
    #expect(try Command.run(["run", "sentences", "/no/such/file"]).status == 2)
    #expect(try Command.run(["run", "sentences", "-", "--jobs", "0"]).status == 2)
    #expect(try Command.run(["nonsense"]).status == 2)
    let near = try Command.run(["run", "artcle-digest", "-"])
    #expect(near.status == 2)
    #expect(near.errors.contains("did you mean `article-digest`?"))
    #expect(near.output.isEmpty)
  }

  @Test func brokenRecipeListsEveryFault() throws {
    let folder = try TemporaryFolder()
    let recipe = try folder.write(
      "r.json",
      "{\"name\":\"r\",\n\"stages\":[{\"use\":\"wordz\"},\n{\"use\":\"keywords\",\"with\":{\"tpo\":1}}]}"
    )
    for arguments in [["run", recipe, "-"], ["recipe", "check", recipe]] {
      let result = try Command.run(arguments)
      #expect(result.status == 2)
      #expect(result.errors.contains("\(recipe):2:"))
      #expect(result.errors.contains("did you mean `words`?"))
      #expect(result.errors.contains("did you mean `top`?"))
      #expect(result.errors.contains("R020"))
    }
    let json = try Command.run(["recipe", "check", recipe, "--json"])
    #expect(try JSONScanner.parse(Array(json.output.utf8)).arrayValue?.count == 3)
  }

  /// A reader that takes one line and goes must see no message and no failure.
  @Test func closedPipeEndsQuietly() throws {
    let folder = try TemporaryFolder()
    let line = "{\"text\":\"" + String(repeating: "جملة طويلة هنا. ", count: 200) + "\"}\n"
    try folder.write("many.jsonl", String(repeating: line, count: 2000))
    let result = try Command.shell(
      "{ '\(Command.path)' run sentences many.jsonl; echo status $? >&2; } | head -n 1 | wc -l",
      folder: folder.path)
    #expect(result.output.contains("1"))
    #expect(result.errors == "status 0\n")
  }

  @Test func outputFileAppearsWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.txt", "جملة أولى. وثانية.")
    let result = try Command.run(
      ["run", "sentences", "in.txt", "--output", "out.jsonl"], folder: folder.path)
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(folder.read("out.jsonl") != nil)
    #expect(folder.read("out.jsonl.partial") == nil)
    let refused = try Command.run(
      ["run", "sentences", "in.txt", "--output", "no/such/folder/out"], folder: folder.path)
    #expect(refused.status == 1)
  }

  @Test func failuresGoToTheirFileAndMayStopTheRun() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<100).map { $0 % 10 == 3 ? "{broken" : "{\"id\":\"\($0)\",\"text\":\"نص.\"}" }
    let input = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    let out = folder.path + "out.jsonl"
    let failures = folder.path + "failures.jsonl"
    let whole = try Command.run(["run", "sentences", input, "-o", out, "--failures", failures])
    #expect(whole.status == 1)
    let told = try objects(String(decoding: folder.read("failures.jsonl") ?? [], as: UTF8.self))
    #expect(told.count == 10)
    #expect(told.first?["id"]?.stringValue?.hasSuffix("in.jsonl:4") ?? false)
    #expect(told.allSatisfy { $0["problem"]?.stringValue?.contains("JSON") ?? false })
    #expect(folder.read("out.jsonl")?.filter { $0 == 0x0A }.count == 90)

    let stopped = try Command.run([
      "run", "sentences", input, "-o", folder.path + "other.jsonl", "--failures", failures,
      "--max-failures", "4",
    ])
    #expect(stopped.status == 1 && stopped.errors.contains("--max-failures"))
    // A file that is not whole does not get its name.
    #expect(folder.read("other.jsonl") == nil)
    // The failures of the batch in which the limit was passed are all told.
    #expect((5...10).contains(folder.read("failures.jsonl")?.filter { $0 == 0x0A }.count ?? 0))
  }

  @Test func sharesAreDisjointAndWhole() throws {
    let one = try Command.run(["run", "sentences", corpus])
    let shares = try (1...3).map {
      try Command.run(["run", "sentences", corpus, "--shard", "\($0)/3"]).lines
    }
    #expect(shares.flatMap { $0 }.sorted() == one.lines.sorted())
    #expect(shares.allSatisfy { $0.count == 11 })
    #expect(try Command.run(["run", "sentences", corpus, "--shard", "4/3"]).status == 2)
  }

  @Test func tablesAndArraysRun() throws {
    let folder = try TemporaryFolder()
    let csv = try folder.write("a.csv", "id,text\nأول,\"وصل زيد. ثم غادر.\"\n")
    let json = try folder.write("a.json", "[{\"id\":\"أول\",\"text\":\"وصل زيد. ثم غادر.\"}]")
    let fromTable = try Command.run(["run", "sentences", csv])
    #expect(fromTable.status == 0 && fromTable.output.contains("\"text\":\"ثم غادر.\""))
    #expect(try Command.run(["run", "sentences", json]).output == fromTable.output)
    let piped = try Command.run(
      ["run", "sentences", "-", "--input-format", "csv"], input: "id,text\nأول,وصل زيد. ثم غادر.")
    #expect(piped.output == fromTable.output)
  }
}

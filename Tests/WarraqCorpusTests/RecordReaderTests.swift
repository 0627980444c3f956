import TestSupport
import Testing
import Warraq
import WarraqCorpus

@Suite struct RecordReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What the reader makes of a file: ids and texts of documents, problems of failures.
  private func read(
    _ name: String, _ content: String, limit: Int = 1 << 20, shard: Shard? = nil
  ) throws -> [String] {
    let file = try folder.write(name, content)
    var options = ReadOptions()
    options.recordLimit = limit
    options.shard = shard
    var reader = try CorpusReader(inputs: [file], options: options)
    let decoder = DocumentDecoder()
    var found: [String] = []
    while let item = reader.next() {
      do throws(DocumentError) {
        switch item {
        case .failure(let error): throw error
        case .record(let record):
          let document = try decoder.decode(record)
          found.append(document.id + "=" + document.text[document.text.span])
        }
      } catch {
        let id = error.documentID.split(separator: "/").last ?? ""
        found.append("! \(id): \(error.problem.split(separator: "/").last ?? "")")
      }
    }
    return found
  }

  @Test func tablesAreReadByTheirHeader() throws {
    let text = "\u{FEFF}id,title,text\r\n1,عنوان,\"قال: \"\"نعم\"\", ثم\nسكت.\"\r\n\r\n2,آخر,نص\n"
    #expect(try read("a.csv", text) == ["1=قال: \"نعم\", ثم\nسكت.", "2=نص"])
    #expect(try read("b.csv", "id;text\n1;أ, ب\n") == ["1=أ, ب"])
    #expect(try read("c.tsv", "text\tid\nنص, آخر\t7") == ["7=نص, آخر"])
    #expect(try read("d.csv", "\"id\",\"text\"\n\"1\",\"\"\n") == ["1="])
    #expect(try read("e.csv", "") == [])
    #expect(try read("f.csv", "id,text\n") == [])
  }

  @Test func brokenRowsFailAloneAndTheRestIsRead() throws {
    let found = try read("a.csv", "id,text\n1\n2,نص\n3,أ,ب\n4,\"مفتوح\n")
    #expect(found.count == 4)
    #expect(found[0].contains("a.csv:2") && found[0].contains("1 fields"))
    #expect(found[1] == "2=نص")
    #expect(found[3].contains("a.csv:5") && found[3].contains("never closed"))
    #expect(try read("b.csv", "id,id\n1,2\n").first?.contains("header") ?? false)
    let long = try read(
      "c.csv", "id,text\n1,\(String(repeating: "ا", count: 500))\n2,ب\n", limit: 200)
    #expect(long.count == 2 && long[0].contains("longer") && long[1] == "2=ب")
  }

  @Test func arraysAreCutAtTheirElements() throws {
    let text = """
      \u{FEFF}[ {"id": 1, "text": "أ ] } , \\" ب"},
        {"id": 2, "text": "ج", "more": {"x": [1, {"y": "]"}]}} , 3, {"id": 4, "text": "د"} ]
      """
    let found = try read("a.json", text)
    #expect(found.count == 4)
    #expect(found[0] == "1=أ ] } , \" ب" && found[1] == "2=ج" && found[3] == "4=د")
    #expect(found[2].hasPrefix("!") && found[2].contains("a.json:3"))
    #expect(try read("b.json", " [ ] ") == [])
  }

  @Test(arguments: [
    ("{}", "no JSON array"), ("", "no JSON array"), ("[{\"id\":1,\"text\":\"أ\"}", "breaks off"),
    ("[{\"id\":1,\"text\":\"أ\"} {\"id\":2}]", "a.json:1"), ("[] []", "behind the array"),
  ])
  func brokenArraysAreTold(text: String, problem: String) throws {
    #expect(try read("a.json", text).contains { $0.contains(problem) })
  }

  @Test func deepAndLongArraysAreReadInLinearTime() throws {
    let deep = String(repeating: "[", count: 300_000)
    #expect(try read("a.json", "[" + deep).count == 1)
    let many =
      "[" + (0..<20_000).map { "{\"id\":\($0),\"text\":\"\"}" }.joined(separator: ",") + "]"
    #expect(try read("b.json", many).count == 20_000)
  }

  @Test func everyRecordIsInOneShare() throws {
    let lines = (0..<97).map { "{\"id\":\"\($0)\",\"text\":\"ن\"}" } + ["{broken"]
    let text = lines.joined(separator: "\n")
    let all = try read("a.jsonl", text)
    var shares: [String] = []
    for index in 1...5 { shares += try read("a.jsonl", text, shard: Shard("\(index)/5")) }
    #expect(shares.sorted() == all.sorted() && all.count == 98)
    #expect(try read("a.jsonl", text, shard: Shard("2/5")).prefix(2) == ["1=ن", "6=ن"])
  }

  @Test(arguments: ["", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2"])
  func whatIsNoShareIsNone(text: String) {
    #expect(Shard(text) == nil)
  }
}

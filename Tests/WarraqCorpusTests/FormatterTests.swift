import TestSupport
import Testing
import Warraq
import WarraqCorpus
import WarraqStandard

@Suite struct FormatterTests {
  private let pipeline: Pipeline
  private let document: Document

  init() throws {
    pipeline = try Pipeline(
      Recipe(
        name: "t",
        stages: Pipelines.reading + [
          Recipe.Step("keywords", with: [.init("top", 3)]), Recipe.Step("names"),
          Recipe.Step("summarize", with: [.init("sentences", 1)]),
        ]), registry: .standard)
    var document = Document(
      id: "أ|1",
      text: Text(
        "زار الكاتب جاك شيراك مكتبة \"المدينة\"، وقرأ في المكتبة *قصة* قصيرة.\nثم عاد إلى بيته القديم في حي الجمالية."
      ),
      metadata: [
        .init("title", "زيارة، إلى \"المكتبة\"\nالقديمة"), .init("views", 12), .init("ok", true),
      ])
    try pipeline.process(&document)
    self.document = document
  }

  private func table(_ fields: [String], _ separator: Character) throws -> String {
    let formatter = TableFormatter(
      pipeline: pipeline, fields: fields.compactMap { FieldPath($0) },
      separator: try #require(separator.asciiValue))
    var bytes = formatter.prologue
    formatter.append(document, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func cellsOfCSVAreQuoted() throws {
    let csv = try table(["id", "title", "views", "ok", "none", "names.latin"], ",")
    #expect(
      csv == "id,title,views,ok,none,names.latin\r\n"
        + "أ|1,\"زيارة، إلى \"\"المكتبة\"\"\nالقديمة\",12,true,,Jacques Chirac\r\n")
  }

  @Test func rowsOfTSVStayOneLine() throws {
    let tsv = try table(["title", "summary.text", "keywords"], "\t")
    let lines = tsv.split(separator: "\n")
    #expect(lines.count == 2)
    let cells = lines[1].split(separator: "\t", omittingEmptySubsequences: false)
    #expect(cells.count == 3)
    #expect(cells[0] == "زيارة، إلى \"المكتبة\" القديمة")
    #expect(cells[1].hasPrefix("زار الكاتب"))
    #expect(cells[2].split(separator: ";").count == 3)
  }

  /// What is written as CSV is read back as it was.
  @Test func tablesAreReadBack() throws {
    let folder = try TemporaryFolder()
    let csv = try table(["id", "title", "text"], ",")
    let file = try folder.write("a.csv", csv)
    let found = try CorpusFixture.documents([file])
    let read = try #require(found.first).get()
    #expect(read.id == document.id && read.text.string == document.text.string)
    #expect(read.metadataTitle == document.metadataTitle)
  }

  @Test func markdownEscapesMarkup() {
    var bytes: [UInt8] = []
    MarkdownFormatter().append(document, to: &bytes)
    let markdown = String(decoding: bytes, as: UTF8.self)
    #expect(markdown.hasPrefix("## زيارة، إلى \"المكتبة\" القديمة\n"))
    #expect(markdown.contains("\\*قصة\\*"))
    #expect(markdown.contains("| جاك شيراك | Jacques Chirac |"))
  }

  @Test func pathsOfFieldsAreRead() {
    #expect(FieldPath("") == nil)
    #expect(FieldPath("a..b") == nil)
    let object: JSONValue = [
      "a": ["b": [["c": "1"], ["c": 2], ["d": 3]]], "t": ["text": "نص", "x": 1], "n": nil_,
    ]
    #expect(FieldPath("a.b.c")?.text(in: object) == "1; 2")
    #expect(FieldPath("t")?.text(in: object) == "نص")
    #expect(FieldPath("n")?.text(in: object) == "")
    #expect(FieldPath("x.y")?.text(in: object) == "")
  }

  private let nil_ = JSONValue.null
}

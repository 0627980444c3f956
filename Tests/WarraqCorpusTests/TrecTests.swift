import TestSupport
import Testing
import Warraq
import WarraqCorpus

@Suite struct TrecTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ content: String, limit: Int = 1 << 20) throws -> [Result<
    Document, DocumentError
  >] {
    var options = ReadOptions()
    options.recordLimit = limit
    return try CorpusFixture.documents([try folder.write("a.trec", content)], options: options)
  }

  @Test func documentsAreCutAndTagsBecomeFields() throws {
    let found = try read(
      """
      <DOC>
      <DOCNO> خبر-1 </DOCNO>
      <HEADLINE>عنوان &amp; بقية</HEADLINE>
      <DATE>2004-05-06</DATE>
      <TEXT>
      <P>فقرة أولى.</P>
      <P>فقرة &lt;ثانية&gt; &#1633;.</P>
      </TEXT>
      </DOC><doc><docno>خبر-2</docno><text>نص.</text></doc>
      <DOC><DOCNO>خبر-3</DOCNO><TEXT>أول.</TEXT><TEXT>آخر 5 < 6.</TEXT></DOC>
      """)
    let documents = try found.map { try $0.get() }
    #expect(documents.map(\.id) == ["خبر-1", "خبر-2", "خبر-3"])
    #expect(documents[0].text.string == "فقرة أولى.\n\nفقرة <ثانية> ١.")
    #expect(documents[0].metadataTitle == "عنوان & بقية")
    #expect(documents[0].metadata.first { $0.key == "date" }?.value.stringValue == "2004-05-06")
    #expect(documents[2].text.string == "أول.\n\nآخر 5 < 6.")
  }

  @Test func brokenDocumentsCostThemselvesOnly() throws {
    let long = String(repeating: "كلمة ", count: 200)
    let found = try read(
      """
      قبل
      <DOC><DOCNO>1</DOCNO></DOC>
      <DOC><DOCNO>2</DOCNO><TEXT>\(long)</TEXT></DOC>
      <DOC><DOCNO>ب</DOCNO>
      <TEXT>\(long.prefix(150))
      \(long.prefix(150))
      </TEXT></DOC>
      <DOC><DOCNO>3</DOCNO><TEXT>نص.</TEXT></DOC>
      <DOC><DOCNO>4</DOCNO><TEXT>بلا نهاية
      """, limit: 500)
    #expect(found.count == 5)
    let problems = found.map { result in
      if case .failure(let error) = result { error.problem } else { "" }
    }
    #expect(problems[0].contains("no text"))
    #expect(problems[1].contains("longer than 500 bytes"))
    #expect(problems[2].contains("longer than 500 bytes"))
    #expect(problems[3].isEmpty)
    #expect(problems[4].contains("never closed"))
  }

  /// Tags without an end must not cost time that grows with the square of their number.
  @Test(.timeLimit(.minutes(10))) func openTagsAreNoTrap() throws {
    let tags = (0..<40_000).map { "<x\($0)>" }.joined()
    let found = try read("<DOC>\(tags)<DOCNO>1</DOCNO><TEXT>نص.</TEXT></DOC>")
    #expect(found.count == 1)
  }
}

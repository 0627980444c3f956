import Foundation
import TestSupport
import Testing
import Warraq
import WarraqCorpus
import WarraqReport
import WarraqStandard

@Suite struct ReportTests {
  private let folder: TemporaryFolder
  private let pipeline: Pipeline

  init() throws {
    folder = try TemporaryFolder()
    pipeline = try Pipeline(
      Recipe(
        name: "t",
        stages: Pipelines.reading + [
          Recipe.Step("keywords"), Recipe.Step("names"),
          Recipe.Step("summarize", with: [.init("sentences", 1)]),
        ]), registry: .standard)
  }

  private static let text =
    "زار الكاتب جاك شيراك مكتبة المدينة القديمة، وقرأ فيها قصة قصيرة عن النيل. ثم عاد إلى بيته."

  private func report(_ documents: [Document], failures: [DocumentError] = []) throws -> String {
    let writer = ReportWriter(path: folder.path + "r.html", title: "تقرير <الأسبوع>")
    try writer.open(at: nil, prologue: [])
    for var document in documents {
      try pipeline.process(&document)
      var bytes: [UInt8] = []
      ReportFormatter().append(document, to: &bytes)
      try writer.write(bytes)
    }
    for failure in failures {
      var bytes: [UInt8] = []
      ReportFormatter().append(failure, to: &bytes)
      try writer.write(bytes)
    }
    try writer.close()
    try writer.publish()
    return String(decoding: try #require(folder.read("r.html")), as: UTF8.self)
  }

  private func document(_ number: Int, _ text: String = ReportTests.text) -> Document {
    Document(
      id: "م\(number)", text: Text(text),
      metadata: [
        .init("title", .string("مقالة رقم \(number)")), .init("source", "جريدة"),
        .init("date", .string("2024-05-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)T10:00")),
      ])
  }

  @Test func summaryNamesAndKeywordsAreMarked() throws {
    let html = try report([document(1)])
    #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(html.contains("<mark>زار الكاتب <span class=\"name\""))
    #expect(html.contains("data-latin=\"Jacques Chirac\""))
    #expect(html.contains("<ul class=\"chips\""))
    #expect(html.contains("<bdi>2024-05-02</bdi>"))
    #expect(!html.contains("http://") && !html.contains("https://"), "the page must need no other")
  }

  @Test func nothingOfADocumentIsTakenForMarkup() throws {
    let evil = "<script>alert(1)</script> & \"' </template><!-- \u{202E}قلب. ثم نص آخر."
    let document = Document(
      id: "</script><b>", text: Text(evil),
      metadata: [.init("title", "</title><img src=x onerror=alert(1)>"), .init("source", "<i>")])
    let failure = DocumentError(documentID: "<u>", stage: "<s>", problem: "<script>")
    let html = try report([document], failures: [failure])
    for markup in ["<script>alert", "<img", "<u>", "<s>", "<i>", "</script><b>", "<الأسبوع>"] {
      #expect(!html.contains(markup), "\(markup)")
    }
    // A direction that was left open is closed where the text ends.
    #expect(html.contains("\u{202E}"))
    let opened = html.unicodeScalars.filter { $0.value == 0x202E }.count
    #expect(html.unicodeScalars.filter { $0.value == 0x202C }.count == opened)
  }

  @Test func emptyRunsHaveAPage() throws {
    let html = try report([])
    #expect(html.contains("<b>0</b>مقالة"))
  }

  private static let browser = [
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  private func browse(_ fragment: String, _ what: String) throws -> String {
    let browser = try #require(Self.browser)
    let line = """
      \(browser) --headless --no-sandbox --disable-gpu --user-data-dir=profile --window-size=1100,1600 \
      --virtual-time-budget=8000 \(what) 'file://\(folder.path)r.html\(fragment)' 2>errors
      """
    let result = try Shell.run(line, in: folder.path)
    #expect(result.status == 0, "\(String(decoding: folder.read("errors") ?? [], as: UTF8.self))")
    return result.output
  }

  /// The page as a browser shows it: the script has filled it, and the picture is no empty one.
  @Test(.enabled(if: browser != nil), .timeLimit(.minutes(10)))
  func aBrowserShowsThePage() throws {
    _ = try report(
      (1...60).map { document($0) }, failures: [DocumentError(documentID: "س", problem: "مقطوع")])
    let first = try browse("", "--dump-dom")
    let shown = try #require(first.range(of: "<div id=\"page\"")).upperBound
    let page = first[shown...].prefix { $0 != "\u{0}" }
    let visible = page[..<(page.range(of: "<template")?.lowerBound ?? page.endIndex)]
    #expect(visible.contains("id=\"a1\"") && visible.contains("id=\"a25\""))
    #expect(!visible.contains("id=\"a26\""))
    _ = try browse("", "--screenshot=shot.png")
    let picture = try #require(folder.read("shot.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // A page of this size without anything on it is a few kB as PNG.
    #expect(picture.count > 40_000, "\(picture.count) bytes")
  }

  @Test(.enabled(if: browser != nil), .timeLimit(.minutes(10)))
  func fiveThousandArticlesArePaged() throws {
    _ = try report((1...5000).map { document($0) })
    let dom = try browse("#a4990", "--dump-dom")
    let shown = try #require(dom.range(of: "<div id=\"page\"")).upperBound
    let rest = dom[shown...]
    let visible = rest[..<(rest.range(of: "<template")?.lowerBound ?? rest.endIndex)]
    #expect(visible.contains("id=\"a4990\"") && !visible.contains("id=\"a1\""))
    #expect(dom.contains("200 / 200"))
  }
}

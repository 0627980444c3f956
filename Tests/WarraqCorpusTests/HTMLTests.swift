import TestSupport
import Testing
import Warraq
import WarraqCorpus

@Suite struct HTMLTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ page: String) throws -> Document {
    let file = try folder.write("p.html", page)
    return try #require(try CorpusFixture.documents([file]).first).get()
  }

  private func field(_ name: String, _ document: Document) -> String? {
    document.metadata.first { $0.key == name }?.value.stringValue
  }

  private static let first =
    "أعلنت هيئة الآثار، صباح الأربعاء، العثور على نقوش قديمة في وادٍ قريب من العلا، وقالت إنها من القرن الرابع قبل الميلاد."
  private static let second =
    "وأوضح الفريق أن النقوش كتبت بخط دادانيّ واضح، وأن ترميمها يحتاج إلى عامين من العمل. وستعرض صورها في متحف المدينة."

  /// A page as news sites make them.
  private static let news = """
    <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
    <title>نقوش جديدة في العلا | صحيفة المثال</title>
    <meta property="og:title" content="نقوش جديدة &quot;دادانية&quot; في العلا">
    <meta property="og:site_name" content="صحيفة المثال">
    <meta property="article:published_time" content="2023-03-08T09:30:00+03:00">
    <meta name="keywords" content="آثار، العلا، نقوش">
    <script type="application/ld+json">
    {"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
     {"@type":"NewsArticle","headline":"نقوش جديدة في العلا","author":{"name":"مراسل العلا"}}]}
    </script><style>p{color:red}</style><script>var x = "<p>ليس نصا، هذا برنامج طويل بما يكفي.</p>"</script></head>
    <body><header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav></header>
    <div class="breadcrumb">الرئيسية، ثم ثقافة، ثم آثار، ثم هذه الصفحة الطويلة جدا.</div>
    <main><article><h1>نقوش جديدة "دادانية" في العلا</h1>
    <div class="share-buttons">شارك هذا الخبر مع أصدقائك، في فيسبوك وتويتر وغيرهما من المواقع.</div>
    <figure><img src="a.jpg"><figcaption>صورة لأحد النقوش، التقطها المراسل صباح اليوم في الوادي.</figcaption></figure>
    <div class="article-body"><p>\(first)</p>
    <div class="related"><a href="/x">اقرأ أيضا: خبر آخر طويل العنوان عن متحف قريب، وعن معرض قادم</a></div>
    <h2>ترميم طويل</h2>
    <p>\(second)</p><p></p></div></article></main>
    <aside><p>الأكثر قراءة: هذا خبر آخر لا صلة له بالمقالة، وضع في الجانب ليزيد الزيارات.</p></aside>
    <footer><p>جميع الحقوق محفوظة لصحيفة المثال، ولا يجوز النسخ إلا بإذن مكتوب من الإدارة.</p></footer>
    </body></html>
    """

  @Test func theArticleIsTakenAndTheRestLeft() throws {
    let document = try read(Self.news)
    #expect(document.text.string == "\(Self.first)\n\nترميم طويل\n\n\(Self.second)")
  }

  @Test func whatThePageSaysOfItsArticleIsMetadata() throws {
    let document = try read(Self.news)
    #expect(field("title", document) == "نقوش جديدة في العلا")
    #expect(field("date", document) == "2023-03-08T09:30:00+03:00")
    #expect(field("source", document) == "صحيفة المثال")
    #expect(field("author", document) == "مراسل العلا")
    let tags = document.metadata.first { $0.key == "tags" }?.value.arrayValue?.compactMap(
      \.stringValue)
    #expect(tags == ["آثار", "العلا", "نقوش"])
  }

  /// Old pages have no article element, and paragraphs that are parted by `<br>`.
  @Test func plainPagesWork() throws {
    let document = try read(
      """
      <html><head><title>خبر قديم - موقع قديم</title></head><body><table><tr>
      <td><a href="1">قسم أول</a><br><a href="2">قسم ثان</a></td>
      <td><font>\(Self.first)<br><br>\(Self.second)</font></td></tr></table></body></html>
      """)
    #expect(document.text.string == "\(Self.first)\n\n\(Self.second)")
    #expect(field("title", document) == "خبر قديم")
  }

  @Test func encodingOfThePageIsHonoured() throws {
    try folder.write(
      "u.html",
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1256'></head><body><p>\(Self.first)</p></body></html>"
    )
    _ = try Shell.run("iconv -f UTF-8 -t WINDOWS-1256//IGNORE u.html > w.html", in: folder.path)
    let found = try CorpusFixture.documents([folder.path + "w.html"])
    let document = try #require(found.first).get()
    #expect(document.text.string == Self.first)
    #expect(field("encoding", document) == "windows-1256")
  }

  @Test func brokenMarkupAndEmptyPagesHaveAnAnswer() throws {
    let broken = try read("<p>\(Self.first)<div><b>\(Self.second)</p></i>&nosuch; &#x110000;<")
    #expect(broken.text.string.contains("هيئة الآثار") && broken.text.string.contains("وأوضح"))
    for page in ["", "   ", "<html><body><script>var a = 1;</script></body></html>"] {
      let file = try folder.write("e.html", page)
      let found = try CorpusFixture.read([file])
      #expect(found.count == 1 && found[0].contains("no running text"), "\(page)")
    }
  }

  /// Nested 100,000 deep, and with 100,000 attributes: answered, and in time.
  @Test(.timeLimit(.minutes(10))) func deepAndWidePagesAreNoTrap() throws {
    let deep = String(repeating: "<div>", count: 100_000) + "<p>\(Self.first)</p>"
    #expect(try read(deep).text.string.contains("هيئة الآثار"))
    let attributes = (0..<100_000).map { "a\($0)=\"x\"" }.joined(separator: " ")
    #expect(try read("<div \(attributes)><p>\(Self.first)</p></div>").text.string == Self.first)
  }
}

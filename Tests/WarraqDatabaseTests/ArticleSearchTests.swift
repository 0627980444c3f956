import TestSupport
import Testing
import Warraq
import WarraqCorpus
import WarraqDatabase
import WarraqStandard

@Suite struct ArticleSearchTests {
  private let folder: TemporaryFolder
  private let finder: SearchTerms.Finder

  init() throws {
    folder = try TemporaryFolder()
    finder = SearchTerms.Finder(
      pipeline: try Pipeline(
        Recipe(
          name: "search",
          stages: [
            Recipe.Step("normalize"), Recipe.Step("sentences"),
            Recipe.Step("words", with: [.init("clitics", true)]),
          ]),
        registry: .standard))
  }

  private static let articles = [
    ("مدرسة", "افتتحت الوزارة المدرسةَ الجديدة. وكان الحفل صباحا."),
    ("مدارس", "عاد الطلاب إلى مدرستهم القديمة."),
    ("بحر", "هدأ البحر بعد العاصفة، وعادت السفن إلى الميناء."),
    ("مكتبة", "في مكتبة الجامعة كتب عن البحر وعن السفن."),
  ]

  private func make(_ articles: [(String, String)]) throws -> ArticleSearch {
    let pipeline = try Pipeline(
      Recipe(
        name: "t",
        stages: Pipelines.reading + [
          Recipe.Step("keywords"), Recipe.Step("names"), Recipe.Step("summarize"),
        ]), registry: .standard)
    let formatter = DatabaseFormatter(pipeline: pipeline, finder: finder)
    let path = folder.path + "a.sqlite"
    let writer = DatabaseWriter(path: path, facts: [("recipe", "t")])
    try writer.open(at: nil, prologue: [])
    for (id, text) in articles {
      var document = Document(
        id: id, text: Text(text), metadata: [.init("title", .string("عن \(id)"))])
      try pipeline.process(&document)
      var bytes: [UInt8] = []
      formatter.append(document, to: &bytes)
      try writer.write(bytes)
    }
    var failure: [UInt8] = []
    formatter.append(DocumentError(documentID: "س", problem: "it's bad"), to: &failure)
    try writer.write(failure)
    try writer.close()
    try writer.publish()
    return try ArticleSearch(path: path, finder: finder)
  }

  private func ids(_ search: ArticleSearch, _ query: String) throws -> Set<String> {
    Set(try search.find(query, limit: 10).map(\.id))
  }

  @Test func wordsAreFoundInAllTheirForms() throws {
    let search = try make(Self.articles)
    for query in ["مدرسة", "المدرسة", "بالمدرسه", "مَدْرَسَة", "ومدرستهم"] {
      #expect(try ids(search, query) == ["مدرسة", "مدارس"], "\(query)")
    }
    #expect(try search.find("مدرسة", limit: 10).first?.id == "مدرسة")
    #expect(try search.find("مدرسة", limit: 10).first?.snippet == "افتتحت الوزارة المدرسةَ الجديدة.")
  }

  @Test func queriesJoinPhraseAndExclude() throws {
    let search = try make(Self.articles)
    #expect(try ids(search, "البحر السفن") == ["بحر", "مكتبة"])
    #expect(try ids(search, "البحر -مكتبة") == ["بحر"])
    #expect(try ids(search, "\"مكتبة الجامعة\"") == ["مكتبة"])
    #expect(try ids(search, "\"الجامعة مكتبة\"") == [])
    #expect(try ids(search, "غواصة") == [])
    #expect(throws: SearchError.self) { try search.find("  - \"\" ؟ ", limit: 5) }
    #expect(throws: SearchError.self) { try search.find("-البحر", limit: 5) }
  }

  /// Nothing in a query is taken for the index's own language.
  @Test(arguments: [
    "OR", "NEAR(أ, ب)", "title:بحر", "\"", "*", "(", "بحر\" OR \"", "'; DROP TABLE document; --",
  ])
  func queriesAreWordsAlone(query: String) throws {
    let search = try make(Self.articles)
    _ = try? search.find(query, limit: 5)
    #expect(try ids(search, "العاصفة") == ["بحر"])
  }

  @Test func otherFilesAreRefused() throws {
    let text = try folder.write("a.txt", "ليست قاعدة بيانات")
    #expect(throws: SearchError.self) { try ArticleSearch(path: text, finder: finder) }
    #expect(throws: SearchError.self) {
      try ArticleSearch(path: folder.path + "none.sqlite", finder: finder)
    }
  }
}

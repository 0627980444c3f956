import TestSupport
import Testing
import Warraq
import WarraqKeywords

@Suite struct KeywordsTests {
  private let text = """
    افتتح وزير الثقافة معرض المخطوطات في دار الكتب. وقال الوزير إن معرض المخطوطات يضم مئة قطعة نادرة.
    وشكر الحضور للوزير جهده. ويستمر معرض المخطوطات شهرا كاملا، وتقام فيه ندوات عن صناعة الورق والحبر.
    """

  private func keywords(_ text: String, _ options: [JSONValue.Member] = []) throws -> (
    Document, [KeywordLayer.Keyword]
  ) {
    let document = try Pipelines.run(
      text, Pipelines.reading + [Recipe.Step("keywords", with: options)])
    return (document, try document.required(.keywords).keywords)
  }

  @Test func phraseThatReturnsComesFirst() throws {
    let (_, found) = try keywords(text)
    #expect(found.first?.text == "معرض المخطوطات")
    #expect(found.first?.score == 1)
    #expect(found.first?.spans.count == 3)
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
  }

  @Test func variantsCountTogetherAndStandInTheText() throws {
    let (document, found) = try keywords(text, [.init("top", 30), .init("max-words", 1)])
    let minister = try #require(found.first { $0.text.contains("وزير") })
    #expect(minister.spans.count == 3)
    for keyword in found {
      #expect(keyword.spans.map { document.text[$0] }.contains(keyword.text))
      for span in keyword.spans { #expect(document.text.isScalarBoundary(span.start)) }
    }
  }

  @Test func limitsAreKept() throws {
    #expect(try keywords(text, [.init("top", 2)]).1.count == 2)
    let single = try keywords(text, [.init("max-words", 1), .init("top", 50)]).1
    #expect(single.allSatisfy { !$0.text.contains(" ") })
  }

  @Test func textsWithoutTopicsHaveNoKeywords() throws {
    #expect(try keywords("").1.isEmpty)
    #expect(try keywords("في من إلى على. 123 456!").1.isEmpty)
  }

  @Test func backgroundIsCountedPerDocument() throws {
    var counter = BackgroundCounter()
    for body in ["معرض الكتاب ومعرض الكتاب", "معرض الصور", "سوق الذهب"] {
      counter.add(try Pipelines.run(body, Pipelines.reading))
    }
    #expect(counter.documentCount == 3)
    let table = BackgroundTable(StaticBytes(keeping: counter.table(minimum: [1, 1, 1])))
    #expect(table.documentCount == 3)
    let opened = try #require(StringTable(StaticBytes(keeping: counter.table(minimum: [2, 9, 9]))))
    #expect(opened.value(of: "معرض") != nil)
    #expect(opened.value(of: "سوق") == nil)
  }
}

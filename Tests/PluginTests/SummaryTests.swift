import TestSupport
import Testing
import Warraq

@Suite struct SummaryTests {
  private let text = """
    أعلنت البلدية افتتاح حديقة عامة جديدة في وسط المدينة بعد عامين من العمل. وتضم الحديقة ملاعب للأطفال ومسارات \
    للمشي وبحيرة صغيرة. وكان الموقع سوقا قديمة نقلت إلى الأطراف. وقال رئيس البلدية إن الحديقة العامة ستفتح أبوابها \
    مجانا للسكان طوال الأسبوع. وزرع المتطوعون ألف شجرة في الحديقة الجديدة خلال شهر واحد. وشكر السكان البلدية على عملها.
    """

  private func summary(_ options: [JSONValue.Member], text: String? = nil) throws -> (
    Document, SummaryLayer
  ) {
    let stages = Pipelines.reading + [Recipe.Step("summarize", with: options)]
    let document = try Pipelines.run(text ?? self.text, title: "حديقة عامة جديدة", stages)
    return (document, try document.required(.summary))
  }

  @Test func sentencesStandInDocumentOrder() throws {
    let (document, summary) = try summary([.init("sentences", 3)])
    #expect(summary.sentences.count == 3)
    #expect(summary.sentences == summary.sentences.sorted())
    #expect(summary.sentences.first == 0)
    let all = try document.required(.sentences).spans
    #expect(summary.spans == summary.sentences.map { all[$0] })
    #expect(summary.scores.allSatisfy { (0...1).contains($0) })
  }

  @Test func budgetsAreKept() throws {
    let words = try summary([.init("words", 20)])
    #expect(words.1.text(in: words.0.text).split(separator: " ").count <= 20)
    let characters = try summary([.init("chars", 120)])
    let text = characters.1.text(in: characters.0.text)
    #expect(!text.isEmpty && text.unicodeScalars.count <= 120)
    let share = try summary([.init("share", 0.3)])
    #expect((1...2).contains(share.1.sentences.count))
  }

  @Test func budgetsOfNothingAndOfAll() throws {
    #expect(try summary([.init("sentences", 0)]).1.sentences.isEmpty)
    #expect(try summary([.init("words", 0)]).1.sentences.isEmpty)
    #expect(try summary([.init("share", 0)]).1.sentences.isEmpty)
    #expect(try summary([.init("sentences", 1000)]).1.sentences.count == 6)
    #expect(try summary([.init("share", 1)]).1.sentences.count == 6)
  }

  @Test func textsWithoutSentencesGiveAnEmptySummary() throws {
    #expect(try summary([], text: "").1.sentences.isEmpty)
    #expect(try summary([], text: "... !!").1.sentences.isEmpty)
    #expect(try summary([], text: "جملة واحدة فقط هنا.").1.sentences == [0])
  }

  @Test func equalSentencesAreChosenOnce() throws {
    let repeated =
      String(repeating: "وصل القطار إلى المحطة الكبيرة متأخرا. ", count: 5)
      + "ثم أعلنت الإدارة جدول الرحلات الجديد للمسافرين."
    let chosen = try summary([.init("sentences", 2)], text: repeated).1.sentences
    #expect(chosen == [0, 5])
  }
}

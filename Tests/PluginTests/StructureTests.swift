import TestSupport
import Testing
import Warraq

@Suite struct StructureTests {
  private let scraped = """
    أعلنت وزارة التعليم اليوم خطة لتطوير المكتبات المدرسية في جميع المحافظات.. المزيد

    التعليم,المكتبات,المدارس,وزارة التعليم,القراءة,اخبار محلية

    الثلاثاء 4 مارس 2014 - 09:15
    رئيس مجلس الإدارة
    مؤسسة النشر العربية
    رئيس التحرير
    هيئة التحرير

    وزارة التعليم تطلق خطة لتطوير المكتبات المدرسية

    وزارة التعليم تطلق خطة
    وزارة التعليم تطلق خطة

    أعلنت وزارة التعليم، اليوم الثلاثاء، خطة لتطوير المكتبات المدرسية في جميع المحافظات تشمل شراء مليون كتاب خلال ثلاث سنوات.

    تدريب المعلمين

    وقالت الوزارة في بيانها إن الخطة تشمل تدريب خمسة آلاف معلم ومعلمة على تشجيع القراءة بين الطلاب.

    صورة: مكتبة مدرسية في الريف

    اقرأ أيضا: معرض الكتاب يفتح أبوابه
    """

  private func kinds(_ text: String, title: String? = nil) throws -> [(
    StructureLayer.BlockKind, String
  )] {
    let document = try Pipelines.run(text, title: title, [Recipe.Step("structure")])
    return try document.required(.structure).blocks.map { ($0.kind, document.text[$0.span]) }
  }

  @Test func everyLineOfAScrapedArticleFindsItsPart() throws {
    #expect(
      try kinds(scraped).map(\.0) == [
        .teaser, .tags, .dateline, .staff, .staff, .staff, .staff, .title, .repeated, .repeated,
        .body, .subheading, .body, .caption, .boilerplate,
      ])
  }

  @Test func titleTagsAndDateAreGiven() throws {
    let document = try Pipelines.run(scraped, [Recipe.Step("structure")])
    let structure = try document.required(.structure)
    #expect(document.title == "وزارة التعليم تطلق خطة لتطوير المكتبات المدرسية")
    #expect(structure.date == "2014-03-04")
    #expect(
      structure.tags.map { document.text[$0] } == [
        "التعليم", "المكتبات", "المدارس", "وزارة التعليم", "القراءة", "اخبار محلية",
      ])
  }

  @Test func plainParagraphsAreAllBody() throws {
    let text = "وصل الوفد إلى المدينة صباح أمس.\nوالتقى أعضاؤه ممثلي البلدية والجمعيات الأهلية."
    #expect(try kinds(text).allSatisfy { $0.0 == .body })
    #expect(try kinds("كلمة").map(\.0) == [.body])
    #expect(try kinds("").isEmpty)
    #expect(try kinds(" \n\t\n").isEmpty)
  }

  @Test func titleThatCameWithTheArticleIsNotTakenTwice() throws {
    let text =
      "عودة القطار القديم\nعاد القطار القديم إلى العمل بعد توقف دام عشرين عاما، وفق إدارة السكك الحديدية."
    #expect(try kinds(text, title: "عودة القطار القديم").map(\.0) == [.title, .body])
    let document = try Pipelines.run(text, title: "عنوان آخر", [Recipe.Step("structure")])
    #expect(document.title == "عنوان آخر")
  }

  @Test func listInsideASentenceIsNotTags() throws {
    let text = "زار الوفد مدن حلب، وحمص، وحماة، ودمشق، واللاذقية خلال أسبوع واحد فقط."
    #expect(try kinds(text).map(\.0) == [.body])
  }

  @Test func linesThatLookLikeOtherPartsAreNotTakenForThem() throws {
    let prose = "وصل الوفد إلى المدينة صباح أمس والتقى ممثلي البلدية والجمعيات الأهلية فيها."
    for (line, kind) in [
      ("وفي ختام اللقاء قال رئيس الوفد:", StructureLayer.BlockKind.body),
      ("3- مدينة حلب القديمة", .body), ("http://example.org/a/b/c/d", .boilerplate),
    ] {
      #expect(try kinds("\(prose)\n\(line)\n\(prose) نعم.").map(\.0)[1] == kind, "\(line)")
    }
  }

  @Test func labelledTagsAreFound() throws {
    let text =
      "افتتح المعرض أبوابه أمام الزوار صباح اليوم في قاعة البلدية.\nكلمات مفتاحية: معرض، كتب، ثقافة"
    let document = try Pipelines.run(text, [Recipe.Step("structure")])
    #expect(
      try document.required(.structure).tags.map { document.text[$0] } == ["معرض", "كتب", "ثقافة"])
  }

  @Test func subheadingsCountAsBodyWhenAskedFor() throws {
    let stage = Recipe.Step("structure", with: [.init("subheadings", false)])
    let document = try Pipelines.run(scraped, [stage])
    let kinds = try document.required(.structure).blocks.map(\.kind)
    #expect(!kinds.contains(.subheading))
  }
}

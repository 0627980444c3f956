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

  private let prose =
    "افتتحت البلدية صباح أمس حديقة جديدة في الحي القديم بعد عامين من العمل المتواصل."

  @Test(arguments: [
    "سعاد علي - الأفق - جدة:", "الأفق- الرياض:", "أ ف ب - تونس:", "عمّان - «الأفق الجديد»:",
    "طرابلس (رويترز) -", "صنعاء ـ د.ب.أ:",
  ])
  func bylineBeforeTheFirstParagraphIsNoBody(_ byline: String) throws {
    let found = try kinds("\(byline) \(prose)\n\(prose) نعم.")
    #expect(found.map(\.0) == [.byline, .body, .body])
    #expect(found.map(\.1) == [byline, prose, "\(prose) نعم."])
  }

  @Test(arguments: [
    "قال الشيخ محمد - رحمه الله - لابنه:", "قال النبي -صلى الله عليه وسلم-:", "1943 - الحرب:",
    "كان الأمل - وهو كبير، كما نعلم - هذا:", "الرواية (الأولى) -", "ثلاثة أمور:",
    "وأكدت السيدة الملقبة بـ «زهرة الحي»:",
  ])
  func sentencesWithDashesAndColonsBeginNoByline(_ opening: String) throws {
    #expect(try kinds("\(opening) \(prose)").map(\.0) == [.body])
  }

  @Test func onlyNamedSourcesOpenLaterParagraphs() throws {
    #expect(
      try kinds("\(prose)\nمرسين - رويترز: \(prose) نعم.").map(\.0) == [.body, .byline, .body])
    #expect(try kinds("\(prose)\nالصف الأول - الفصل الثاني: \(prose)").map(\.0) == [.body, .body])
  }

  @Test(arguments: [
    ("سمات البلدية الحديقة الحي القديم", StructureLayer.BlockKind.tags),
    ("رابط الخبر بصحيفة الأفق: حديقة جديدة! في الحي القديم", .boilerplate),
    ("اقرأ أيضا: متنزه على ضفة النهر", .boilerplate),
    ("للتواصل مع الكاتب ارسل رسالة SMS إلى 12345", .byline),
    ("writer.name@example.com", .byline),
  ])
  func whatStandsBehindTheLastSentenceIsNoBody(
    _ tail: String, _ kind: StructureLayer.BlockKind
  ) throws {
    let found = try kinds("\(prose) \(prose) \(tail)")
    #expect(found.map(\.0) == [.body, kind])
    #expect(found.map(\.1) == ["\(prose) \(prose)", tail])
    #expect(try kinds("\(prose)\n\(tail)").map(\.0) == [.body, kind])
  }

  @Test func addressBeforeWhatFollowsIsCutOffAsWell() throws {
    let found = try kinds("\(prose) a.b@example.comللتواصل مع الكاتب ارسل رسالة")
    #expect(found.map(\.0) == [.body, .byline, .byline])
    #expect(found.map(\.1) == [prose, "a.b@example.com", "للتواصل مع الكاتب ارسل رسالة"])
  }

  @Test(arguments: [
    "سمات الحديقة كثيرة، كما قال رئيس البلدية.", "نشر رئيس البلدية رابط الخبر على صفحته.",
    "راسلوا البلدية على a.b@example.com قبل نهاية الشهر.",
  ])
  func finishedSentencesBehindTheBodyAreBody(_ sentence: String) throws {
    #expect(try kinds("\(prose) \(sentence)").map(\.0) == [.body])
  }

  @Test func shortLinesBehindTheLastParagraphNameTheWriter() throws {
    for line in ["علي عبد الكريم", "- دمياط", "* أستاذ في جامعة الأفق وكاتب في شؤون المدن"] {
      #expect(try kinds("\(prose)\n\(line)").map(\.0) == [.body, .byline], "\(line)")
    }
    for line in ["والله من وراء القصد", "يتبع غدا في هذه الصفحة"] {
      #expect(try kinds("\(prose)\n\(line)").map(\.0) == [.body, .body], "\(line)")
    }
    // Three of them may be verse.
    let verse = "قفا نبك طويلا\nعلى دار خلت\nبكاها السائلون"
    #expect(try kinds("\(prose)\n\(verse)").map(\.0) == [.body, .body, .body, .body])
  }

  @Test func hashtagsAreTags() throws {
    for text in ["\(prose)\n#حدائق_المدينة #Parks", "\(prose) #حدائق_المدينة #Parks"] {
      let document = try Pipelines.run(text, [Recipe.Step("structure")])
      let structure = try document.required(.structure)
      #expect(structure.blocks.map(\.kind) == [.body, .tags])
      #expect(structure.tags.map { document.text[$0] } == ["حدائق_المدينة", "Parks"])
    }
    #expect(try kinds("\(prose) ونشرت #البلدية صورا كثيرة منها").map(\.0) == [.body])
  }

  @Test func starsAndAddressesBetweenParagraphsAreNoBody() throws {
    let text = "\(prose)\n* * *\n\(prose) نعم.\nname@example.com\n\(prose) لا."
    #expect(try kinds(text).map(\.0) == [.body, .boilerplate, .body, .byline, .body])
  }

  /// Blocks follow each other, none is empty, and white space parts them from nothing.
  @Test(arguments: Array(UInt64(1)...6))
  func blocksOfAnyTextFollowEachOther(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      prose, "سعاد علي", "رويترز", "الأفق", "سمات", "رابط الخبر", "للتواصل مع الكاتب",
      "a.b@example.com",
      "#وسم", "@", "-", "–", "ـ", ":", "(", ")", ".", "؟", "*", "«", "\u{200F}", "د.ب.أ", "12",
      "\n", "\n",
    ]
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      let document = try Pipelines.run(text, [Recipe.Step("structure")])
      let blocks = try document.required(.structure).blocks.map(\.span)
      #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0.end <= $1.start }, "seed \(seed)")
      #expect(
        blocks.allSatisfy { !$0.isEmpty && document.text.trimming($0) == $0 },
        "seed \(seed): \(text)")
    }
  }
}

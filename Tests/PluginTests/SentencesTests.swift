import TestSupport
import Testing
import Warraq
@testable import WarraqSentences

@Suite struct SentencesTests {
  private func split(_ text: String, abbreviations: [String] = []) throws -> [String] {
    let source = Text(text)
    return try SentenceSplitter(abbreviations: abbreviations).sentences(in: source, source.span)
      .map { source[$0] }
  }

  /// A sentence must end at `‖`, where the text has a space, and at `¦`, where it has none.
  @Test(arguments: [
    "وصل الوزير.‖ثم غادر.", "هل وصل؟‖نعم!", "انتهى العرض؟!‖وصفق الجمهور.",
    "استقبل د. سامي الوفد.‖وشكره.", "ألقى أ.د. كمال المحاضرة.", "حضر م. رامي وأ. هدى.",
    "قال ود. نبيل كذلك.", "ألف الكتاب سنة 1998م.‖وطبع مرتين.", "ولد عام 120 ق.م. في صور.",
    "طوله 5 كم. تقريبا.", "بلغ الوزن 3.5 كغم.‖وزاد لاحقا.", "زار موقع العربية.نت أمس.",
    "النسبة 3.75 والمعدل ٤٫٢ فقط.", "كتبت ج. ك. رولينغ الرواية.", "كان وزنه ... ثم نسي.",
    "قال: «لا أعرف. ربما غدا.»‖وخرج.", "هتفوا «عاش! عاش!» طويلا.‖وانصرفوا.",
    "حضر الحفل (وكان كبيرا. جدا) الوزير.", "انتهى الاجتماع.¦وقال الرئيس كلمة.", "هل انتهى؟¦نعم.",
    "العنوان\nأول سطر في الخبر", "الخطوات:‖1. افتح الملف.‖2. اقرأ النص.‖3. أغلق الملف.",
    "تراجعت الأسعار في الأسواق...‖المزيد", "راسلنا على info@example.org اليوم.‖شكرا.",
    "تأسست شركة Sample Inc. في المدينة.", "انتظر؛ لأنه متعب، ثم نام.", "وصل 31/12/2014.‖وعاد.",
    "قال فلان: نعم، ثم سكت.", "باع 100 ر.س. من الأسهم.", "الخ. كل ذلك صحيح.",
    "أعلنت شركة Sample Inc. أرباحها.", "شركة Sample Inc. أعلنت أرباحها.‖وارتفع السهم.",
    "يعمل حتى 5 م. يوميا.",
    // Letters spelled by name, and what only looks like them.
    "اشترت بي.إم.دبليو المصنع.‖وباعت إتش.إس.بي.سي حصتها.", "بثتها قناة إم.بي.سي كأول برنامج.",
    "اتفق وبي.جي على السعر.", "ظهر في كيو.زد.إن.تي يوما.", "باع كل شيء.¦في المساء عاد.",
    "قرأ الكتاب.¦إن الكتاب مفيد.",
    // An address goes on behind its question mark.
    "التفاصيل على https://example.org/news?id=5&lang=ar اليوم.‖شكرا.",
    "الرابطwww.example.org/?q=x!y هنا.",
    "هل زرت https://example.org/a?‖نعم!",
    "(راجع https://example.org/?a) وتابع https://example.org/?b=!‖وعد.",
    "هل قرأ?¦ثم كتب.", "a?¦https://example.org/?b=c وغيره.",
  ])
  func boundariesLieWhereTheyShould(marked: String) throws {
    let expected = marked.split { $0 == "‖" || $0 == "¦" || $0 == "\n" }.map(String.init)
    let text = marked.replacing("‖", with: " ").replacing("¦", with: "")
    #expect(try split(text) == expected)
  }

  /// Many marks in one long run of Latin letters, with an address and without.
  @Test(arguments: ["", "https://example.org/"])
  func longRunsOfMarksAreSplitOrKept(start: String) throws {
    let text = start + String(repeating: "a?", count: 20_000) + "b"
    #expect(try split(text).count == (start.isEmpty ? 20_001 : 1))
  }

  @Test func furtherAbbreviationsAreHeeded() throws {
    let text = "قرأ المخط. القديم كله."
    #expect(try split(text).count == 2)
    #expect(try split(text, abbreviations: ["مخط.", "المخط"]).count == 1)
  }

  @Test func linesOfANarrowColumnAreOneSentence() throws {
    let text = """
      أعلنت بلدية المدينة أمس أن أعمال الصيانة في الجسر القديم سوف
      تبدأ في مطلع الشهر المقبل وتستمر ستة أسابيع على الأقل، وأن
      حركة السير ستحول إلى الطريق الدائري. ودعت البلدية السكان إلى
      اختيار طرق بديلة في ساعات الذروة.
      """
    let sentences = try split(text)
    #expect(sentences.count == 2)
    #expect(sentences.last?.hasPrefix("ودعت") ?? false)
  }

  @Test func longSentencesAreCutAtTheStrongestBoundary() throws {
    let text =
      "زار الوفد المصنع الجديد، وتفقد خطوط الإنتاج فيه؛ ثم التقى العمال، واستمع إلى مطالبهم كلها."
    let source = Text(text)
    let parts = try SentenceSplitter(longest: 9).sentences(in: source, source.span)
    #expect(
      parts.map { source[$0] } == [
        "زار الوفد المصنع الجديد، وتفقد خطوط الإنتاج فيه؛",
        "ثم التقى العمال، واستمع إلى مطالبهم كلها.",
      ])
    #expect(try SentenceSplitter(longest: 100).sentences(in: source, source.span).count == 1)
    let bare = Text(String(repeating: "كلمة ", count: 100))
    #expect(try SentenceSplitter(longest: 9).sentences(in: bare, bare.span).count == 1)
  }

  @Test func quotedClausesAreNotCut() throws {
    let source = Text(
      "قال الوزير «إن العمل جار، والنتائج قريبة، والصبر مطلوب، والوقت كاف للجميع» أمس.")
    #expect(try SentenceSplitter(longest: 4).sentences(in: source, source.span).count == 1)
  }

  @Test func textWithoutStopsIsSplitAtOpeners() throws {
    let source = Text(
      "افتتح الوزير المعرض الدولي للكتاب مساء أمس وقال الوزير إن القراءة أساس النهضة وأضاف أن المعرض يستمر أسبوعين من جهته شكر مدير المعرض كل الناشرين"
    )
    let spans = try SentenceSplitter(splitsDiscourse: true).sentences(in: source, source.span)
    #expect(
      spans.map { source[$0].split(separator: " ")[0] } == ["افتتح", "وقال", "وأضاف", "من"])
    #expect(try SentenceSplitter().sentences(in: source, source.span).count == 1)
  }

  @Test(arguments: Array(UInt64(1)...6))
  func vectorsFindTheMarksThatALoopFinds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text =
        RandomLines.make(using: &generator) + "؟ (١) «۱» ۔" + RandomLines.make(using: &generator)
      let bytes = Array(text.utf8)
      var scan = MarkScan()
      bytes.withUnsafeBufferPointer { scan.assign($0, 0..<$0.count) }
      var expected: [Int] = []
      var offset = 0
      for scalar in text.unicodeScalars {
        let value = scalar.value
        let isMark =
          ScalarClass.isNewline(value) || MarkClass.isTerminator(value)
          || MarkClass.isForeignStop(value) || ScalarClass.digitValue(value) == 1
          || "\"()[]«»“”\u{FD3E}\u{FD3F}".unicodeScalars.contains(scalar)
        if isMark { expected.append(offset) }
        offset += UTF8.width(scalar)
      }
      #expect(scan.marks.map { Int($0.offset) } == expected, "seed \(seed)")
    }
  }

  @Test(arguments: ["", " ", "\n\n", "\u{200F}", "...", "؟؟؟", "َُِ"])
  func textsWithoutLettersGiveADefinedAnswer(text: String) throws {
    let sentences = try split(text)
    #expect(sentences.count <= 1)
  }

  @Test func hugeInputsTakeLinearTime() throws {
    #expect(try split(String(repeating: "كلمة", count: 250_000)).count == 1)
    #expect(try split(String(repeating: "«", count: 100_000) + "نص.").count == 1)
    #expect(try split(String(repeating: "(.)", count: 50_000)).count >= 1)
    #expect(try split(String(repeating: "و. ", count: 50_000)).count >= 1)
    #expect(try split(String(repeating: "َُِ", count: 300_000)).count == 1)
    #expect(
      try split(String(repeating: " ", count: 500_000) + String(repeating: "ا.ب", count: 50_000))
        .count >= 1)
    #expect(
      try split(String(repeating: "\u{202B}\u{202C}\u{2067}\u{2069}", count: 100_000) + "نص.").count
        == 1)
    #expect(try split(String(repeating: "a. ", count: 100_000)).count >= 1)
    #expect(try split(String(repeating: "1. ", count: 100_000)).count >= 1)
    #expect(try split(String(repeating: "كلمة\n", count: 100_000)).count == 100_000)
  }

  @Test(arguments: Array(UInt64(1)...10))
  func randomTextLosesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let source = Text(TextMaker.make(length: 200, using: &generator))
      let spans = try SentenceSplitter().sentences(in: source, source.span)
      var last = 0
      for span in spans {
        let between = source.trimming(TextSpan(last, span.start))
        #expect(span.start >= last && between.isEmpty && !span.isEmpty, "seed \(seed)")
        #expect(
          source.isScalarBoundary(span.start) && source.isScalarBoundary(span.end), "seed \(seed)")
        last = span.end
      }
      #expect(source.trimming(TextSpan(last, source.count)).isEmpty, "seed \(seed)")
    }
  }

  @Test func spansLieInTheSourceWhateverTheView() throws {
    let text = "قـــال زيد.  ثم\u{200F} ذهب."
    let document = try Pipelines.run(text, [Recipe.Step("normalize"), Recipe.Step("sentences")])
    let spans = try document.required(.sentences).spans
    #expect(spans.map { document.text[$0] } == ["قـــال زيد.", "ثم\u{200F} ذهب."])
  }
}

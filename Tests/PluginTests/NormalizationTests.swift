import TestSupport
import Testing
import Warraq
import WarraqNormalization

@Suite struct NormalizationTests {
  private func normalize(_ text: String, _ operations: [String]) throws -> String {
    let chain = try operations.map { try #require(Operation.named($0)) }
    return try Normalizer(chain).normalize(Text(text)).text.string
  }

  @Test(arguments: [
    ("alef", "أإآٱا", "ااااا"), ("ya", "على", "علي"), ("alef-maqsura", "علي", "على"),
    ("ta-marbuta", "مدرسة", "مدرسه"), ("hamza", "مؤمن بئر", "مومن بير"),
    ("tatweel", "العـــربية", "العربية"),
    ("marks", "الشَّمْسُ", "الشمس"), ("marks-but-shadda", "الشَّمْسُ", "الشّمس"),
    ("digits-ascii", "٣٫٥ و۱۲", "3.5 و12"), ("digits-arabic", "2015", "٢٠١٥"),
    ("digits-persian", "2٥", "۲۵"),
    ("punctuation-ascii", "هل؟ نعم، لا؛", "هل? نعم, لا;"),
    ("punctuation-arabic", "a,b;c?", "a،b؛c؟"),
    ("presentation-forms", "ﷲ ﻻ", "الله لا"), ("invisible", "ا\u{200F}ب\u{FEFF}", "اب"),
    ("spaces", "  ا \u{A0} ب \n\n ج\r\nد ", "ا ب\n\nج\nد"),
    ("elongation", "جمييييل جدااا مدد", "جميل جدا مدد"),
    ("case-fold", "ABC Ünïcode", "abc ünïcode"), ("persian-letters", "کتابی گل", "كتابي گل"),
    ("nfkc", "ﬁ ²", "fi 2"), ("superscript-alef", "هٰذا", "هذا"), ("quranic-marks", "قۖ", "ق"),
  ])
  func operationDoesWhatItSays(name: String, input: String, output: String) throws {
    #expect(try normalize(input, [name]) == output)
  }

  @Test func readingChangesNoLetter() throws {
    let text = "أكّد المسؤولُ  أنَّ ﻣﺤﻤﺪاً ذهبَ إلى المستشفى"
    #expect(
      try normalize(text, Preset.reading.operations) == "أكّد المسؤولُ أنَّ محمداً ذهبَ إلى المستشفى")
  }

  @Test func compiledChainDoesWhatItsStepsDo() throws {
    var generator = SeededGenerator(seed: 31)
    let names = Operation.all.map(\.name)
    for _ in 0..<150 {
      let chain = (0..<4).compactMap { _ in names.randomElement(using: &generator) }
      let text = TextMaker.make(length: 80, using: &generator)
      var stepwise = text
      for name in chain { stepwise = try normalize(stepwise, [name]) }
      #expect(try normalize(text, chain).utf8.elementsEqual(stepwise.utf8), "\(chain)")
    }
  }

  /// Any chain over any text: spans map in bounds, on scalar boundaries and in order, and what no
  /// edit touches is the same text on both sides.
  @Test(arguments: Array(UInt64(1)...30))
  func alignmentHoldsForRandomChains(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = Operation.all.map(\.name)
    for _ in 0..<20 {
      let chain = (0..<Int.random(in: 1...6, using: &generator)).compactMap { _ in
        names.randomElement(using: &generator).flatMap(Operation.named)
      }
      let source = Text(TextMaker.make(length: 60, using: &generator))
      let (result, alignment) = try Normalizer(chain).normalize(source)
      let comment = Comment(
        rawValue: "seed \(seed) \(chain.map(\.name)) \(source.string.debugDescription)")
      var lastEnd = (source: 0, result: 0)
      for edit in alignment.edits {
        for (text, span) in [(source, edit.source), (result, edit.result)] {
          #expect(text.isScalarBoundary(span.start) && text.isScalarBoundary(span.end), comment)
        }
        let before = source[TextSpan(lastEnd.source, edit.source.start)]
        #expect(
          before.utf8.elementsEqual(result[TextSpan(lastEnd.result, edit.result.start)].utf8),
          comment)
        lastEnd = (edit.source.end, edit.result.end)
      }
      let rest = source[TextSpan(lastEnd.source, source.count)]
      #expect(rest.utf8.elementsEqual(result[TextSpan(lastEnd.result, result.count)].utf8), comment)

      let view = View(source: source, text: result, alignment: alignment)
      var last = TextSpan(0, 0)
      var start = 0
      for scalar in result.string.unicodeScalars {
        let span = view.sourceSpan(of: TextSpan(start, start + UTF8.width(scalar)))
        #expect(
          span.start >= last.start && span.end >= last.end && span.end <= source.count, comment)
        #expect(source.isScalarBoundary(span.start) && source.isScalarBoundary(span.end), comment)
        last = span
        start += UTF8.width(scalar)
      }
    }
  }

  @Test func stageWritesTheTextOnlyWhenAsked() throws {
    let silent = try Pipelines.run(
      "أب", [Recipe.Step("normalize", with: [.init("preset", "search")])])
    #expect(silent[.normalized] == nil)
    #expect(silent.view.text.string == "اب")
    let loud = try Pipelines.run(
      "أب", [Recipe.Step("normalize", with: [.init("preset", "search"), .init("output", true)])])
    #expect(loud[.normalized]?.text.string == "اب")
    #expect(loud.text.string == "أب")
  }

  @Test func tenThousandMarksOnOneLetterAreRead() throws {
    let text = "ب" + String(repeating: "\u{64B}\u{651}", count: 5000)
    #expect(try normalize(text, ["nfc", "marks"]) == "ب")
  }
}

import TestSupport
import Testing
import Warraq
@testable import WarraqNormalization

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
    ("digits-ascii", "٣٥ و۱۲", "35 و12"), ("separators-ascii", "٣٫٥٪", "٣.٥%"),
    ("digits-arabic", "2015", "٢٠١٥"),
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

  /// What the tools themselves answer; compared with them when these rows were written.
  @Test(arguments: [
    ("lucene-normalize", "الأُمّةُ على كتـب", "الامه علي كتب"),
    ("lucene-stem", "والمدرسة كتابها", "مدرس كتاب"),
    ("snowball-stem", "المدرسة والكتاب", "مدرس والكتاب"), ("camel-alef", "أإآٱا", "ااااا"),
    ("camel-alef-maksura", "على", "علي"), ("camel-teh-marbuta", "مدرسة", "مدرسه"),
    ("camel-dediac", "هٰذَا كتـب", "هذا كتـب"), ("camel-arclean", "«پرس» ٣٪ 中", "\"برس\" 3% "),
    ("camel-unicode", "﷼ ﷽", "ريال بسم الله الرحمن الرحيم"),
    ("camel-unicode-nfc", "ا\u{653} ﷼", "آ ﷼"),
    ("pyarabic-strip-tashkeel", "كَتَّبَ هٰذا", "كتب هٰذا"), ("pyarabic-strip-harakat", "كَتَّبَ", "كتّب"),
    ("pyarabic-strip-lastharaka", "كَتَبَ زيدٌ ثَمَ", "كَتَبَ زيد ثَم"),
    ("pyarabic-strip-shadda", "كَتَّبَ", "كَتَبَ"),
    ("pyarabic-strip-tatweel", "كتـــب", "كتب"),
    ("pyarabic-normalize-ligature", "ﻻ ﻵ ﷲ", "لا لا ﷲ"),
    ("pyarabic-normalize-hamza", "آوص", "ءاوص"), ("pyarabic-normalize-hamza", "آب سئل", "ءءب سءل"),
    ("pyarabic-normalize-alef", "حتىٰ أعلى", "حتا اعلا"),
    ("pyarabic-normalize-searchtext", "رئيسةٌ ﻷن", "رءيسه لان"),
    ("pyarabic-reduce-tashkeel", "الرَّحِيمُ يُوَفَّقُ إِلى", "الرّحيمُ يوَفّقُ إلى"),
  ])
  func operationsOfOtherToolsAnswerAsTheyDo(name: String, input: String, output: String) throws {
    #expect(try normalize(input, [name]) == output)
  }

  /// The reference page names every operation and preset.
  @Test func referencePageIsWhole() {
    let page = Repository.text("Docs/Normalization.md")
    for operation in Operation.all { #expect(page.contains("`\(operation.name)`")) }
    for preset in Preset.allCases { #expect(page.contains("`\(preset.rawValue)`")) }
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
        let before = lengths(source[TextSpan(lastEnd.source, edit.source.start)])
        let after = lengths(result[TextSpan(lastEnd.result, edit.result.start)])
        #expect(before == after, comment)
        lastEnd = (edit.source.end, edit.result.end)
      }
      let rest = lengths(source[TextSpan(lastEnd.source, source.count)])
      #expect(rest == lengths(result[TextSpan(lastEnd.result, result.count)]), comment)

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

  /// Between two edits scalars pair up, each pair of one length.
  private func lengths(_ piece: String) -> [Int] { piece.unicodeScalars.map { UTF8.width($0) } }

  /// The fast path against ICU and one operation after the other, a million random strings: the
  /// same bytes, and alignments that map every span alike. `WARRAQ_FUZZ` multiplies the number.
  @Test(arguments: Array(UInt64(1)...10))
  func fastPathDoesWhatThePlainChainDoes(seed: UInt64) throws {
    let chains = [
      Preset.search.operations, Preset.reading.operations, Preset.lucene.operations,
      ["nfc", "alef"], ["nfc", "marks-but-shadda", "spaces"], ["digits-arabic", "tatweel"],
    ].map { names in names.compactMap(Operation.named) }
    let paths = chains.map { chain in
      (
        Normalizer(chain), Normalizer(chain, path: .tables), Normalizer(chain, path: .plain)
      )
    }
    var generator = SeededGenerator(seed: seed)
    for round in 0..<100_000 * Fuzzing.factor {
      let source = Text(RandomLines.make(using: &generator))
      let (vectors, tables, plain) = paths[round % paths.count]
      let fast = try vectors.normalize(source)
      let scalar = try tables.normalize(source)
      let slow = try plain.normalize(source)
      let agree =
        fast.text == slow.text && fast.text == scalar.text && fast.alignment == scalar.alignment
        && mapsAlike(slow.text, fast.alignment, slow.alignment)
      guard agree, try vectors.normalized(source) == slow.text else {
        Issue.record(
          "seed \(seed), chain \(round % paths.count): \(source.string.debugDescription)")
        return
      }
    }
  }

  /// White space aside, both alignments map each scalar of the result to the same source bytes.
  private func mapsAlike(_ result: Text, _ first: Alignment, _ second: Alignment) -> Bool {
    if first == second { return true }
    var start = 0
    for scalar in result.string.unicodeScalars {
      let span = TextSpan(start, start + UTF8.width(scalar))
      start = span.end
      if scalar.properties.isWhitespace { continue }
      if first.sourceSpan(ofResult: span) != second.sourceSpan(ofResult: span) { return false }
    }
    return true
  }

  @Test func hugeLinesTakeLinearTime() throws {
    let chain = Preset.search.operations.compactMap(Operation.named)
    let line = String(repeating: "أحمد ", count: 200_000) + "e\u{301}"
    let result = try Normalizer(chain).normalized(Text(line)).string
    #expect(result.hasPrefix("احمد احمد"))
    #expect(result.hasSuffix("\u{E9}"))
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

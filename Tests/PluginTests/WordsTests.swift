import TestSupport
import Testing
import ICUText
import Warraq
import WarraqNormalization
import WarraqSentences
@testable import WarraqWords

@Suite struct WordsTests {
  private func document(_ text: String, options: [JSONValue.Member] = []) throws -> Document {
    try Pipelines.run(text, [Recipe.Step("sentences"), Recipe.Step("words", with: options)])
  }

  private func tokens(_ text: String) throws -> [(TokenLayer.Kind, String)] {
    let document = try document(text)
    return try document.required(.words).tokens.map { ($0.kind, document.text[$0.span]) }
  }

  @Test func tokensHaveTheirKinds() throws {
    let found = try tokens(
      "زار #معرض_الكتاب 2,500 زائر (Cairo) عبر www.example.org/a_b؟ راسلنا: a.b@example.org")
    #expect(
      found.map(\.1) == [
        "زار", "#معرض_الكتاب", "2,500", "زائر", "(", "Cairo", ")", "عبر", "www.example.org/a_b",
        "؟",
        "راسلنا", ":", "a.b@example.org",
      ])
    #expect(
      found.map(\.0) == [
        .word, .tag, .number, .word, .punctuation, .latin, .punctuation, .word, .url, .punctuation,
        .word, .punctuation, .url,
      ])
  }

  @Test func marksAndTatweelBelongToTheirWord() throws {
    #expect(try tokens("كَتَبَـــتْ هُنَا").map(\.1) == ["كَتَبَـــتْ", "هُنَا"])
  }

  @Test func formsOfAWordShareTheirStem() throws {
    let layer = try document("المدرسة والمدرسة مدرسات").required(.words)
    let terms = layer.tokens.map { layer.terms[$0.term] }
    #expect(terms.map(\.folded) == ["المدرسه", "والمدرسه", "مدرسات"])
    #expect(terms[0].base == "مدرسه" && terms[1].base == "مدرسه")
    #expect(Set(terms.map(\.stemNumber)).count == 1)
  }

  @Test func stopWordsAreFlagged() throws {
    let layer = try document("ذهب في المساء").required(.words)
    #expect(layer.terms.map(\.isStopWord) == [false, true, true])
  }

  @Test func furtherStopWordsAreHeeded() throws {
    let layer = try document("قرأ الكتاب", options: [.init("stop-words", ["كتاب"])]).required(
      .words)
    #expect(layer.terms.map(\.isStopWord) == [false, true])
  }

  @Test func everyTokenNamesItsSentence() throws {
    let layer = try document("وصل زيد. ثم غادر.").required(.words)
    #expect(layer.tokens.map(\.sentence) == [0, 0, 0, 1, 1, 1])
    #expect(layer.tokenRanges(sentenceCount: 2) == [0..<3, 3..<6])
  }

  @Test func tenThousandDistinctWordsAreInterned() throws {
    let text = (0..<10_000).map { "كلمة\($0)ص" }.joined(separator: " ")
    #expect(try document(text).required(.words).terms.count >= 10_000)
  }

  @Test func cliticsHaveTheirPlaces() throws {
    let text = "وَالمدرسة للوزير مدرستها كتابة ألبرت"
    let document = try document(text, options: [.init("clitics", true)])
    let layer = try document.required(.words)
    let parts = layer.tokens.map { token -> [String] in
      guard let clitics = layer.terms[token.term].clitics else { return [] }
      let spans = CliticSpans(clitics, of: token.span, in: document.text)
      return (spans.proclitics + spans.enclitics).map { document.text[$0] }
    }
    #expect(parts == [["وَ", "ال"], ["ل", "ل"], ["ها"], [], []])
    #expect(try self.document(text).required(.words).terms.allSatisfy { $0.clitics == nil })
  }

  /// The stems must be those that the operations of `normalize` give, which are checked against
  /// the peers themselves.
  @Test(arguments: [
    ("lucene", ["lucene-normalize", "lucene-stem"]), ("snowball", ["snowball-stem"]),
  ])
  func stemsOfPeersAreTheirs(stemmer: String, operations: [String]) throws {
    let text = "والمدرسة للوزراء مدرستهم كُتُبٌ وبالطائرات إسلامية مؤسسة مسؤوليات يذهبون"
    let layer = try document(text, options: [.init("stemmer", .string(stemmer))]).required(.words)
    let chain = Normalizer(operations.compactMap(Operation.named))
    let stems = try text.split(separator: " ").map { word in
      let normalized = try chain.normalized(Text(String(word)))
      return normalized[normalized.span]
    }
    #expect(layer.tokens.map { layer.terms[$0.term].stem } == stems)
    #expect(Set(stems).count > 6)
  }

  @Test func withoutAStemmerTheBaseStays() throws {
    let layer = try document("المدرسات", options: [.init("stemmer", "none")]).required(.words)
    #expect(layer.terms.map(\.stem) == ["مدرسات"])
  }

  @Test(arguments: Array(UInt64(1)...8))
  func tablesCutAsICUDoes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let plain = Tokenizer()
    let icu = Tokenizer(takesShortcut: false)
    let words = [
      "كتب", "قَلَمٌ", "2020", "٣٫٥", "a.b", "د.", "«نص»", "(قال:", "و/أو", "x-y", "،ثم", "هـ", "50%",
      "can't", "ج.م.ع.",
    ]
    for _ in 0..<150 {
      var text = RandomLines.make(using: &generator)
      for _ in 0..<6 { text += " " + words[Int(generator.next() % UInt64(words.count))] }
      text += RandomLines.make(using: &generator)
      let bytes = Array(text.utf8)
      try bytes.withUnsafeBufferPointer { bytes in
        // Sentences hold no line ends but those of a narrow column, so pieces between them do.
        for range in bytes.indices.split(whereSeparator: { (0x0A...0x0D).contains(bytes[$0]) }) {
          guard let first = range.first, let last = range.last else { continue }
          let span = TextSpan(first, last + 1)
          var fast: [Tokenizer.Piece] = []
          var slow: [Tokenizer.Piece] = []
          var boundaries: [BreakFinder.Boundary] = []
          try plain.tokenize(bytes, span, boundaries: &boundaries, into: &fast)
          try icu.tokenize(bytes, span, boundaries: &boundaries, into: &slow)
          let isSame =
            fast.map(\.span) == slow.map(\.span) && fast.map(\.kind) == slow.map(\.kind)
          #expect(isSame, "seed \(seed): \(String(decoding: bytes[span.range], as: UTF8.self))")
        }
      }
    }
  }

  /// What a document gets depends neither on the words met before nor on those forgotten.
  @Test func memoryChangesNothing() throws {
    let stage = try WordsStage(options: OptionValues())
    let split = try SentencesStage(options: OptionValues())
    var fresh = Document(id: "a", text: Text("قرأ الطالب كتابه، ثم قرأ كتابا آخر وكتب عنه."))
    try split.process(&fresh)
    var first = fresh
    try stage.process(&first)
    var many = Document(
      id: "b", text: Text((0..<200_000).map { "كلمة\($0)ص" }.joined(separator: " ")))
    try split.process(&many)
    try stage.process(&many)
    #expect(try many.required(.words).terms.count == 200_000)
    var again = fresh
    try stage.process(&again)
    let (left, right) = (try first.required(.words), try again.required(.words))
    #expect(left.terms == right.terms)
    #expect(left.tokens == right.tokens)
  }

  @Test(arguments: Array(UInt64(1)...8))
  func randomTextGivesOrderedTokens(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let document = try document(TextMaker.make(length: 150, using: &generator))
      var last = 0
      for token in try document.required(.words).tokens {
        #expect(token.span.start >= last && !token.span.isEmpty, "seed \(seed)")
        #expect(document.text.isScalarBoundary(token.span.end), "seed \(seed)")
        last = token.span.end
      }
    }
  }
}

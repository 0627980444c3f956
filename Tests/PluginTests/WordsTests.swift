import TestSupport
import Testing
import Warraq

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

import ArabicText
import ICUText
import TestSupport
import Testing
import UTF8Text

@Suite struct FoldingTests {
  @Test(arguments: [
    ("إِسْلَامٌ", "اسلام"), ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("الآن", "الان"),
    ("محـــمد", "محمد"), ("ﷲ", "الله"), ("ﻣﺤﻤﺪ", "محمد"), ("کتاب", "كتاب"), ("١٢٣", "123"),
    ("London", "london"), ("مسؤول", "مسؤول"), ("ٱلكتاب", "الكتاب"),
  ])
  func spellingsOfOneWordFoldTogether(written: String, folded: String) {
    #expect(ArabicFold.fold(written) == folded)
  }

  @Test(arguments: Array(UInt64(1)...10))
  func foldingTwiceChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let once = ArabicFold.fold(TextMaker.make(length: 60, using: &generator))
      #expect(ArabicFold.fold(once).utf8.elementsEqual(once.utf8), "seed \(seed)")
    }
  }

  @Test func composedMapDoesWhatItsPartsDo() throws {
    let marks = try #require(LetterMaps.named("marks"))
    let alef = try #require(LetterMaps.named("alef"))
    let both = marks.followed(by: alef)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let text = Text(TextMaker.make(length: 80, using: &generator))
      #expect(both.apply(to: text).text == alef.apply(to: marks.apply(to: text).text).text)
    }
  }

  @Test func presentationFormsAgreeWithICU() throws {
    for scalar in UInt32(0xFB50)...0xFBB1 {
      let text = Text(String(try #require(Unicode.Scalar(scalar))))
      let expected = try NormalizationForm.nfkc.normalize(text).text
      #expect(LetterMaps.presentationForms.apply(to: text).text == expected)
    }
  }

  @Test func onlyChangesOfLengthAreEdits() {
    let text = Text("أَحمد")
    let (result, alignment) = LetterMaps.search.apply(to: text)
    #expect(result.string == "احمد")
    #expect(alignment.edits.count == 1)
    #expect(text[alignment.sourceSpan(ofResult: TextSpan(0, 2))] == "أ")
    #expect(text[alignment.sourceSpan(ofResult: TextSpan(2, 8))] == "حمد")
  }
}

@Suite struct ScalarMapTests {
  /// The quick way without an alignment beside the plain one that keeps it.
  @Test func bothWaysOfRewritingAgree() {
    var generator = SeededGenerator(seed: 29)
    let maps = [
      ScalarMap.identity,
      ScalarMap([0x41: [0x61], 0x628: [0x62, 0x62], 0x64E: [], 0x4E2D: [0x7A], 0x663: [0x33]]),
      // More than seven bytes for one letter: there is no quick way.
      ScalarMap([0x641: Array("123456789".utf8)]),
    ]
    for map in maps {
      for _ in 0..<400 {
        var text = RandomLines.make(using: &generator)
        if generator.next() % 16 == 0 { text = String(repeating: text + "ب", count: 120) }
        let bytes = Array(text.utf8)
        var quick: [UInt8] = [0x2E]
        bytes.withUnsafeBufferPointer { map.append($0, to: &quick) }
        let isSame = quick.dropFirst().elementsEqual(map.apply(to: Text(text)).text.bytes)
        #expect(isSame, "\(text.debugDescription)")
      }
    }
  }
}

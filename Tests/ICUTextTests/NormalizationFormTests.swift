import ICUText
import TestSupport
import Testing
import UTF8Text

@Suite struct NormalizationFormTests {
  private func text(_ field: Substring) -> Text {
    var view = String.UnicodeScalarView()
    for code in field.split(separator: " ") {
      if let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) { view.append(scalar) }
    }
    return Text(String(view))
  }

  /// Every row of Unicode's own test, of the version that Debian ships; code points that are newer
  /// than this ICU would fail and are none for the releases that belong together.
  @Test func unicodeNormalizationTestPasses() throws {
    let lines = try #require(
      UnicodeData.lines("NormalizationTest.txt"), "install Debian's package unicode-data")
    var rows = 0
    for line in lines where !line.hasPrefix("@") {
      let columns = line.split(separator: ";").map { text($0) }
      guard columns.count >= 5 else { continue }
      rows += 1
      for index in 0..<3 {
        #expect(try NormalizationForm.nfc.normalize(columns[index]).text == columns[1])
        #expect(try NormalizationForm.nfd.normalize(columns[index]).text == columns[2])
      }
      for index in 0..<5 {
        #expect(try NormalizationForm.nfkc.normalize(columns[index]).text == columns[3])
        #expect(try NormalizationForm.nfkd.normalize(columns[index]).text == columns[4])
      }
    }
    #expect(rows > 18_000)
  }

  /// The scan must suspect every scalar that ICU changes, alone and behind every kind of letter.
  @Test func scanMissesNoScalar() throws {
    let heads = ["", "ا", "e", "و", "بَ", "\u{1100}", "か", "\n", String(repeating: "ب", count: 15)]
    for value in UInt32(0x20)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for head in value < 0x3400 || value > 0xF8FF ? heads : ["", "ا"] {
        let text = Text(head + String(scalar))
        let scanned = try NormalizationForm.nfc.normalize(text).text
        let plain = try NormalizationForm.nfc.normalizeWithoutScan(text).text
        if scanned != plain {
          Issue.record("U+\(String(value, radix: 16)) behind \(head.debugDescription)")
          return
        }
      }
    }
  }

  @Test(arguments: Array(UInt64(1)...4))
  func scanChangesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<50_000 {
      let source =
        round % 2 == 0
        ? RandomLines.make(using: &generator) : TextMaker.make(length: 60, using: &generator)
      let scanned = try NormalizationForm.nfc.normalize(Text(source))
      let plain = try NormalizationForm.nfc.normalizeWithoutScan(Text(source))
      guard scanned.text == plain.text else {
        Issue.record("seed \(seed): \(source.debugDescription)")
        return
      }
    }
  }

  /// Long runs of marks are sorted before ICU sees them. ICU's transform normalizes by itself and
  /// says what the answer must be.
  @Test(arguments: [
    (NormalizationForm.nfc, "NFC"), (.nfd, "NFD"), (.nfkc, "NFKC"), (.nfkd, "NFKD"),
  ])
  func longRunsOfMarksGiveWhatICUGives(form: NormalizationForm, transform: String) throws {
    let oracle = try ICUTransform(transform)
    let marks: [Unicode.Scalar] = [
      "\u{64B}", "\u{651}", "\u{653}", "\u{655}", "\u{301}", "\u{327}", "\u{344}", "\u{5B4}",
      "\u{F73}",
    ]
    var generator = SeededGenerator(seed: 17)
    for head in ["ا", "e", "", "نص\n"] {
      var view = String.UnicodeScalarView(head.unicodeScalars)
      for _ in 0..<3000 { marks.randomElement(using: &generator).map { view.append($0) } }
      let text = Text(String(view) + " آخر")
      let (result, alignment) = try form.normalize(text)
      #expect(try result == oracle.apply(to: text))
      let tail = TextSpan(result.count - "خر".utf8.count, result.count)
      #expect(text[alignment.sourceSpan(ofResult: tail)] == "خر")
    }
  }

  /// A million marks on one letter; a way that takes the square of their number would not end.
  @Test func aMillionMarksAreOrderedInLinearTime() throws {
    let text = Text("ب" + String(repeating: "\u{651}\u{64B}", count: 500_000))
    let expected =
      "ب" + String(repeating: "\u{64B}", count: 500_000)
      + String(repeating: "\u{651}", count: 500_000)
    #expect(try NormalizationForm.nfc.normalize(text).text == Text(expected))
  }

  @Test func alignmentTellsWhereComposedLettersCameFrom() throws {
    let source = Text("ا\u{653}ل")
    let (result, alignment) = try NormalizationForm.nfc.normalize(source)
    #expect(result.string == "آل")
    #expect(source[alignment.sourceSpan(ofResult: TextSpan(0, 2))] == "ا\u{653}")
    #expect(source[alignment.sourceSpan(ofResult: TextSpan(2, 4))] == "ل")
  }

  @Test func normalTextKeepsItsIdentity() throws {
    #expect(try NormalizationForm.nfc.normalize(Text("قال المتحدث")).alignment.isIdentity)
  }
}

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

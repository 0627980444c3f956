import Testing
import UTF8Text

@Suite struct TextTests {
  @Test func sliceGivesTheBytesOfItsSpan() {
    let text = Text("كتب محمد")
    #expect(text[TextSpan(0, 6)] == "كتب")
    #expect(text[TextSpan(7, 15)] == "محمد")
  }

  @Test func sliceOutOfBoundsIsCut() {
    let text = Text("نص")
    #expect(text[TextSpan(-5, 100)] == "نص")
    #expect(text[TextSpan(50, 60)] == "")
  }

  @Test func validationNamesTheFirstBadByte() {
    let bytes = Array("ab".utf8) + [0xD8] + Array("c".utf8)
    #expect(throws: InvalidUTF8Error(byteOffset: 2)) { try Text(validating: bytes) }
    #expect(throws: Never.self) { try Text(validating: Array("سلام".utf8)) }
  }

  @Test(arguments: [
    ([UInt8]([0x61, 0xF0, 0x9F, 0x98, 0x62]), "a\u{FFFD}b", 1),
    ([0xE0, 0x80, 0x61], "\u{FFFD}\u{FFFD}a", 2),
    ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
    ([0xC0, 0xAF, 0xFF], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
    ([0xD9], "\u{FFFD}", 1),
  ])
  func repairReplacesMaximalParts(bytes: [UInt8], expected: String, count: Int) {
    var replacements = 0
    let text = Text(repairing: bytes, replacements: &replacements)
    #expect(text.string == expected)
    #expect(replacements == count)
    // The standard library follows the same recommendation.
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func boundariesLieBetweenScalars() {
    let text = Text("aبc")
    #expect((0...4).map { text.isScalarBoundary($0) } == [true, true, false, true, true])
    #expect(!text.isScalarBoundary(-1))
    #expect(!text.isScalarBoundary(5))
  }

  @Test func trimmingTakesSpaceAndInvisibleControlsAway() {
    let text = Text(" \u{200F}\u{A0}كلمة\u{FEFF}\n")
    #expect(text[text.trimming(text.span)] == "كلمة")
    let blank = Text(" \n ")
    #expect(blank.trimming(blank.span).isEmpty)
  }
}

import ICUText
import TestSupport
import Testing
import UTF8Text

@Suite struct BreakFinderTests {
  private func boundaries(
    _ kind: BreakFinder.Kind, _ string: String, locale: String = "ar"
  ) throws -> [Int] {
    var found: [BreakFinder.Boundary] = []
    let text = Text(string)
    try text.bytes.withUnsafeBufferPointer {
      try BreakFinder(kind, locale: locale).appendBoundaries(of: $0, to: &found)
    }
    return found.map(\.offset)
  }

  @Test func offsetsCountUTF8Bytes() throws {
    #expect(try boundaries(.word, "قال زيد") == [0, 6, 7, 13])
    #expect(try boundaries(.sentence, "وصل. ثم غادر.") == [0, 8, 22])
    #expect(try boundaries(.word, "😀 ب") == [0, 4, 5, 7])
  }

  @Test func baseIsAddedToEveryOffset() throws {
    var found: [BreakFinder.Boundary] = []
    let text = Text("نص")
    try text.bytes.withUnsafeBufferPointer {
      try BreakFinder(.word).appendBoundaries(of: $0, base: 100, to: &found)
    }
    #expect(found.map(\.offset) == [100, 104])
  }

  @Test func emptyTextHasOneBoundary() throws {
    #expect(try boundaries(.sentence, "") == [0])
  }

  /// Unicode's own test, one row a line: ÷ marks a break, × none.
  private func failures(_ kind: BreakFinder.Kind, file: String) throws -> (
    rows: Int, failed: [String]
  ) {
    let lines = try #require(UnicodeData.lines(file), "install Debian's package unicode-data")
    var failed: [String] = []
    for line in lines {
      var string = String.UnicodeScalarView()
      var expected: [Int] = []
      var offset = 0
      for field in line.split(whereSeparator: \.isWhitespace) {
        if field == "÷" {
          expected.append(offset)
        } else if let scalar = UInt32(field, radix: 16).flatMap(Unicode.Scalar.init) {
          string.append(scalar)
          offset += UTF8.width(scalar)
        }
      }
      if try boundaries(kind, String(string), locale: "en") != expected { failed.append(line) }
    }
    return (lines.count, failed)
  }

  @Test func graphemeAndSentenceTestsPass() throws {
    let graphemes = try failures(.grapheme, file: "GraphemeBreakTest.txt")
    #expect(graphemes.rows > 500)
    #expect(graphemes.failed.isEmpty)
    let sentences = try failures(.sentence, file: "SentenceBreakTest.txt")
    #expect(sentences.rows > 400)
    #expect(sentences.failed.isEmpty)
  }

  /// CLDR breaks at a colon between letters where UAX 29 does not; nothing else may differ.
  @Test func wordTestFailsOnlyAtColons() throws {
    let words = try failures(.word, file: "WordBreakTest.txt")
    #expect(words.rows > 1500)
    #expect(words.failed.count <= 15)
    #expect(words.failed.allSatisfy { $0.contains("003A") })
  }
}

import TestSupport
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

  /// The offset of the first ill-formed part by the standard library: no longer beginning of the bytes is well-formed.
  private func expectedOffset(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return (0..<bytes.count).last { String(validating: bytes[..<$0], as: UTF8.self) != nil }
  }

  private func offset(_ bytes: [UInt8]) -> Int? {
    do throws(InvalidUTF8Error) {
      _ = try Text(validating: bytes)
      return nil
    } catch {
      return error.byteOffset
    }
  }

  /// Bytes are looked at in blocks: a fault has to be found wherever in one it lies, at its edges as well.
  ///
  /// - Parameter sound: How many bytes before the fault proper are well-formed.
  @Test(arguments: [
    ([0x80], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xD8], 0), ([0xD8, 0xD8], 0),
    ([0xE0, 0x9F, 0x80], 0), ([0xE2, 0x82], 0), ([0xED, 0xA0, 0x80], 0),
    ([0xF0, 0x8F, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
    ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0xD8, 0xA7, 0xA7], 2),
    ([0xE2, 0x82, 0xAC, 0xAC], 3), ([0xF0, 0x9F, 0x98, 0x80, 0x80], 4),
  ])
  func faultsAreFoundWhereverTheyLie(fault: [UInt8], sound: Int) {
    for letter in ["a", "ك", "€", "😀"] {
      let unit = Array(letter.utf8)
      for lead in 0..<80 {
        for shift in 0..<unit.count {
          let before = [UInt8](repeating: 0x78, count: shift)
          let text = before + Array(repeatElement(unit, count: lead / unit.count).joined())
          let ends = offset(text + fault)
          let goesOn = offset(text + fault + [UInt8](repeating: 0x79, count: 70))
          #expect(ends == text.count + sound && goesOn == ends, "\(text + fault)")
        }
      }
    }
  }

  @Test func randomBytesAreReadAsTheStandardLibraryReadsThem() {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      while bytes.count < 120 { bytes += RandomLines.make(using: &generator).utf8 }
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        bytes[index] = UInt8.random(in: 0 ... .max, using: &generator)
      }
      if Bool.random(using: &generator) { bytes.removeLast() }
      #expect(offset(bytes) == expectedOffset(bytes), "seed \(seed): \(bytes)")
      var replacements = 0
      let repaired = Text(repairing: bytes, replacements: &replacements).string
      #expect(repaired == String(decoding: bytes, as: UTF8.self), "seed \(seed): \(bytes)")
    }
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

  @Test func scalarsAreDecodedOneByOne() {
    let text = "aṣ، 𐎀ك"
    #expect(UTF8Bytes.scalars(of: Array(text.utf8)) == text.unicodeScalars.map(\.value))
    #expect(UTF8Bytes.scalars(of: [0x61, 0xD8]) == [0x61, 0xFFFD])
    #expect(UTF8Bytes.scalars(of: []).isEmpty)
  }
}

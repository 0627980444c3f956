import ICUText
import Testing
import UTF8Text

@Suite struct TransformAndDecoderTests {
  @Test func transformRunsByIdentifier() throws {
    let transform = try ICUTransform("Any-Upper; [:Mn:] Remove")
    #expect(try transform.apply(to: Text("abcَ")).string == "ABC")
    #expect(ICUTransform.identifiers().contains("Arabic-Latin"))
  }

  @Test func unknownTransformIsRefused() {
    #expect(throws: ICUError.self) { try ICUTransform("No-Such-Transform") }
  }

  @Test func oldEncodingsAreRead() throws {
    var replacements = 0
    let bytes: [UInt8] = [0xE3, 0xCD, 0xE3, 0xE6, 0xCF]
    let text = try TextDecoder.decode(bytes, encoding: "windows-1256", replacements: &replacements)
    #expect(text.string == "محمود")
    #expect(replacements == 0)
  }

  @Test func longTextsAreDecodedInPieces() throws {
    var replacements = 0
    let bytes = [UInt8](repeating: 0xE3, count: 50_000)
    let text = try TextDecoder.decode(bytes, encoding: "windows-1256", replacements: &replacements)
    #expect(text.string.unicodeScalars.count == 50_000)
    #expect(text.string.unicodeScalars.allSatisfy { $0 == "م" })
  }

  @Test func unknownEncodingIsRefused() {
    #expect(throws: ICUError.self) {
      var replacements = 0
      _ = try TextDecoder.decode([0x61], encoding: "no-such", replacements: &replacements)
    }
  }

  @Test func versionsAreNumbers() {
    #expect((Int(ICUVersion.icu.prefix { $0.isNumber }) ?? 0) >= 60)
    #expect((Int(ICUVersion.unicode.prefix { $0.isNumber }) ?? 0) >= 10)
  }
}

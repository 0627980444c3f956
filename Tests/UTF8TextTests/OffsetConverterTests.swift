import TestSupport
import Testing
import UTF8Text

@Suite struct OffsetConverterTests {
  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func offsetsAgreeWithTheStandardLibrary(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let string = TextMaker.make(length: 300, using: &generator)
      let text = Text(string)
      let points = OffsetConverter(text, unit: .codepoints)
      let units = OffsetConverter(text, unit: .utf16)
      let bytes = OffsetConverter(text, unit: .utf8)
      var byte = 0
      var point = 0
      var unit = 0
      for scalar in string.unicodeScalars {
        #expect(points.offset(ofByte: byte) == point, "seed \(seed)")
        #expect(units.offset(ofByte: byte) == unit, "seed \(seed)")
        #expect(bytes.offset(ofByte: byte) == byte)
        byte += UTF8.width(scalar)
        point += 1
        unit += UTF16.width(scalar)
      }
      #expect(points.offset(ofByte: byte) == point)
      #expect(units.offset(ofByte: byte) == unit)
    }
  }

  @Test func offsetsOutsideAreCut() {
    let converter = OffsetConverter(Text("ابج"), unit: .codepoints)
    #expect(converter.offset(ofByte: -4) == 0)
    #expect(converter.offset(ofByte: 999) == 3)
    #expect(OffsetConverter(Text(""), unit: .utf16).offset(ofByte: 3) == 0)
  }
}

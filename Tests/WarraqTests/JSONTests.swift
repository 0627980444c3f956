import TestSupport
import Testing
import Warraq

@Suite struct JSONTests {
  private func parse(_ string: String) throws -> JSONValue {
    try JSONScanner.parse(Array(string.utf8))
  }

  @Test(arguments: [
    "null", "true", "[]", "{}", "0", "-0.5e+10", "\"\"", "[1,[2,[3]],{\"أ\":null}]",
    "{\"a\":1,\"b\":[true,false],\"c\":\"نص\"}",
  ])
  func valuesComeBackAsTheyWere(json: String) throws {
    #expect(try parse(json).compactJSON == json)
  }

  @Test func escapesAreRead() throws {
    #expect(try parse(#""\u0645\n\t\"\\\/\ud83d\ude00""#).stringValue == "م\n\t\"\\/😀")
    #expect(try parse(#""\ud800x""#).stringValue == "\u{FFFD}x")
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("01", 0), ("1.", 2), ("\"\u{1}\"", 1),
    ("tru", 0), ("[1] x", 4), ("\"abc", 0), ("{\"a\":1,}", 7), ("\"\\q\"", 2), ("-", 0), ("nul", 0),
  ])
  func faultsNameTheirByte(json: String, offset: Int) {
    do {
      _ = try parse(json)
      Issue.record("\(json) was accepted")
    } catch let error as JSONError {
      #expect(error.byteOffset == offset, "\(json): \(error)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try parse(deep) }
  }

  @Test func positionsAreKeptByPointer() throws {
    let (_, positions) = try JSONScanner.parseWithPositions(Array(#"{"a": [1, {"b/c": 2}]}"#.utf8))
    #expect(positions["/a"] == 6)
    #expect(positions["/a/1/b~1c"] == 18)
    #expect(positions["/a/1/b~1c#key"] == 11)
  }

  @Test func writerEscapesWhatMustBe() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("ن\"")
    writer.string("\u{0}\r\\x")
    writer.key("n")
    writer.number(0.87654321)
    writer.key("i")
    writer.number(3)
    writer.key("bad")
    writer.number(.nan)
    writer.endObject()
    let json = String(decoding: writer.bytes, as: UTF8.self)
    #expect(json == #"{"ن\"":"\u0000\r\\x","n":0.8765,"i":3,"bad":null}"#)
  }

  @Test func randomBytesNeverTrap() {
    var generator = SeededGenerator(seed: 21)
    let alphabet = Array("{}[]\",:\\u0d8-1.5etrufalsn \n".utf8)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      if let value = try? JSONScanner.parse(bytes) {
        #expect((try? JSONScanner.parse(Array(value.compactJSON.utf8))) == value)
      }
    }
  }

  /// Every control, quotation mark and backslash, at every place in a block of eight bytes.
  @Test func whatIsWrittenIsReadBack() throws {
    let special = (UInt8(0)..<0x80).map { UnicodeScalar($0) }
    for before in 0..<18 {
      for scalar in special {
        let text =
          String(repeating: "ا!", count: before / 3) + String(repeating: "x", count: before % 3)
          + String(Character(scalar)) + "ب\u{7F}\u{80}ÿ"
        var writer = JSONWriter()
        writer.string(text)
        #expect(try JSONScanner.parse(writer.bytes).stringValue == text)
        let isPlain = writer.bytes.dropFirst().dropLast().elementsEqual(text.utf8)
        #expect(isPlain == (scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"))
      }
    }
  }
}

import ICUText
import Testing
import Warraq
import WarraqCorpus

@Suite struct DocumentDecoderTests {
  private func decode(
    _ json: String, fields: Recipe.Input = Recipe.Input(),
    invalid: DocumentDecoder.InvalidPolicy = .replace
  ) throws -> Document {
    try DocumentDecoder(fields: fields, invalid: invalid).decode(
      Record(place: "f:3", format: .json, bytes: Array(json.utf8)))
  }

  private func decode(
    text bytes: [UInt8], encoding: TextEncoding = .auto,
    invalid: DocumentDecoder.InvalidPolicy = .replace
  ) throws -> Document {
    try DocumentDecoder(invalid: invalid, encoding: encoding).decode(
      Record(place: "a.txt", format: .text, bytes: bytes))
  }

  @Test func fieldsAndMetadataAreRead() throws {
    let document = try decode(#"{"id":7,"n":1.50,"title":"ع","text":"نص","tags":["أ"]}"#)
    #expect(document.id == "7")
    #expect(document.text.string == "نص")
    #expect(document.metadataTitle == "ع")
    #expect(document.metadata.map(\.key) == ["n", "title", "tags"])
    #expect(document.metadata.first?.value.compactJSON == "1.50")
  }

  @Test func fieldNamesCanBeSet() throws {
    var fields = Recipe.Input()
    fields.text = "content"
    fields.title = "headline"
    fields.id = "key"
    let document = try decode(#"{"key":"k","content":"نص","headline":"ع"}"#, fields: fields)
    #expect(document.id == "k")
    #expect(document.metadataTitle == "ع")
  }

  @Test func placeStandsInForAMissingID() throws {
    #expect(try decode(#"{"text":""}"#).id == "f:3")
  }

  @Test(arguments: [
    (#"{"id":"x","txt":"نص"}"#, "x", "no text in the field `text`"),
    (#"{"id":"x","text":5}"#, "x", "no text"),
    (#"{"id":"x","text":"نص""#, "x", "broken JSON at byte"), ("[1]", "f:3", "expected an object"),
    (#"{"text":"a"} x"#, "f:3", "unexpected text"),
  ])
  func brokenRecordsNameTheirDocument(json: String, id: String, problem: String) {
    do {
      _ = try decode(json)
      Issue.record("accepted \(json)")
    } catch let error as DocumentError {
      #expect(error.documentID == id)
      #expect(error.problem.contains(problem), "\(error)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func illFormedTextIsReplacedAndCounted() throws {
    let document = try decode(text: Array("نص ".utf8) + [0xFF, 0xD8] + Array(" آخر".utf8))
    #expect(document.text.string == "نص \u{FFFD}\u{FFFD} آخر")
    #expect(document.replacements == 2)
    #expect(try decode(#"{"text":"\ud800"}"#).replacements == 1)
  }

  @Test func illFormedTextIsRefusedWhenAskedTo() {
    #expect(throws: DocumentError.self) { try decode(text: [0x61, 0xFF], invalid: .fail) }
    #expect(throws: DocumentError.self) { try decode(#"{"text":"\ud800"}"#, invalid: .fail) }
  }

  @Test func illFormedTextIsLeftOutWhenAskedTo() throws {
    let document = try decode(text: Array("نص".utf8) + [0xFF] + Array("آخر".utf8), invalid: .skip)
    #expect(document.text.string == "نصآخر")
    #expect(document.replacements == 1)
  }

  @Test func windows1256IsRecognized() throws {
    // «محمود درويش شاعر» in Windows-1256.
    let bytes: [UInt8] = [
      0xE3, 0xCD, 0xE3, 0xE6, 0xCF, 0x20, 0xCF, 0xD1, 0xE6, 0xED, 0xD4, 0x20, 0xD4, 0xC7, 0xDA,
      0xD1,
    ]
    let document = try decode(text: bytes)
    #expect(document.text.string == "محمود درويش شاعر")
    #expect(document.metadata == [.init("encoding", "windows-1256")])
    #expect(document.replacements == 0)
  }

  @Test func otherEncodingsAreReadByName() throws {
    let utf16 = Array("نص".utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try decode(text: [0xFF, 0xFE] + utf16).text.string == "نص")
    let iso = try TextEncoding("ISO-8859-6")
    #expect(try decode(text: [0xE5, 0xE6], encoding: iso).text.string == "من")
    #expect(throws: ICUError.self) { try TextEncoding("no-such-encoding") }
  }

  @Test func byteOrderMarkIsLeftOut() throws {
    #expect(try decode(text: [0xEF, 0xBB, 0xBF] + Array("نص".utf8)).text.string == "نص")
  }

  @Test func ofTwoEqualKeysTheLastStays() throws {
    let document = try decode(#"{"a":1,"a":2,"text":"x"}"#)
    #expect(document.metadata == [.init("a", 2)])
  }
}

import ArabicText
import Testing

@Suite struct WebAddressTests {
  private func range(_ text: String, around offset: Int) -> String? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      WebAddress.range(bytes, around: offset, from: 0, limit: bytes.count).map {
        String(decoding: bytes[$0], as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    ("https://example.org/a?b=1", 21, "https://example.org/a?b=1"),
    ("(www.example.org/?a).", 17, "www.example.org/?a"),
    ("x?http://example.org/?y", 21, "http://example.org/?y"),
  ])
  func addressesAreFoundAroundAnOffset(text: String, offset: Int, address: String) {
    #expect(range(text, around: offset) == address)
  }

  /// An offset before an address, or on a mark at its end, lies in none; neither is there one without letters before `://`.
  @Test(arguments: [
    ("x?http://example.org", 1), ("https://example.org/a?", 21), ("://example.org/?a", 15),
    ("example.org?a", 11), ("ww.example.org?a", 14),
  ])
  func otherOffsetsLieInNone(text: String, offset: Int) {
    #expect(range(text, around: offset) == nil)
  }

  @Test func addressesEndBeforeWhatIsNoPart() {
    let bytes = Array("www.example.org>، نعم".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(WebAddress.begins(bytes, at: 0, wordEnd: 3, limit: bytes.count))
      #expect(WebAddress.end(bytes, from: 3, limit: bytes.count) == 15)
      #expect(WebAddress.end(bytes, from: 3, limit: 7) == 7)
    }
  }
}

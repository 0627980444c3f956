import Testing

@testable import WarraqRomanization

/// The memory of what rules made of words.
@Suite struct WrittenWordsTests {
  /// Writes a word; tells what was appended and whether it had to be made.
  private func write(
    _ word: String, _ latin: String, _ prefix: Int?, _ words: inout WrittenWords
  ) -> (latin: String, unwritten: Int, prefix: Int?, isMade: Bool) {
    var result: [UInt8] = [0x7C]
    var isMade = false
    let answer = Array(word.utf8).withUnsafeBufferPointer { bytes in
      words.write(bytes, to: &result) { _ in
        isMade = true
        return (Array(latin.utf8), prefix)
      }
    }
    let written = String(decoding: result.dropFirst(), as: UTF8.self)
    return (written, answer.unwritten, answer.prefix, isMade)
  }

  @Test(arguments: [
    ("كتاب", "kitāb", 0), ("الكتاب", "al-kitāb", 3), ("في", "fī", nil), ("ـ", "", 0),
    ("ڭتاب", "ڭtāb", 0), ("", "nothing", nil),
  ])
  func whatIsKnownIsNotMadeAgain(_ word: String, _ latin: String, _ prefix: Int?) {
    var words = WrittenWords(capacity: 10)
    let unwritten = latin.hasPrefix("ڭ") ? 1 : 0
    for isFirst in [true, false, false] {
      let answer = write(word, latin, prefix, &words)
      #expect(answer.latin == latin && answer.prefix == prefix)
      #expect(answer.unwritten == unwritten && answer.isMade == isFirst)
    }
  }

  @Test func whatDoesNotFitIsMadeEachTime() {
    var words = WrittenWords(capacity: 2)
    let long = String(repeating: "ب", count: 33)
    for _ in 0..<2 {
      #expect(write(long, "b", 0, &words).isMade)
      let far = write("باب", "b", 300, &words)
      #expect(far.isMade && far.prefix == 300)
      #expect(write("دار", String(repeating: "d", count: 70_000), 0, &words).latin.count == 70_000)
    }
    // Room for two words: the third one is not remembered.
    let made = ["كتاب", "قلم", "ورق", "كتاب", "قلم", "ورق"].map { word in
      write(word, word + "+", 1, &words)
    }
    #expect(made.map(\.isMade) == [true, true, true, false, false, true])
    #expect(made.map(\.latin) == ["كتاب+", "قلم+", "ورق+", "كتاب+", "قلم+", "ورق+"])
  }
}

import ArabicText
import Testing

/// Names that are two words and are written as one.
@Suite struct CompoundNamesTests {
  /// The two words; the whole for a word that is no such name.
  private func words(_ word: String) -> [String] {
    let bytes = Array(word.utf8)
    guard let second = CompoundNames.secondWord(of: bytes) else { return [word] }
    return [bytes[..<second], bytes[second...]].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("عبدالعزيز", "عبد العزيز"), ("عبدالله", "عبد الله"), ("عبدالحي", "عبد الحي"),
    ("عَبْدُالرَّحْمٰنِ", "عَبْدُ الرَّحْمٰنِ"), ("عبدٱلله", "عبد ٱلله"), ("عبـدالكريم", "عبـد الكريم"),
  ])
  func theSecondWordBeginsWithItsArticle(word: String, expected: String) {
    #expect(words(word).joined(separator: " ") == expected)
    // A substring's bytes are found the same way.
    let within = "«\(word)»".dropFirst().dropLast()
    #expect(CompoundNames.secondWord(of: within.utf8) == CompoundNames.secondWord(of: word.utf8))
  }

  @Test(arguments: [
    "عبدالي", "عبدال", "عبد", "عبدان", "عبادالله", "العبدالله", "معبدالشمس", "عبدالـِيـ", "عبدالabc",
    "", "ع",
  ])
  func otherWordsStayWhole(word: String) {
    #expect(words(word) == [word])
  }
}

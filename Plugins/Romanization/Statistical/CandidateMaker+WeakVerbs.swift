/// The moods of verbs that end in a long vowel: *yarmī* and *an yarmiya*, *yadʻū* and *an yadʻuwa* are written alike.
extension CandidateMaker {
  /// Their endings in the indicative and in the subjunctive, and the letter that both are written with.
  private static let weakEndings = [
    (long: Array("ī".utf8), open: Array("iya".utf8), letter: [0xD9, 0x8A] as [UInt8]),
    (long: Array("ū".utf8), open: Array("uwa".utf8), letter: [0xD9, 0x88]),
  ]

  /// Such an imperfect in the other mood; nil for other words.
  func otherMood(ofWeak candidate: RomanCandidate, _ letters: [UInt8]) -> [UInt8]? {
    let latin = candidate.latin
    for (long, open, letter) in Self.weakEndings where letters.suffix(2).elementsEqual(letter) {
      for (ending, other) in [(long, open), (open, long)] where latin.ends(in: ending) {
        let end = latin.count - ending.count
        guard candidate.prefix < end else { return nil }
        let stem = latin[candidate.prefix..<end]
        guard Self.opensImperfect(stem),
          stem.first == UInt8(ascii: "y") || isKnown(stem, letters, endings: [long, open])
        else { return nil }
        return latin[..<end] + other
      }
    }
    return nil
  }

  /// Whether letters begin as an imperfect does, and not as adjectives such as *yamanī* and *yahūdī*: a short vowel behind
  /// the first one, behind *ya-* a closed syllable, and no other long vowel than ā.
  private static func opensImperfect(_ stem: ArraySlice<UInt8>) -> Bool {
    guard stem.count >= 3, let first = stem.first, "ytn".utf8.contains(first) else { return false }
    let vowel = stem[stem.startIndex + 1]
    guard vowel == UInt8(ascii: "a") || vowel == UInt8(ascii: "u") else { return false }
    let rest = stem.dropFirst(2)
    let next = rest.indices.first { RomanVowel.length(rest, at: $0) > 0 }
    if vowel == UInt8(ascii: "a"), let next, consonants(rest[..<next]) < 2 { return false }
    return !rest.indices.contains {
      let length = RomanVowel.length(rest, at: $0)
      return length > 1 && !rest[$0..<$0 + length].elementsEqual("ā".utf8)
    }
  }

  /// How many consonants letters are, *sh* and its like one.
  private static func consonants(_ letters: ArraySlice<UInt8>) -> Int {
    var count = 0
    for index in letters.indices where letters[index] & 0xC0 != 0x80 {
      let isSecond =
        letters[index] == UInt8(ascii: "h") && index > letters.startIndex
        && "ksdtg".utf8.contains(letters[index - 1])
      if !isSecond { count += 1 }
    }
    return count
  }

  /// Whether a verb in t or n is known in the third person.
  private func isKnown(
    _ stem: ArraySlice<UInt8>, _ letters: [UInt8], endings: [[UInt8]]
  ) -> Bool {
    guard let opening = Self.opening(letters, of: stem) else { return false }
    return lexicon.stem(like: Self.ya + letters[(opening + 2)...]).own.contains { entry in
      entry.latin.first == UInt8(ascii: "y")
        && endings.contains { entry.latin.dropFirst().elementsEqual(stem.dropFirst() + $0) }
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate func ends(in ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}

/// The moods of verbs: few are seen in all of them.
extension CandidateMaker {
  /// Most forms of a verb whose other moods are added.
  private static let formLimit = 2

  /// Adds the other moods of an imperfect: *yaktubu*, *an yaktuba*, *lam yaktub*.
  func addMoods(_ letters: [UInt8], _ found: inout [RomanCandidate], _ passed: [[UInt8]]) {
    var forms = 0
    for place in found.indices where forms < Self.formLimit {
      let moods = moods(of: found[place], letters)
      guard !moods.isEmpty else { continue }
      forms += 1
      let source = found[place].source
      var evidence = found[place].evidence
      found[place] = RomanCandidate(
        latin: found[place].latin, source: source, evidence: evidence, isImperfect: true)
      evidence.count = 0
      for latin in moods
      where found.count < Self.limit + 4 && Self.isNew(latin, among: found, passed) {
        found.append(
          RomanCandidate(latin: latin, source: .mood, evidence: evidence, isImperfect: true))
      }
    }
  }

  /// The forms that an imperfect has beside its own, as far as the letters may be read so; its own may be among them.
  /// Nothing for other words.
  private func moods(of candidate: RomanCandidate, _ letters: [UInt8]) -> [[UInt8]] {
    if let other = otherMood(ofWeak: candidate, letters) { return [other] }
    guard isImperfect(candidate, letters), !hasPronoun(candidate, letters) else { return [] }
    let stem = Array(Self.stem(of: candidate.latin[...]))
    let moods = [stem + [UInt8(ascii: "u")], stem + [UInt8(ascii: "a")]]
    return Self.hasJussive(stem[...]) ? moods + [stem] : moods
  }

  /// Whether a word ends in a pronoun without its vowel, *yuʻīduh*: the verb before it is known.
  private func hasPronoun(_ candidate: RomanCandidate, _ letters: [UInt8]) -> Bool {
    guard letters.suffix(2).elementsEqual(Self.ha) else { return false }
    let verb = Self.stem(of: candidate.latin[candidate.prefix...]).dropLast()
    guard let last = verb.last, Self.isVowel(last) else { return false }
    let starts =
      [0]
      + RomanClitics.shared.prefixes.compactMap { prefix in
        prefix.latin.elementsEqual(candidate.latin[..<candidate.prefix])
          && prefix.opens(letters, leaving: 6) ? prefix.arabic.count : nil
      }
    return starts.contains { start in
      lexicon.stem(like: Array(letters[start...].dropLast(2))).own.contains {
        Self.stem(of: $0.latin[...]).elementsEqual(verb.dropLast())
      }
    }
  }

  /// The letters speak for all moods of a verb as for the one that they speak for most.
  func fitMoods(_ found: inout [RomanCandidate]) {
    for index in found.indices where found[index].source == .mood {
      let stem = Self.stem(of: found[index].latin[...])
      for other in found where Self.stem(of: other.latin[...]) == stem {
        found[index].evidence.fit = max(found[index].evidence.fit, other.evidence.fit)
      }
    }
  }

  /// A word without a short vowel at its end.
  private static func stem(of latin: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = latin.last, isVowel(last) else { return latin }
    return latin.dropLast()
  }

  /// Whether a candidate is an imperfect of the third person, or of another whose third person is known, in any mood, with
  /// a consonant at the end of its letters.
  private func isImperfect(_ candidate: RomanCandidate, _ letters: [UInt8]) -> Bool {
    let latin = candidate.latin
    guard candidate.prefix + 4 < latin.count, let last = latin.last else { return false }
    let first = latin[candidate.prefix]
    let isIndicative = last == UInt8(ascii: "u")
    switch first {
    case UInt8(ascii: "y"), UInt8(ascii: "t"), UInt8(ascii: "n"):
      guard Self.isVowel(latin[candidate.prefix + 1]), last != UInt8(ascii: "i") else {
        return false
      }
    case UInt8(ascii: "a"), UInt8(ascii: "u"): guard isIndicative else { return false }
    default: return false
    }
    let verb = Self.stem(of: latin[candidate.prefix...])
    guard verb.count >= 5, Self.isClosed(verb), !Self.endsInWeakLetter(letters) else {
      return false
    }
    // Of words that end otherwise most are nouns.
    return isIndicative || first == UInt8(ascii: "y") || isKnown(verb, letters)
  }

  /// Whether a verb in t or n is known in the third person.
  private func isKnown(_ verb: ArraySlice<UInt8>, _ letters: [UInt8]) -> Bool {
    guard let opening = Self.opening(letters, of: verb) else { return false }
    return lexicon.stem(like: Self.ya + letters[(opening + 2)...]).own.contains { entry in
      entry.latin.first == UInt8(ascii: "y")
        && Self.stem(of: entry.latin[...]).dropFirst().elementsEqual(verb.dropFirst())
    }
  }

  /// Where the letter stands that a verb in t or n begins with, behind particles.
  static func opening(_ letters: [UInt8], of verb: ArraySlice<UInt8>) -> Int? {
    let letter = verb.first == UInt8(ascii: "t") ? ta : nun
    return stride(from: 0, to: min(8, letters.count - 6), by: 2).first {
      letters[$0..<$0 + 2].elementsEqual(letter)
    }
  }

  /// Whether a consonant stands behind the last vowel, which is not the first one.
  private static func isClosed(_ stem: ArraySlice<UInt8>) -> Bool {
    guard let vowel = lastVowel(of: stem) else { return false }
    return vowel.start >= stem.startIndex + 3 && vowel.start + vowel.length < stem.endIndex
  }

  /// Whether the vowel at the end may be left out: not behind a long one, which would be short, and not written, in *lam
  /// yafuz*; nor behind a doubled consonant.
  private static func hasJussive(_ stem: ArraySlice<UInt8>) -> Bool {
    guard let vowel = lastVowel(of: stem), vowel.length == 1 else { return false }
    let consonants = stem[(vowel.start + 1)...]
    let half = consonants.count / 2
    return consonants.count % 2 == 1 || consonants.prefix(half) != consonants.suffix(half)
  }

  private static func lastVowel(of stem: ArraySlice<UInt8>) -> (start: Int, length: Int)? {
    stem.indices.last { RomanVowel.length(stem, at: $0) > 0 }
      .map { ($0, RomanVowel.length(stem, at: $0)) }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "a") || byte == UInt8(ascii: "i") || byte == UInt8(ascii: "u")
  }

  /// Whether the last letter is و or ي.
  private static func endsInWeakLetter(_ letters: [UInt8]) -> Bool {
    letters.suffix(2).elementsEqual(waw) || letters.suffix(2).elementsEqual(ya)
  }

  private static let ha: [UInt8] = [0xD9, 0x87]
  private static let waw: [UInt8] = [0xD9, 0x88]
  static let ya: [UInt8] = [0xD9, 0x8A]
  private static let ta: [UInt8] = [0xD8, 0xAA]
  private static let nun: [UInt8] = [0xD9, 0x86]
}

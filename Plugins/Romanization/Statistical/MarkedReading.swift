import Warraq

/// The reading of a word on which marks are written: the sounds are those of the marks, and what marks do not
/// tell, as hyphens behind particles and vowels that are left out, is that of a candidate that agrees with them.
struct MarkedReading {
  /// By the rules, UTF-8 in lower case.
  let ruled: [UInt8]
  private let sounds: [Unicode.Scalar]
  /// Whether every letter that may have a mark has one, so that the rules read all of it.
  let isFull: Bool
  private let endsInTaMarbuta: Bool
  /// Whether a ى ends it that only carries its tanwin, as in مَعْنًى: candidates have the ending of pause, `maʻná`.
  private let endsInCarrier: Bool
  /// Whether the candidate's hyphens are taken over: not in a verb that only looks as if it began with a particle.
  private let takesHyphens: Bool
  /// Whether no sign tells of any و and ي what it is, so that those which are read as long vowels may be diphthongs.
  private let hasOpenVowels: Bool

  /// - Parameters:
  ///   - letters: The word's letters with their marks.
  ///   - ruled: What the rules make of them.
  ///   - isFollowed: Whether another word follows, before which ة may end in t.
  init(_ letters: [MarkedLetter], ruled: [UInt8], isFollowed: Bool) {
    self.ruled = ruled
    sounds = Self.sounds(ruled)
    isFull = Self.isFull(letters)
    takesHyphens = !PhoneticRomanizer.isVerbOfThree(letters[...])
    hasOpenVowels = letters.indices.dropFirst().allSatisfy { index in
      let letter = letters[index]
      return letter.letter != 0x0648 && letter.letter != 0x064A
        || letter.isBare && letters[index - 1].vowel == .none
    }
    endsInCarrier =
      letters.last?.letter == 0x0649 && letters.suffix(2).contains { $0.isNunated }
    endsInTaMarbuta =
      isFollowed && letters.last.map { $0.letter == 0x0629 && $0.vowel == .none } ?? false
  }

  /// Whether every letter that may have a mark has one.
  static func isFull(_ letters: [MarkedLetter]) -> Bool {
    letters.indices.dropLast().allSatisfy { index in
      switch letters[index].letter {
      // A word's first و or ي is a consonant.
      case 0x0648 where index == 0, 0x064A where index == 0: letters[index].vowel != .none
      case 0x0622, 0x0627, 0x0648, 0x0649, 0x064A, 0x0671: true
      // The l of the article has none before sun letters.
      case 0x0644: !letters[index].isBare || index > 0 && letters[index - 1].letter == 0x0627
      default: letters[index].vowel != .none || letters[index].hasSuperscriptAlef
      }
    }
  }

  /// The reading with what a candidate adds to it: that of the first one which says the same, or more where not all
  /// is said, and gainsays nothing; nil when none agrees with the marks.
  func merged(with candidates: [[UInt8]]) -> (latin: [UInt8], place: Int)? {
    let candidates = endsInCarrier ? candidates.map(Self.withoutMaqsura) : candidates
    for (place, candidate) in candidates.enumerated() {
      let other = Self.sounds(candidate)
      if let ending = Self.ending(of: sounds, behind: other, endsInTaMarbuta) {
        return (merge(candidates[place], ending: ending), place)
      }
      if !isFull, let ending = filledEnding(by: other) {
        // The written vowel takes the place of the candidate's own.
        let isOpen = !ending.isEmpty && candidates[place].last.map("aiu".utf8.contains) == true
        return ((isOpen ? candidates[place].dropLast() : candidates[place]) + ending.utf8, place)
      }
    }
    return nil
  }

  private static let maqsura = Array("á".utf8)

  /// A candidate without the vowel of a final ى.
  private static func withoutMaqsura(_ latin: [UInt8]) -> [UInt8] {
    latin.suffix(maqsura.count).elementsEqual(maqsura) ? latin.dropLast(maqsura.count) : latin
  }

  // MARK: - Comparison

  private static let hyphen: Unicode.Scalar = "-"
  private static let prime: Unicode.Scalar = "\u{2B9}"

  /// The scalars without hyphens and primes.
  private static func sounds(_ latin: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: latin, as: UTF8.self).unicodeScalars.filter { $0 != hyphen && $0 != prime }
  }

  /// What stands in the sounds behind those of a candidate: nothing, or a vowel of inflection; nil when they
  /// differ in more than the t or h of ة.
  private static func ending(
    of sounds: [Unicode.Scalar], behind candidate: [Unicode.Scalar], _ endsInTaMarbuta: Bool
  ) -> String? {
    if sounds.starts(with: candidate) { return inflection(sounds[candidate.count...]) }
    guard endsInTaMarbuta, sounds.last == "h" || sounds.last == "t", candidate.last == "t",
      sounds.dropLast().elementsEqual(candidate.dropLast())
    else { return nil }
    return ""
  }

  /// Sounds that are nothing, or a vowel of inflection; nil for others.
  private static func inflection(_ sounds: ArraySlice<Unicode.Scalar>) -> String? {
    var ending = String.UnicodeScalarView()
    ending.append(contentsOf: sounds)
    return ["", "a", "i", "u", "an", "in", "un"].first { $0 == String(ending) }
  }

  /// What stands in the sounds behind those of a candidate which has all others, and between them only short vowels
  /// and doubled consonants, which marks would tell; nil for one that has not.
  private func filledEnding(by candidate: [Unicode.Scalar]) -> String? {
    var (index, place) = (0, 0)
    while index < candidate.count {
      let scalar = candidate[index]
      if place < sounds.count, sounds[place] == scalar {
        index += 1
        place += 1
      } else if hasOpenVowels, place < sounds.count, index + 1 < candidate.count, scalar == "a",
        (sounds[place], candidate[index + 1]) == ("ī", "y")
          || (sounds[place], candidate[index + 1]) == ("ū", "w")
      {
        index += 2
        place += 1
      } else if place < sounds.count, index + 1 < candidate.count,
        sounds[place] == candidate[index + 1],
        (scalar, sounds[place]) == ("ī", "y") || (scalar, sounds[place]) == ("ū", "w")
      {
        // What marks would tell from a consonant alone: سُخرية.
        index += 1
      } else if "aiu".unicodeScalars.contains(scalar) || index > 0 && candidate[index - 1] == scalar
      {
        index += 1
      } else if index > 1, index + 1 < candidate.count, candidate[index - 2] == scalar,
        candidate[index - 1] == candidate[index + 1]
      {
        // A digraph that is written twice.
        index += 2
      } else {
        return nil
      }
    }
    return Self.inflection(sounds[place...])
  }

  /// The candidate's hyphens and primes and the reading's in one, with the ending of the reading.
  private func merge(_ candidate: [UInt8], ending: String) -> [UInt8] {
    let left = Array(String(decoding: candidate, as: UTF8.self).unicodeScalars)
    let right = Array(String(decoding: ruled, as: UTF8.self).unicodeScalars)
    var merged = String.UnicodeScalarView()
    var (index, place) = (0, 0)
    // سـ is written on (sayakūn), though some records do otherwise.
    let skipped = left.starts(with: "sa-".unicodeScalars) ? 2 : -1
    while index < left.count {
      if index == skipped || !takesHyphens && left[index] == Self.hyphen {
        index += 1
        continue
      }
      let isSign = left[index] == Self.hyphen || left[index] == Self.prime
      let isOther =
        place < right.count && (right[place] == Self.hyphen || right[place] == Self.prime)
      merged.append(isOther && !isSign ? right[place] : left[index])
      if isSign == isOther {
        index += 1
        place += 1
      } else if isSign {
        index += 1
      } else {
        place += 1
      }
    }
    return Array(String(merged).utf8) + ending.utf8
  }
}

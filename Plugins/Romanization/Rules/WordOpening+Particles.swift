import ArabicText
import Warraq

extension PhoneticRomanizer {
  /// The name of a particle in tables, by its letter.
  static func particle(_ letter: UInt32) -> String? {
    switch letter {
    case 0x0648: "prefix-wa"
    case 0x0641: "prefix-fa"
    case 0x0628: "prefix-bi"
    case 0x0643: "prefix-ka"
    case 0x0644: "prefix-li"
    default: nil
    }
  }

  /// The particle at the start of what is left, in Latin; nil for none.
  func particle(
    of opening: WordOpening, _ isConjunctionOpen: Bool, _ known: inout Int?,
    _ word: ArraySlice<Unicode.Scalar>
  ) -> (latin: String, isConjunction: Bool)? {
    let letters = opening.letters[opening.rest...]
    guard letters.count > 1, let first = letters.first, let key = Self.particle(first.letter),
      !first.hasShadda, !first.isNunated, !first.hasSuperscriptAlef
    else { return nil }
    let isConjunction = first.letter == 0x0648 || first.letter == 0x0641
    guard isConjunctionOpen || !isConjunction else { return nil }
    let rest = letters.dropFirst()
    let latin: String
    switch (first.letter, first.vowel) {
    case (0x0648, .a), (0x0641, .a), (0x0643, .a), (0x0628, .i), (0x0644, .i): latin = value(key)
    // Before pronouns.
    case (0x0644, .a): latin = value(key).replacing("i", with: "a")
    // Where marks stand on the rest alone, a word that is not read as it is written shows itself, وهَذا, and some do
    // without: والذي.
    case (_, .none)
    where Readings.isArticleless(rest)
      || rest.contains { !$0.isBare } && Readings.letters(of: rest) != nil:
      latin = value(key)
    default: return nil
    }
    guard let next = rest.first, next.vowel != .silent, !next.hasShadda else { return nil }
    if beginsWord(rest, behind: first) || beginsWithParticle(rest, opening.rest, word)
      || ShortWords.contains(rest, behind: first)
      || Readings.letters(of: rest) != nil
    {
      return (latin, isConjunction)
    }
    // A word that begins with these letters would have shown itself.
    guard next.letter != 0x0627, next.letter != 0x0622, next.letter != 0x0623 else { return nil }
    if beginsVerb(rest, behind: first) { return (latin, isConjunction) }
    if Self.isVerbOfThree(letters) { return nil }
    let length = known ?? frequentOpening(of: word)
    known = length
    return length > opening.rest ? (latin, isConjunction) : nil
  }

  /// Whether letters behind a particle begin with the article, or with another particle that is certain.
  private func beginsWithParticle(
    _ rest: ArraySlice<MarkedLetter>, _ before: Int, _ word: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    if isArticle(rest) {
      // Where vowels are written and the l has none, it is the article's: وَالقَمَر.
      return isMarkedArticle(rest) || rest[rest.startIndex + 2].vowel != .none
        || isBorneOut(word, letters: before + 3)
    }
    guard rest.count > 3, let first = rest.first, first.vowel == .i, !first.hasShadda else {
      return false
    }
    let second = rest[rest.startIndex + 1]
    switch first.letter {
    case 0x0628: return beginsWord(rest.dropFirst(), behind: first)
    case 0x0644:
      let isArticle = second.letter == 0x0644 && !second.hasShadda
      return isArticle && (second.vowel == .none || second.vowel == .silent)
        || beginsWord(rest.dropFirst(), behind: first)
    default: return false
    }
  }

  /// Whether letters behind a particle show by themselves that a word begins: they begin with a hamza on an
  /// alef, or with an alef that cannot lengthen the particle's vowel.
  private func beginsWord(_ rest: ArraySlice<MarkedLetter>, behind particle: MarkedLetter) -> Bool {
    guard rest.count > 1, let first = rest.first else { return false }
    switch first.letter {
    case 0x0623:
      // كَأَنَّ is taken for one word.
      let isAs = particle.letter == 0x0643 && rest[rest.startIndex + 1].letter == 0x0646
      return first.vowel != .none && !isAs
    case 0x0625: return true
    // لَآلِئ is one word.
    case 0x0622: return particle.letter != 0x0644 || particle.vowel == .i
    case 0x0671: return true
    case 0x0627:
      if particle.vowel == .i || first.vowel != .none { return true }
      // Nor does a word begin with an alef and a diphthong's second half: وَايْلْد.
      let second = rest[rest.startIndex + 1]
      return rest.count > 2 && second.vowel == .silent && second.letter != 0x064A
        && second.letter != 0x0648
    default: return false
    }
  }

  /// Whether letters behind a particle begin with the sign of a present tense, which no word has behind و, ف or ل as
  /// its own: وَيَكْتُبُ, لِتَعْرِفَ.
  private func beginsVerb(_ rest: ArraySlice<MarkedLetter>, behind particle: MarkedLetter) -> Bool {
    guard rest.count > 3, let first = rest.first, first.vowel == .a || first.vowel == .u else {
      return false
    }
    switch (particle.letter, particle.vowel) {
    case (0x0648, .a), (0x0641, .a): return first.letter == 0x064A
    case (0x0644, .i): return [0x064A, 0x062A, 0x0646].contains(first.letter)
    default: return false
    }
  }

  /// Whether letters are a verb of three letters in the past with its feminine ending, as وَعَدَتْ; the
  /// frequencies, which do not see vowels, would read و and عُدْتُ.
  static func isVerbOfThree(_ letters: ArraySlice<MarkedLetter>) -> Bool {
    guard letters.count == 4, let last = letters.last else { return false }
    return last.letter == 0x062A && letters.dropLast().allSatisfy { $0.vowel == .a }
  }

  /// How many letters at a word's start the word frequencies take for particles and article.
  private func frequentOpening(of word: ArraySlice<Unicode.Scalar>) -> Int {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * word.count)
    for scalar in word { UTF8Bytes.append(scalar.value, to: &bytes) }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { ArabicFold.append($0, to: &folded) }
    return folded.withUnsafeBufferPointer { CliticSplitter.shared.procliticLength(of: $0) } / 2
  }

  /// Whether the word frequencies agree that so many letters are particles and article.
  func isBorneOut(_ word: ArraySlice<Unicode.Scalar>, letters: Int) -> Bool {
    frequentOpening(of: word) == letters
  }
}

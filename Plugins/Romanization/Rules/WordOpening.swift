import ArabicText
import Warraq

extension PhoneticRomanizer {
  /// What stands before a word without being part of it: the particles و ف ب ك ل and the article.
  struct WordOpening {
    /// The letters of the whole, those of the word behind the opening as they sound.
    var letters: [MarkedLetter]
    /// In Latin, in order.
    var particles: [String] = []
    /// In Latin; nil when there is none.
    var article: String?
    /// The index of the word's own first letter.
    var rest = 0

    var latin: String { particles.joined() + (article ?? "") }
  }

  /// Reads particles and the article off a word's start. A particle stands there where the vowel on it is its
  /// own and what follows can begin a word, and either shows that it begins one or is known as one.
  func opening(of marked: [MarkedLetter], word: ArraySlice<Unicode.Scalar>) -> WordOpening {
    if let reading = Readings.letters(of: marked[...]) {
      var opening = WordOpening(letters: reading)
      readReading(&opening, word)
      return opening
    }
    var opening = WordOpening(letters: marked)
    // What the frequencies take for particles and article, in letters; asked at most once.
    var known: Int?
    var isConjunctionOpen = true
    while !readArticle(&opening, word) {
      guard let particle = particle(of: opening, isConjunctionOpen, &known, word) else { break }
      opening.particles.append(particle.latin)
      opening.rest += 1
      if let reading = Readings.letters(of: opening.letters[opening.rest...]) {
        opening.letters.replaceSubrange(opening.rest..., with: reading)
        readReading(&opening, word)
        break
      }
      if !particle.isConjunction {
        readArticle(&opening, word)
        break
      }
      isConjunctionOpen = false
    }
    return opening
  }

  /// Takes the article off a word as it sounds, and the particle before it, as in بِاللَّه.
  private func readReading(_ opening: inout WordOpening, _ word: ArraySlice<Unicode.Scalar>) {
    if readArticle(&opening, word) { return }
    let rest = opening.letters[opening.rest...].dropFirst()
    guard let first = opening.letters[opening.rest...].first, first.vowel != .none,
      let key = Self.particles[first.letter], isArticle(rest), isMarkedArticle(rest)
    else { return }
    opening.particles.append(value(key))
    opening.rest += 1
    readArticle(&opening, word)
  }

  // MARK: - The article

  /// Takes the article, and ب ك ل و ف that stand before it without a vowel; false when there is none.
  @discardableResult
  private func readArticle(_ opening: inout WordOpening, _ word: ArraySlice<Unicode.Scalar>) -> Bool
  {
    let letters = opening.letters[opening.rest...]
    if isArticle(letters) {
      // Behind a particle an alef may as well be the long vowel of a word, as in وَالِد.
      let needsMarks = opening.rest > 0 && letters.first?.letter == 0x0627
      let isCertain =
        !needsMarks || opening.letters[opening.rest - 1].vowel == .i || isMarkedArticle(letters)
        || isBorneOut(word, letters: opening.rest + 2)
      guard isCertain else { return false }
      opening.rest += 2
      opening.article = article(before: opening.letters[opening.rest])
      return true
    }
    guard letters.count >= 4, let first = letters.first else { return false }
    let second = letters[letters.startIndex + 1]
    if first.letter == 0x0644, second.letter == 0x0644, !second.hasShadda,
      second.vowel == .none || second.vowel == .silent, first.vowel == .none || first.vowel == .i,
      first.vowel == .i || isBorneOut(word, letters: opening.rest + 2)
    {
      let next = letters[letters.startIndex + 2]
      let whole = value("prefix-lil")
      opening.particles.append(whole.isEmpty ? value("prefix-li") : "")
      opening.article = whole.isEmpty ? String(article(before: next).dropFirst()) : whole
      opening.rest += 2
      return true
    }
    if let key = Self.particles[first.letter], first.letter != 0x0644, first.isBare,
      isArticle(letters.dropFirst()), isBorneOut(word, letters: opening.rest + 3)
    {
      opening.particles.append(value(key))
      opening.rest += 3
      opening.article = article(before: opening.letters[opening.rest])
      return true
    }
    return false
  }

  /// Whether ال stands at the start, and at least two letters behind it, and the marks do not say otherwise.
  private func isArticle(_ letters: ArraySlice<MarkedLetter>) -> Bool {
    guard letters.count >= 4 else { return false }
    let start = letters.startIndex
    let (alef, lam, next) = (letters[start], letters[start + 1], letters[start + 2])
    guard alef.letter == 0x0627 || alef.letter == 0x0671, lam.letter == 0x0644, !lam.hasShadda
    else {
      return false
    }
    guard alef.isBare || alef.vowel == .a && !alef.isNunated && isMarkedArticle(letters) else {
      return false
    }
    switch lam.vowel {
    case .none: return true
    // The l of the article has no vowel of its own, but for the one that a bare alef lends it.
    case .i: return next.letter == 0x0627 || next.letter == 0x0671
    // It is silent before moon letters alone: الْتَقَى is one word.
    case .silent: return next.hasShadda || !Self.sunLetters.contains(next.letter)
    case .a, .u: return false
    }
  }

  /// Whether the marks show that ال is the article: its l has none of its own.
  private func isMarkedArticle(_ letters: ArraySlice<MarkedLetter>) -> Bool {
    let lam = letters[letters.startIndex + 1]
    return lam.vowel == .silent || lam.isBare && letters[letters.startIndex + 2].hasShadda
  }

  private func article(before next: MarkedLetter) -> String {
    let named = value("article")
    let article = named.isEmpty ? "al-" : named
    guard assimilatesSunLetters, Self.sunLetters.contains(next.letter),
      let sound = consonant(next.letter), article.count >= 3
    else { return article }
    return String(article.prefix(1)) + sound + String(article.dropFirst(2))
  }

  // MARK: - Particles

  private static let particles: [UInt32: String] = [
    0x0648: "prefix-wa", 0x0641: "prefix-fa", 0x0628: "prefix-bi", 0x0643: "prefix-ka",
    0x0644: "prefix-li",
  ]

  /// The particle at the start of what is left, in Latin; nil for none.
  private func particle(
    of opening: WordOpening, _ isConjunctionOpen: Bool, _ known: inout Int?,
    _ word: ArraySlice<Unicode.Scalar>
  ) -> (latin: String, isConjunction: Bool)? {
    let letters = opening.letters[opening.rest...]
    guard letters.count > 1, let first = letters.first, let key = Self.particles[first.letter],
      !first.hasShadda, !first.isNunated, !first.hasSuperscriptAlef
    else { return nil }
    let isConjunction = first.letter == 0x0648 || first.letter == 0x0641
    guard isConjunctionOpen || !isConjunction else { return nil }
    let latin: String
    switch (first.letter, first.vowel) {
    case (0x0648, .a), (0x0641, .a), (0x0643, .a), (0x0628, .i), (0x0644, .i): latin = value(key)
    // Before pronouns.
    case (0x0644, .a): latin = value(key).replacing("i", with: "a")
    default: return nil
    }
    let rest = letters.dropFirst()
    guard let next = rest.first, next.vowel != .silent, !next.hasShadda else { return nil }
    if beginsWord(rest, behind: first) || beginsWithParticle(rest, opening.rest, word)
      || ShortWords.contains(rest, behind: first)
      || Readings.letters(of: rest) != nil
    {
      return (latin, isConjunction)
    }
    // No word of its own begins with these letters.
    guard next.letter != 0x0627, next.letter != 0x0622 else { return nil }
    let length = known ?? frequentOpening(of: word)
    known = length
    return length > opening.rest ? (latin, isConjunction) : nil
  }

  /// Whether letters behind a particle begin with the article, or with another particle that is certain.
  private func beginsWithParticle(
    _ rest: ArraySlice<MarkedLetter>, _ before: Int, _ word: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    if isArticle(rest) { return isMarkedArticle(rest) || isBorneOut(word, letters: before + 3) }
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
      return rest.count > 2 && rest[rest.startIndex + 1].vowel == .silent
    default: return false
    }
  }

  /// How many letters at a word's start the word frequencies take for particles and article.
  private func frequentOpening(of word: ArraySlice<Unicode.Scalar>) -> Int {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word)
    var folded = ArabicFold.fold(String(view))
    return folded.withUTF8 { CliticSplitter.shared.procliticLength(of: $0) } / 2
  }

  /// Whether the word frequencies agree that so many letters are particles and article.
  private func isBorneOut(_ word: ArraySlice<Unicode.Scalar>, letters: Int) -> Bool {
    frequentOpening(of: word) == letters
  }

  private static let sunLetters: Set<UInt32> = [
    0x062A, 0x062B, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x0637, 0x0638,
    0x0644, 0x0646,
  ]

  // MARK: - God

  /// The opening in Latin, and how many bytes of it stand before the letter that may be a capital; nil for
  /// none. Allāh is one word: no hyphen or space behind its article, and none behind ب and ل either (billāh,
  /// lillāh).
  func latin(of opening: WordOpening) -> (text: String, capital: Int?) {
    guard let article = opening.article,
      opening.letters[opening.rest...].map(\.letter) == Self.allahBehindArticle
    else { return (opening.latin, opening.latin.utf8.count) }
    func letters(_ text: String) -> String { text.filter(\.isLetter) }
    let particle = opening.particles.last ?? ""
    let before = opening.particles.dropLast().joined()
    if article != self.article(before: opening.letters[opening.rest]) {
      return (before + letters(particle) + letters(article), nil)
    }
    if !particle.isEmpty, particle == value("prefix-bi") {
      return (before + letters(particle) + "l", nil)
    }
    // The name is Allāh where the article is el- too.
    return (before + particle + "a" + letters(article).dropFirst(), (before + particle).utf8.count)
  }

  /// لاه, which is left of الله as it is read.
  private static let allahBehindArticle: [UInt32] = [0x644, 0x627, 0x647]
}

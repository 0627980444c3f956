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

    /// Whether a vowel is said before the word, behind which the article and an alef that only carries a vowel
    /// lose theirs.
    var isBehindVowel = false

    var latin: String { particles.isEmpty ? article ?? "" : particles.joined() + (article ?? "") }
  }

  /// What somebody who knows the word says of its opening.
  struct ToldOpening: Sendable, Hashable {
    /// How many letters of و ف ب ك ل are particles; the ل of `lil-` is none.
    var particles: UInt16
    var hasArticle: Bool
    var next = Next.word

    /// What it stands before: the rest of its word, or none, and then something right behind it, or a space.
    enum Next: UInt16 { case word, sign, space }
  }

  /// Reads particles and the article off a word's start. A particle stands there where the vowel on it is its
  /// own and what follows can begin a word, and either shows that it begins one or is known as one.
  ///
  /// - Parameters:
  ///   - isBehindVowel: Whether the word before ends in a vowel.
  ///   - told: What it opens with; nil where its letters have to tell.
  func opening(
    of marked: [MarkedLetter], word: ArraySlice<Unicode.Scalar>, isBehindVowel: Bool,
    told: ToldOpening?
  ) -> WordOpening {
    var opening =
      told.map { toldOpening($0, of: marked, word: word) } ?? plainOpening(of: marked, word: word)
    guard elidesWasla, isBehindVowel || !opening.particles.isEmpty else { return opening }
    opening.isBehindVowel = true
    // Behind ل the article has lost its vowel in writing too.
    if let article = opening.article,
      article == self.article(before: opening.letters[opening.rest...].first),
      !isAllah(opening)
    {
      opening.article = String(article.dropFirst())
    }
    return opening
  }

  private func plainOpening(
    of marked: [MarkedLetter], word: ArraySlice<Unicode.Scalar>
  ) -> WordOpening {
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

  /// The opening of a word of which it is known.
  private func toldOpening(
    _ told: ToldOpening, of marked: [MarkedLetter], word: ArraySlice<Unicode.Scalar>
  ) -> WordOpening {
    let isAlone = told.next != .word
    let reading = isAlone ? nil : Readings.letters(of: marked[...])
    var opening = WordOpening(letters: reading ?? marked)
    for _ in 0..<told.particles {
      guard let particle = opening.letters[opening.rest...].first,
        isAlone || opening.letters.count - opening.rest > 1,
        let key = Self.particle(particle.letter),
        opening.rest == 0 || Readings.letters(of: opening.letters[opening.rest...]) == nil
      else { break }
      // Before pronouns.
      let isLa = particle.letter == 0x0644 && particle.vowel == .a
      opening.particles.append(isLa ? value(key).replacing("i", with: "a") : value(key))
      opening.rest += 1
    }
    if isAlone {
      if told.hasArticle { takeArticleAlone(&opening) }
      opening.rest = opening.letters.count
      return opening
    }
    if opening.rest > 0, let reading = Readings.letters(of: opening.letters[opening.rest...]) {
      opening.letters.replaceSubrange(opening.rest..., with: reading)
      readReading(&opening, word)
    } else if opening.rest == 0, reading != nil {
      readReading(&opening, word)
    } else {
      readArticle(&opening, word, isTold: told.hasArticle)
    }
    return opening
  }

  /// Takes the article off a word as it sounds, and the particle before it, as in بِاللَّه.
  private func readReading(_ opening: inout WordOpening, _ word: ArraySlice<Unicode.Scalar>) {
    if readArticle(&opening, word) { return }
    let rest = opening.letters[opening.rest...].dropFirst()
    guard let first = opening.letters[opening.rest...].first, first.vowel != .none,
      let key = Self.particle(first.letter),
      isArticle(rest) && isMarkedArticle(rest) || Readings.isArticleless(rest)
    else { return }
    opening.particles.append(value(key))
    opening.rest += 1
    readArticle(&opening, word)
  }

  // MARK: - The article

  /// Takes the article, and ب ك ل و ف that stand before it without a vowel; false when there is none.
  @discardableResult
  private func readArticle(
    _ opening: inout WordOpening, _ word: ArraySlice<Unicode.Scalar>, isTold: Bool = false
  ) -> Bool {
    let letters = opening.letters[opening.rest...]
    if isArticle(letters) {
      // Behind a particle an alef may as well be the long vowel of a word, as in وَالِد.
      let needsMarks = opening.rest > 0 && letters.first?.letter == 0x0627
      let isCertain =
        isTold || !needsMarks || opening.letters[opening.rest - 1].vowel == .i
        || isMarkedArticle(letters)
        || letters[letters.startIndex + 2].vowel != .none
        || isBorneOut(word, letters: opening.rest + 2)
      guard isCertain else { return false }
      opening.rest += 2
      opening.article = article(before: opening.letters[opening.rest])
      return true
    }
    guard letters.count >= 3, let first = letters.first else { return false }
    let second = letters[letters.startIndex + 1]
    if first.letter == 0x0644, first.vowel == .i, second.letter == 0x0644, second.hasShadda {
      // Of three ل in لِلُّغَة one is not written.
      takeLil(&opening, before: second)
      opening.rest += 1
      return true
    }
    guard letters.count >= 4 else { return false }
    if first.letter == 0x0644, second.letter == 0x0644, !second.hasShadda,
      second.vowel == .none || second.vowel == .silent, first.vowel == .none || first.vowel == .i,
      first.vowel == .i || isBorneOut(word, letters: opening.rest + 2)
    {
      takeLil(&opening, before: letters[letters.startIndex + 2])
      opening.rest += 2
      return true
    }
    if let key = Self.particle(first.letter), first.letter != 0x0644, first.isBare,
      isArticle(letters.dropFirst()), !Readings.isArticleless(letters.dropFirst()),
      isBorneOut(word, letters: opening.rest + 3)
    {
      opening.particles.append(value(key))
      opening.rest += 1
      if let reading = Readings.letters(of: letters.dropFirst()) {
        opening.letters.replaceSubrange(opening.rest..., with: reading)
      }
      opening.rest += 2
      opening.article = article(before: opening.letters[opening.rest])
      return true
    }
    return false
  }

  /// Takes ال, or لل, behind which there are no letters.
  private func takeArticleAlone(_ opening: inout WordOpening) {
    if opening.letters[opening.rest...].first?.letter == 0x0644 {
      takeLil(&opening, before: nil)
    } else {
      opening.article = article
    }
  }

  private func takeLil(_ opening: inout WordOpening, before next: MarkedLetter?) {
    let whole = value("prefix-lil")
    opening.particles.append(whole.isEmpty ? value("prefix-li") : "")
    // Of the article stands its l, or the letter that it is said as, and what parts it from the word.
    let written = String(article(before: next).dropFirst())
    if whole.isEmpty {
      opening.article = written
    } else if !article.isEmpty, whole.hasSuffix(article.dropFirst()) {
      opening.article = whole.dropLast(article.count - 1) + written
    } else {
      opening.article = whole
    }
  }

  /// Whether ال stands at the start, and at least two letters behind it, and the marks do not say otherwise.
  func isArticle(_ letters: ArraySlice<MarkedLetter>) -> Bool {
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
    case .silent: return next.hasShadda || !Self.isSunLetter(next.letter)
    case .a, .u: return false
    }
  }

  /// Whether the marks show that ال is the article: its l has none of its own.
  func isMarkedArticle(_ letters: ArraySlice<MarkedLetter>) -> Bool {
    let lam = letters[letters.startIndex + 1]
    return lam.vowel == .silent || lam.isBare && letters[letters.startIndex + 2].hasShadda
  }

  // MARK: - God

  /// The opening in Latin, and how many bytes of it stand before the letter that may be a capital; nil for
  /// none. Allāh is one word: no hyphen or space behind its article, and none behind ب and ل either (billāh,
  /// lillāh).
  func latin(of opening: WordOpening) -> (text: String, capital: Int?) {
    guard let article = opening.article,
      isAllah(opening)
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
    let name = (opening.isBehindVowel ? "" : "a") + letters(article).dropFirst()
    return (before + particle + name, (before + particle).utf8.count)
  }

  private func isAllah(_ opening: WordOpening) -> Bool {
    opening.article != nil
      && opening.letters[opening.rest...].lazy.map(\.letter).elementsEqual(
        Self.allahBehindArticle)
  }

  /// لاه, which is left of الله as it is read.
  private static let allahBehindArticle: [UInt32] = [0x644, 0x627, 0x647]
}

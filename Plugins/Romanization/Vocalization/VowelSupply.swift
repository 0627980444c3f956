import Warraq

/// Gives words that lack vowel signs those of their ALA-LC reading, for schemes of rules. Signs that a word has are
/// obeyed.
struct VowelSupply: Sendable {
  /// What the reading of a word says.
  struct Word {
    /// Its place in the line.
    let core: Range<Int>
    /// Its letters with the signs that it lacked, UTF-8; nil where it stays as it is written, and only its capitals are
    /// told.
    let letters: [UInt8]?
    /// Whether it ends in ة and the reading has a t for it.
    let isConstruct: Bool
    /// What the reading opens with.
    let opening: PhoneticRomanizer.ToldOpening
    /// What the reading says of capitals.
    let capitals: Capitals.Told
  }

  private var romanizer: StatisticalRomanizer
  /// Reads signs as the readings are written.
  private let rules: PhoneticRomanizer?
  private var full = AnswerMemory<Bool>(capacity: 100_000)

  /// What the lines are.
  var kind: FieldKind {
    get { romanizer.kind }
    set { romanizer.kind = newValue }
  }

  init(model: RomanizerModel, kind: FieldKind) {
    romanizer = StatisticalRomanizer(model: model, kind: kind)
    if case .phonetic(let rules)? = (try? Scheme.named("ala-lc"))?.engine {
      self.rules = rules
    } else {
      rules = nil
    }
  }

  /// The words of a line of which some lack signs, in order; none where no word does.
  ///
  /// - Parameter telling: Whether words that stay as they are written are wanted for their capitals.
  mutating func words(of line: UnsafeBufferPointer<UInt8>, telling: Bool) -> [Word] {
    let lacks = FieldLine(line).words.contains { word in
      word.isArabic && !(word.hasMarks && isFull(UnsafeBufferPointer(rebasing: line[word.core])))
    }
    guard lacks else { return [] }
    return romanizer.choose(line).compactMap { choice in
      guard !choice.known.isEmpty else { return nil }
      if let particle = DetachedParticle(choice.word.core, in: line) {
        return Word(particle, choice)
      }
      let word = romanizer.fitted(choice, line, rules)
      guard telling || word.letters != nil else { return nil }
      return Word(
        core: choice.word.core, letters: word.letters, isConstruct: word.isConstruct,
        opening: word.opening,
        capitals: Capitals.Told(ofWord: choice.isCapital, ofOpening: choice.isOpening))
    }
  }

  /// Whether a word has all the signs that it may have.
  private mutating func isFull(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    full.answer((0, 0, 0), about: word) {
      MarkedReading.isFull(PhoneticRomanizer.letters(of: word))
    }
  }

  /// Drops those words off the start of a list that begin before a place.
  static func drop(before start: Int, from words: inout ArraySlice<Word>) {
    while let first = words.first, first.core.lowerBound < start { words.removeFirst() }
  }

  /// Takes the word at a place off the start of a list; nil when the place's word is none of them.
  static func take(_ core: Range<Int>, from words: inout ArraySlice<Word>) -> Word? {
    drop(before: core.lowerBound, from: &words)
    guard let first = words.first, first.core == core else { return nil }
    return words.removeFirst()
  }

  /// A word with its signs; `letters` is nil where it needs none, or no reading fits it.
  struct Fitted {
    var letters: [UInt8]?
    var isConstruct = false
    var opening = PhoneticRomanizer.ToldOpening(particles: 0, hasArticle: false)
    /// False where the reading that was chosen does not fit, and another one gave the signs.
    var isChosen = true
  }

  /// Gives a word the signs that it lacks.
  ///
  /// - Parameters:
  ///   - candidates: Those among which the choice is.
  ///   - core: The word as it is written.
  ///   - isFollowed: Whether another word follows.
  ///   - rules: Those of `ala-lc`, which read the signs that it has.
  static func fit(
    _ choice: StatisticalRomanizer.Choice, among candidates: KnownCandidates,
    _ core: UnsafeBufferPointer<UInt8>, _ isFollowed: Bool, _ rules: PhoneticRomanizer?
  ) -> Fitted {
    var latin = choice.romanization(0, candidates)
    if choice.word.hasMarks {
      guard let rules else { return Fitted() }
      let reading = MarkedReading(
        PhoneticRomanizer.letters(of: core),
        ruled: rules.romanize(word: core, isConstruct: false).latin,
        isFollowed: isFollowed)
      if reading.isFull { return Fitted() }
      let romanizations = choice.romanizations(candidates)
      if let merged = reading.merged(with: romanizations) {
        latin = romanizations[merged.place]
      } else if let fitted = WrittenSigns(core).fitted(to: romanizations) {
        latin = romanizations[fitted.place]
        return Fitted(
          letters: fitted.letters,
          isConstruct: isConstruct(latin, letters: FieldLine(core).letters),
          opening: opening(of: latin), isChosen: fitted.place == 0)
      } else if choice.word.hasVowels {
        return Fitted()
      }
    }
    let letters = FieldLine(core).letters
    // A name in its own spelling, as William, says nothing of the letters: another of the word's readings does.
    // But for signs that are written, with which the others need not agree.
    let others = choice.word.hasMarks ? 0 : choice.known.count
    for number in 0...others {
      if number > 0 { latin = choice.romanization(number, candidates) }
      let fitted =
        VowelFitter.fit(letters, to: latin)
        ?? (choice.word.hasMarks
          ? withoutTanwin(latin).flatMap { VowelFitter.fit(letters, to: $0) } : nil)
      guard let word = fitted else { continue }
      return Fitted(
        letters: choice.word.hasMarks
          ? Array(ended(String(decoding: word, as: UTF8.self), as: core).utf8) : word,
        isConstruct: isConstruct(latin, letters: letters),
        opening: opening(of: latin), isChosen: number == 0)
    }
    return Fitted()
  }

  /// Whether a reading has a t for the ة of a word.
  private static func isConstruct(_ latin: [UInt8], letters: [UInt8]) -> Bool {
    latin.last == UInt8(ascii: "t") && letters.suffix(2).elementsEqual([0xD8, 0xA9])
  }

  /// A reading that ends in a tanwin without it, since the sign on the word is kept; nil for another.
  private static func withoutTanwin(_ latin: [UInt8]) -> [UInt8]? {
    guard latin.count > 4, latin.last == UInt8(ascii: "n"),
      "aiu".utf8.contains(latin[latin.count - 2])
    else { return nil }
    return latin.dropLast(2)
  }

  private static let particles = ["wa-", "fa-", "bi-", "ka-", "li-", "la-"].map { Array($0.utf8) }
  private static let articles = ["al-", "lil-"].map { Array($0.utf8) }

  /// What a reading opens with.
  static func opening(of latin: [UInt8]) -> PhoneticRomanizer.ToldOpening {
    var rest = latin[...]
    var count: UInt16 = 0
    // Of more no word is made.
    while count < 3, let particle = particles.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(particle.count)
      count += 1
    }
    return .init(particles: count, hasArticle: articles.contains { rest.starts(with: $0) })
  }

  /// A word with the signs that are written on its last letter: readings have no endings of inflection.
  private static func ended(_ word: String, as core: UnsafeBufferPointer<UInt8>) -> String {
    func isSign(_ scalar: Unicode.Scalar) -> Bool { (0x64B...0x652).contains(scalar.value) }
    let signs = String(decoding: core, as: UTF8.self).unicodeScalars.reversed().prefix(
      while: isSign)
    guard !signs.isEmpty else { return word }
    let own = word.unicodeScalars.reversed().prefix(while: isSign)
    // A tanwin on the alef that carries it, as many write it, is the one before it.
    let fathatan: Unicode.Scalar = "\u{64B}"
    if signs.elementsEqual([fathatan]), word.unicodeScalars.suffix(2).first == fathatan {
      return word
    }
    let shadda: Unicode.Scalar = "\u{651}"
    var ended = String.UnicodeScalarView(word.unicodeScalars.dropLast(own.count))
    if own.contains(shadda), !signs.contains(shadda) { ended.append(shadda) }
    ended.append(contentsOf: signs.reversed())
    return String(ended)
  }
}

extension StatisticalRomanizer {
  /// A word of a line that was chosen for, with the signs that it lacks.
  ///
  /// - Parameter rules: Those of `ala-lc`, the same at each call, or none.
  mutating func fitted(
    _ choice: Choice, _ line: UnsafeBufferPointer<UInt8>, _ rules: PhoneticRomanizer?
  ) -> VowelSupply.Fitted {
    let core = UnsafeBufferPointer(rebasing: line[choice.word.core])
    let isFollowed = rules?.isFollowed(line, core: choice.word.core) ?? false
    let place = choice.traits
    let candidates = candidates
    return fittedMemory.answer(
      (place.0, place.1, (isFollowed ? 1 : 0) | (rules == nil ? 0 : 2)), about: core
    ) {
      VowelSupply.fit(choice, among: candidates, core, isFollowed, rules)
    }
  }
}

extension VowelSupply.Word {
  /// Particles or an article without a word.
  init(_ particle: DetachedParticle, _ choice: StatisticalRomanizer.Choice) {
    core = choice.word.core
    letters = Array(particle.letters)
    isConstruct = false
    var opening = VowelSupply.opening(of: particle.prefix)
    opening.next = particle.isFollowed ? .sign : .space
    self.opening = opening
    capitals = Capitals.Told(ofWord: false, ofOpening: choice.isOpening)
  }
}

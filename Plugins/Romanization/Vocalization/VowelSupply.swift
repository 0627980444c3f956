import Warraq

/// Gives words that lack vowel signs those of their ALA-LC reading, for schemes of rules. Signs that a word has are
/// obeyed.
struct VowelSupply: Sendable {
  /// A word with the signs that it lacked.
  struct Word {
    /// Its place in the line.
    let core: Range<Int>
    /// Its letters and signs, UTF-8.
    let letters: [UInt8]
    /// Whether it ends in ة and the reading has a t for it.
    let isConstruct: Bool
  }

  private var romanizer: StatisticalRomanizer
  /// Reads signs as the readings are written.
  private let rules: PhoneticRomanizer?
  private var fitted = AnswerMemory<Fitted>(capacity: 50_000)

  init(model: RomanizerModel, kind: FieldKind) {
    romanizer = StatisticalRomanizer(model: model, kind: kind)
    if case .phonetic(let rules)? = (try? Scheme.named("ala-lc"))?.engine {
      self.rules = rules
    } else {
      rules = nil
    }
  }

  /// Those words of a line that lack signs and get some, in order.
  mutating func words(of line: UnsafeBufferPointer<UInt8>) -> [Word] {
    let lacks = FieldWord.split(line).contains { word in
      !word.letters.isEmpty
        && !(word.hasMarks && MarkedReading.isFull(Self.marked(line, word.core)))
    }
    guard lacks else { return [] }
    return romanizer.choose(line).compactMap { choice in
      guard !choice.known.candidates.isEmpty else { return nil }
      let word = word(of: choice, line)
      guard let letters = word.letters else { return nil }
      let isConstruct =
        word.isConstruct && choice.word.letters.suffix(2).elementsEqual([0xD8, 0xA9])
      return Word(core: choice.word.core, letters: letters, isConstruct: isConstruct)
    }
  }

  private static func marked(
    _ line: UnsafeBufferPointer<UInt8>, _ core: Range<Int>
  ) -> [MarkedLetter] {
    PhoneticRomanizer.letters(of: UnsafeBufferPointer(rebasing: line[core]))
  }

  /// Takes the word at a place off the start of a list; nil when the place's word is none of them.
  static func take(_ core: Range<Int>, from words: inout ArraySlice<Word>) -> Word? {
    while let first = words.first, first.core.lowerBound < core.lowerBound { words.removeFirst() }
    guard let first = words.first, first.core == core else { return nil }
    return words.removeFirst()
  }

  /// A word with its signs; `letters` is nil where it needs none, or no reading fits it.
  private struct Fitted {
    var letters: [UInt8]?
    var isConstruct = false
  }

  private mutating func word(
    of choice: StatisticalRomanizer.Choice, _ line: UnsafeBufferPointer<UInt8>
  ) -> Fitted {
    let core = UnsafeBufferPointer(rebasing: line[choice.word.core])
    let isFollowed = rules?.isFollowed(line, core: choice.word.core) ?? false
    let place = choice.traits
    // Taken out, since what makes the answers is part of the same.
    var fitted = AnswerMemory<Fitted>(capacity: 0)
    swap(&fitted, &self.fitted)
    defer { swap(&fitted, &self.fitted) }
    return fitted.answer((place.0, place.1, isFollowed ? 1 : 0), about: core) {
      fit(choice, core, isFollowed)
    }
  }

  private func fit(
    _ choice: StatisticalRomanizer.Choice, _ core: UnsafeBufferPointer<UInt8>, _ isFollowed: Bool
  ) -> Fitted {
    var latin = choice.candidate?.latin ?? []
    if choice.word.hasMarks {
      guard let rules else { return Fitted() }
      let reading = MarkedReading(
        PhoneticRomanizer.letters(of: core),
        ruled: Array(rules.romanize(word: core, isConstruct: false).latin.utf8),
        isFollowed: isFollowed)
      let candidates = choice.romanizations
      guard !reading.isFull, let merged = reading.merged(with: candidates) else { return Fitted() }
      latin = candidates[merged.place]
    }
    let word = VowelFitter.fit(
      String(decoding: choice.word.letters, as: UTF8.self),
      to: String(decoding: latin, as: UTF8.self))
    return Fitted(
      letters: word.map { Array($0.utf8) }, isConstruct: latin.last == UInt8(ascii: "t"))
  }
}

import Warraq

/// Gives words without vowel signs those of their ALA-LC reading, for schemes of rules.
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

  private static let capacity = 50_000
  /// The longest word, in bytes, that is remembered.
  private static let longest = 80

  private var romanizer: StatisticalRomanizer
  private var words = ByteInterner()
  /// The words with their signs; nil where a reading does not fit the letters.
  private var fitted: [[UInt8]?] = []

  init(model: RomanizerModel, kind: FieldKind) {
    romanizer = StatisticalRomanizer(model: model, kind: kind)
  }

  /// Those words of a line that have no signs and get some, in order.
  mutating func words(of line: UnsafeBufferPointer<UInt8>) -> [Word] {
    guard FieldWord.split(line).contains(where: { !$0.hasMarks && !$0.letters.isEmpty }) else {
      return []
    }
    return romanizer.choose(line).compactMap { choice in
      guard !choice.word.hasMarks, let candidate = choice.candidate,
        let letters = letters(of: choice, candidate)
      else { return nil }
      let isConstruct =
        choice.word.letters.suffix(2).elementsEqual([0xD8, 0xA9])
        && candidate.latin.last == UInt8(ascii: "t")
      return Word(core: choice.word.core, letters: letters, isConstruct: isConstruct)
    }
  }

  /// Takes the word at a place off the start of a list; nil when the place's word is none of them.
  static func take(_ core: Range<Int>, from words: inout ArraySlice<Word>) -> Word? {
    while let first = words.first, first.core.lowerBound < core.lowerBound { words.removeFirst() }
    guard let first = words.first, first.core == core else { return nil }
    return words.removeFirst()
  }

  private mutating func letters(
    of choice: StatisticalRomanizer.Choice, _ candidate: RomanCandidate
  ) -> [UInt8]? {
    let letters = choice.word.letters
    func fit() -> [UInt8]? {
      VowelFitter.fit(
        String(decoding: letters, as: UTF8.self),
        to: String(decoding: candidate.latin, as: UTF8.self)
      ).map { Array($0.utf8) }
    }
    guard letters.count <= Self.longest else { return fit() }
    // A word's candidates are the same wherever it stands, but for those at a line's start.
    let key =
      [
        UInt8(truncatingIfNeeded: choice.known.candidates.count),
        UInt8(truncatingIfNeeded: choice.place),
      ] + letters
    return key.withUnsafeBufferPointer { key in
      let hash = ByteInterner.hash(key)
      if let number = words.number(of: key, hash: hash) { return fitted[number] }
      let word = fit()
      if fitted.count < Self.capacity {
        _ = words.intern(key, hash: hash)
        fitted.append(word)
      }
      return word
    }
  }
}

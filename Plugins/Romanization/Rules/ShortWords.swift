import ArabicText
import RomanizationResources
import Warraq

/// Short words before which a particle stands; word frequencies cannot tell them from parts of longer words.
enum ShortWords {
  /// By their letters.
  private static let words: [[UInt32]: [[MarkedLetter]]] = {
    let resource = romanization_short_words()
    let words = TSVRows(StaticBytes(resource.bytes, count: resource.count)).compactMap { row in
      row.first.map { MarkedLetter.read(Array($0.unicodeScalars)[...]) }
    }
    return Dictionary(grouping: words) { $0.map(\.letter) }
  }()

  /// The pronouns that ب and ل take: ه ها هم هما هن ك كم نا.
  private static let pronouns: Set<[UInt32]> = [
    [0x647], [0x647, 0x627], [0x647, 0x645], [0x647, 0x645, 0x627], [0x647, 0x646], [0x643],
    [0x643, 0x645], [0x646, 0x627],
  ]

  /// Whether the letters behind a particle, with the vowels on them, are a word that it stands before.
  static func contains(_ rest: ArraySlice<MarkedLetter>, behind particle: MarkedLetter) -> Bool {
    guard rest.count < 4 else { return false }
    let letters = rest.map(\.letter)
    switch (particle.letter, particle.vowel) {
    case (0x0648, _), (0x0641, _): return isWord(letters, rest)
    case (0x0628, _): return pronouns.contains(letters) || isWord(letters, rest)
    case (0x0644, .a): return pronouns.contains(letters)
    case (0x0644, .i): return isWord(letters, rest)
    default: return false
    }
  }

  private static func isWord(_ letters: [UInt32], _ marked: ArraySlice<MarkedLetter>) -> Bool {
    words[letters]?.contains { zip($0, marked).allSatisfy { agrees($0, $1) } } == true
  }

  /// Whether marks on a letter do not gainsay those of a word; the word says more, as a rule.
  private static func agrees(_ known: MarkedLetter, _ letter: MarkedLetter) -> Bool {
    guard known.hasShadda || !letter.hasShadda, !letter.isNunated || known.vowel == .none else {
      return false
    }
    return known.vowel == .none || letter.vowel == .none || known.vowel == letter.vowel
  }
}

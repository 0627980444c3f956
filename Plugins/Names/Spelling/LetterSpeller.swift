import ArabicText
import NamesResources
import Warraq

/// Spells a word of a name letter by letter, for words that no lexicon knows.
struct LetterSpeller: Sendable {
  static let shared = LetterSpeller()

  private let letters: [UInt32: String]

  private init() {
    let resource = names_letter_spellings()
    var letters: [UInt32: String] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 2 {
      if let scalar = row[0].unicodeScalars.first { letters[scalar.value] = row[1] }
    }
    self.letters = letters
  }

  /// The spelling of a word, its first letter a capital. Linear in the word.
  func spell(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars).filter { !ScalarClass.extendsCluster($0.value) }
    var result = ""
    // True when the last sound was a consonant, so that a short vowel may have to follow.
    var afterConsonant = false
    for (index, scalar) in scalars.enumerated() {
      guard let spelling = letters[scalar.value] else {
        result.unicodeScalars.append(scalar)
        afterConsonant = false
        continue
      }
      let next = index + 1 < scalars.count ? scalars[index + 1].value : nil
      let isFirst = index == 0
      switch scalar.value {
      case 0x0648, 0x064A:
        // و and ي are consonants at the start and before a vowel, else vowels.
        let isConsonant = isFirst || next == 0x0627 || !afterConsonant
        result += isConsonant ? (scalar.value == 0x0648 ? "w" : "y") : spelling
        afterConsonant = isConsonant
      case 0x0627, 0x0623, 0x0625, 0x0622, 0x0649, 0x0629, 0x0621, 0x0624, 0x0626, 0x0639:
        if spelling != "a" || !result.hasSuffix("a") { result += spelling }
        afterConsonant = false
      default:
        if afterConsonant, needsVowel(before: next, at: index, of: scalars.count) { result += "a" }
        result += spelling
        afterConsonant = true
      }
    }
    return LatinParts.capitalized(result)
  }

  /// A vowel goes between two consonants when a third follows, and before a last consonant.
  private func needsVowel(before next: UInt32?, at index: Int, of count: Int) -> Bool {
    guard let next else { return true }
    return !isVowel(next) || index == 1
  }

  private func isVowel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0627, 0x0648, 0x064A, 0x0649, 0x0629, 0x0622...0x0626: true
    default: false
    }
  }
}

import ArabicText
import Warraq

/// The letters of a word one by one, for words that no model can read: what the table of ALA-LC says of
/// each, long vowels as such.
enum ConsonantLetters {
  private static let romanizer: Scheme? = Scheme.all.first { $0.id == "ala-lc" }

  static func latin(_ letters: [UInt8]) -> [UInt8] {
    var repairs = 0
    let text = Text(repairing: letters, replacements: &repairs)
    return (try? romanizer?.romanize(text).bytes) ?? letters
  }
}

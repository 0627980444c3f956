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

  /// What a letter is written that is a consonant wherever it stands; nil for others.
  ///
  /// - Parameter letter: UTF-8.
  static func strong(_ letter: some Sequence<UInt8>) -> [UInt8]? { strong[Array(letter)] }

  private static let strong: [[UInt8]: [UInt8]] = {
    guard case .phonetic(let romanizer)? = romanizer?.engine else { return [:] }
    let letters = Array(0x0628...0x0646).filter { $0 != 0x0629 && $0 != 0x0640 }
    return letters.reduce(into: [:]) { latin, letter in
      guard let written = romanizer.letters[UInt32(letter)] else { return }
      var bytes: [UInt8] = []
      UTF8Bytes.append(UInt32(letter), to: &bytes)
      latin[bytes] = Array(written.utf8)
    }
  }()
}

import ICUText
import UTF8Text

/// The consonants of ALA-LC.
enum LatinUnits {
  /// What each Arabic consonant may be in a reading, the longest first.
  static let consonants: [UInt32: [String]] = {
    let table: [(Unicode.Scalar, [String])] = [
      ("ء", ["ʼ"]), ("ؤ", ["ʼ"]), ("ئ", ["ʼ"]), ("ب", ["b"]), ("ت", ["t"]), ("ث", ["th"]),
      ("ج", ["j", "g"]), ("ح", ["ḥ"]), ("خ", ["kh"]), ("د", ["d"]), ("ذ", ["dh"]), ("ر", ["r"]),
      ("ز", ["z"]), ("س", ["s"]), ("ش", ["sh"]), ("ص", ["ṣ"]), ("ض", ["ḍ"]), ("ط", ["ṭ"]),
      ("ظ", ["ẓ"]), ("ع", ["ʻ"]), ("غ", ["gh"]), ("ف", ["f", "v"]), ("ق", ["q"]),
      ("ك", ["k", "g"]),
      ("ل", ["l"]), ("م", ["m"]), ("ن", ["n"]), ("ه", ["h"]), ("و", ["w"]), ("ي", ["y"]),
      ("ى", ["y"]), ("پ", ["p"]), ("چ", ["ch"]), ("ڤ", ["v"]), ("گ", ["g"]),
    ]
    return Dictionary(uniqueKeysWithValues: table.map { ($0.0.value, $0.1) })
  }()

  /// Letters that take in the l of the article before them.
  static let sunLetters: Set<UInt32> = Set("تثدذرزسشصضطظلن".unicodeScalars.map(\.value))

  /// The code points of a reading in NFC, without primes; other apostrophes are taken for hamza or ayn.
  static func scalars(of reading: String) -> [UInt32] {
    let composed = (try? NormalizationForm.nfc.normalize(Text(reading)).text).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    return (composed ?? reading).lowercased().unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x2B9: nil
      case 0x2019, 0x27, 0x2BE: 0x2BC
      case 0x2018, 0x60, 0x2BF: 0x2BB
      default: scalar.value
      }
    }
  }
}

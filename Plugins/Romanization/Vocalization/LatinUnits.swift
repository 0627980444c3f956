import ICUText
import UTF8Text

/// The consonants of ALA-LC.
enum LatinUnits {
  /// A consonant in Latin: one code point or two.
  struct Sound {
    let first: UInt32
    /// The other one; 0 for none.
    let second: UInt32
    var count: Int { second == 0 ? 1 : 2 }
  }

  /// What each Arabic consonant may be in a reading.
  static let consonants: [UInt32: [Sound]] = {
    let table: [(Unicode.Scalar, [String])] = [
      ("ء", ["ʼ"]), ("ؤ", ["ʼ"]), ("ئ", ["ʼ"]), ("ب", ["b"]), ("ت", ["t"]), ("ث", ["th"]),
      ("ج", ["j", "g"]), ("ح", ["ḥ"]), ("خ", ["kh"]), ("د", ["d"]), ("ذ", ["dh"]), ("ر", ["r"]),
      ("ز", ["z"]), ("س", ["s"]), ("ش", ["sh"]), ("ص", ["ṣ"]), ("ض", ["ḍ"]), ("ط", ["ṭ"]),
      ("ظ", ["ẓ"]), ("ع", ["ʻ"]), ("غ", ["gh"]), ("ف", ["f", "v"]), ("ق", ["q"]),
      ("ك", ["k", "g"]),
      ("ل", ["l"]), ("م", ["m"]), ("ن", ["n"]), ("ه", ["h"]), ("و", ["w"]), ("ي", ["y"]),
      ("ى", ["y"]), ("پ", ["p"]), ("چ", ["ch"]), ("ڤ", ["v"]), ("گ", ["g"]),
    ]
    return Dictionary(
      uniqueKeysWithValues: table.map { letter, sounds in
        let sounds = sounds.map { sound in
          let scalars = sound.unicodeScalars.map(\.value)
          return Sound(first: scalars[0], second: scalars.count > 1 ? scalars[1] : 0)
        }
        return (letter.value, sounds)
      })
  }()

  /// The code points of a reading in lower case and NFC, without primes; other apostrophes are taken for hamza or ayn.
  static func scalars(of reading: [UInt8]) -> [UInt32] {
    let scalars = UTF8Bytes.scalars(of: reading)
    // Of small Latin letters with their marks, and of what stands for hamza and ayn, nothing is to be composed, and
    // nearly all readings are of nothing else.
    guard scalars.allSatisfy(isSimple) else {
      return Self.scalars(of: String(decoding: reading, as: UTF8.self))
    }
    return scalars.filter { $0 != 0x2B9 }
  }

  private static func isSimple(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x61...0x7A, 0xE1, 0x101, 0x12B, 0x16B, 0x1E25, 0x1E63, 0x1E0D, 0x1E6D, 0x1E93,
      0x2B9, 0x2BB, 0x2BC:
      true
    default: false
    }
  }

  /// The same of any string.
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

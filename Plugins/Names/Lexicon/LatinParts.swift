import ICUText
import Warraq

/// Latin spellings of names, part by part.
enum LatinParts {
  private static let articles: Set<String> = [
    "al", "el", "ad", "an", "ar", "as", "ash", "at", "az",
  ]
  private static let openers: Set<String> = [
    "abdul", "abdel", "abd", "abu", "abou", "aboul", "abul", "um", "umm", "oum",
  ]

  /// The parts of a name, articles and openers of compounds joined to what follows, to match the
  /// units of the Arabic.
  static func split(_ latin: String) -> [String] {
    var parts: [String] = []
    var isOpen = false
    var length = 0
    for word in latin.split(separator: " ").map(String.init) {
      if isOpen, let last = parts.last {
        parts[parts.count - 1] = last + " " + word
        length += 1
      } else {
        parts.append(word)
        length = 1
      }
      // An article more than the Arabic has, which joins its own to the word.
      isOpen =
        length < 2 * NameKey.longestUnit
        && (articles.contains(word.lowercased()) || openers.contains(word.lowercased()))
    }
    return parts
  }

  /// A spelling in capitals at the start of each part.
  static func capitalized(_ latin: String) -> String {
    var result = ""
    var isStart = true
    for character in latin {
      result += isStart ? character.uppercased() : String(character)
      isStart = character == " " || character == "-" || isStart && isSign(character)
    }
    return result
  }

  /// A name with capitals where it was written without any, but on the small words inside it.
  static func withCapitals(_ latin: String) -> String {
    guard !latin.contains(where: \.isUppercase) else { return latin }
    let words = latin.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.enumerated().map { index, word in
      guard index > 0, LinkWords.isParticle(word) else { return capitalized(word) }
      // The name behind an article has one: al-Mejjati.
      let parts = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? parts[0] + "-" + capitalized(String(parts[1])) : word
    }.joined(separator: " ")
  }

  /// A spelling whose first letter is a capital.
  static func firstCapitalized(_ latin: String) -> String {
    let signs = latin.prefix { isSign($0) }
    guard let first = latin.dropFirst(signs.count).first else { return latin }
    return signs + first.uppercased() + latin.dropFirst(signs.count + 1)
  }

  /// Whether a character stands for ayn or hamza and has no capital: `ʿĀdil`, `'Awad`.
  private static func isSign(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value else { return false }
    return scalar == 0x27 || scalar == 0x60 || (0x2B0...0x2FF).contains(scalar)
      || (0x2018...0x201B).contains(scalar)
  }

  /// A spelling in ASCII letters: diacritics are taken off, letters without a plain one spelled out.
  static func ascii(_ latin: String) -> String {
    let isPlain = latin.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } }
    if isPlain ?? latin.utf8.allSatisfy({ $0 < 0x80 }) { return latin }
    var result = ""
    let decomposed = (try? NormalizationForm.nfkd.normalize(Text(latin)).text).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    for scalar in (decomposed ?? latin).unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if let plain = spelledOut[scalar.value] {
        result += plain
      }
    }
    return result
  }

  /// Letters that Unicode does not decompose, and apostrophes.
  private static let spelledOut: [UInt32: String] = [
    0x131: "i", 0x142: "l", 0x141: "L", 0xF8: "o", 0xD8: "O", 0x111: "d", 0x110: "D", 0xF0: "d",
    0xFE: "th", 0xDE: "Th", 0xDF: "ss", 0xE6: "ae", 0xC6: "Ae", 0x153: "oe", 0x152: "Oe",
    0x259: "e", 0x18F: "E", 0x14B: "ng", 0x2019: "'", 0x2018: "'", 0x2BC: "'", 0x2010: "-",
    0x2013: "-", 0xA0: " ",
  ]

  /// A spelling without the under-dots and macrons of scholarly romanization, as maps write it.
  static func plain(_ latin: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in decomposed(latin) {
      switch scalar.value {
      case 0x0304, 0x0323, 0x0327, 0x0331: continue
      case 0x2018, 0x02BF, 0x02BB, 0x2019, 0x02BE, 0x02BC, 0x60: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func decomposed(_ latin: String) -> [Unicode.Scalar] {
    latin.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      let plain: [UInt32: (UInt32, UInt32)] = [
        0x101: (0x61, 0x304), 0x100: (0x41, 0x304), 0x12B: (0x69, 0x304), 0x12A: (0x49, 0x304),
        0x16B: (0x75, 0x304), 0x16A: (0x55, 0x304), 0x1E29: (0x68, 0x327), 0x1E28: (0x48, 0x327),
        0x1E25: (0x68, 0x323), 0x1E24: (0x48, 0x323), 0x15F: (0x73, 0x327), 0x15E: (0x53, 0x327),
        0x163: (0x74, 0x327), 0x162: (0x54, 0x327), 0x1E11: (0x64, 0x327), 0x1E10: (0x44, 0x327),
        0x1E63: (0x73, 0x323), 0x1E6D: (0x74, 0x323), 0x1E0D: (0x64, 0x323), 0x1E93: (0x7A, 0x323),
      ]
      guard let pair = plain[scalar.value], let base = Unicode.Scalar(pair.0),
        let mark = Unicode.Scalar(pair.1)
      else { return [scalar] }
      return [base, mark]
    }
  }
}

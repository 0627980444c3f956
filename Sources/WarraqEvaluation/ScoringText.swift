import ICUText
import UTF8Text

/// Text as evaluations compare it: spellings that readers take for one are one.
public enum ScoringText {
  /// NFKC without tashkeel, tatweel and invisible marks, one form of alef, ya, kaf and ta marbuta,
  /// ASCII digits, lower case.
  public static func normalized(_ string: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in normalize(string, .nfkc).unicodeScalars where !isStripped(scalar.value) {
      result.append(folded(scalar))
    }
    return String(result).lowercased()
  }

  /// The words of a text: runs of letters and digits of its normalized form.
  public static func words(_ string: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in normalized(string).unicodeScalars {
      if isWordScalar(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// A light stem of a normalized word: the article and particles in front and one common ending
  /// are cut where three letters stay, after light10 (Larkey, Ballesteros and Connell, 2007).
  public static func lightStem(_ word: String) -> String {
    var rest = Array(word.unicodeScalars)[...]
    if let prefix = prefixes.first(where: { rest.count >= $0.count + 3 && rest.starts(with: $0) }) {
      rest = rest.dropFirst(prefix.count)
    } else if rest.count >= 5, rest.first == "و" {
      rest = rest.dropFirst()
    }
    for suffix in suffixes
    where rest.count >= suffix.count + 3 && rest.suffix(suffix.count).elementsEqual(suffix) {
      rest = rest.dropLast(suffix.count)
      break
    }
    var stem = String.UnicodeScalarView()
    stem.append(contentsOf: rest)
    return String(stem)
  }

  /// A string in a normalization form; the string itself where ICU cannot make one.
  static func normalize(_ string: String, _ form: NormalizationForm) -> String {
    guard let normalized = try? form.normalize(Text(string)).text else { return string }
    return String(decoding: normalized.bytes, as: UTF8.self)
  }

  /// True for letters and numbers.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static let prefixes = scalars([
    "وبال", "وكال", "وفال", "ولل", "وال", "بال", "كال", "فال", "ال", "لل",
  ])
  private static let suffixes = scalars([
    "تها", "ها", "هم", "هن", "كم", "نا", "ات", "ان", "ون", "ين", "يه", "تي", "وا", "ه", "ي",
  ])

  private static func scalars(_ strings: [String]) -> [[Unicode.Scalar]] {
    strings.map { Array($0.unicodeScalars) }
  }

  private static func isStripped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED, 0x61C, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
      return true
    default: return false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x671: return "ا"
    case 0x649, 0x6CC: return "ي"
    case 0x629: return "ه"
    case 0x6A9: return "ك"
    case 0x660...0x669: return Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30))
    case 0x6F0...0x6F9: return Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30))
    default: return scalar
    }
  }
}

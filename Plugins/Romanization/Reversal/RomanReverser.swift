import Warraq

/// Gives ALA-LC romanization back its Arabic letters. A guess: the same reading may be written in two
/// ways, and catalogues vary.
///
/// Words that the romanizer's lexicon has go back as they are written there most; others by their
/// letters.
public struct RomanReverser: Sendable {
  /// The reverser of the built-in model, made when it is first asked for.
  public static let shared = RomanReverser(RomanizerModel.shared)

  private var words: [ByteKey: (arabic: String, count: Int)] = [:]

  init(_ model: RomanizerModel?) {
    model?.forEachWord { letters, latin, count in
      let key = ByteKey(Self.key(latin))
      if count > words[key]?.count ?? 0 { words[key] = (letters, count) }
    }
  }

  /// The Arabic of a line.
  public func reverse(_ line: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      reverseWord(String(word))
    }.joined(separator: " ")
  }

  private func reverseWord(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    let isLatin: (Unicode.Scalar) -> Bool = {
      ScalarClass.isLatinLetter($0.value) || (0x2B0...0x36F).contains($0.value)
    }
    guard let first = scalars.firstIndex(where: isLatin),
      let last = scalars.lastIndex(where: isLatin)
    else { return word }
    let core = String(String.UnicodeScalarView(scalars[first...last]))
    let head = String(String.UnicodeScalarView(scalars[..<first]))
    let tail = String(String.UnicodeScalarView(scalars[(last + 1)...]))
    return head + (words[ByteKey(Self.key(core))]?.arabic ?? letters(of: core)) + tail
  }

  /// A reading as it is looked up: lower case, one apostrophe for each sound.
  private static func key(_ latin: String) -> String {
    String(
      String.UnicodeScalarView(LatinUnits.scalars(of: latin).compactMap(Unicode.Scalar.init)))
  }

  /// A word by its sounds: particles first, then consonants and long vowels; short ones are not written.
  private func letters(of word: String) -> String {
    var rest = LatinUnits.scalars(of: word)[...]
    var result = ""
    for (particle, arabic) in [
      ("wa-", "و"), ("fa-", "ف"), ("bi-", "ب"), ("ka-", "ك"), ("lil-", "لل"), ("li-", "ل"),
      ("al-", "ال"),
    ] where rest.starts(with: particle.unicodeScalars.map(\.value)) {
      rest = rest.dropFirst(particle.unicodeScalars.count)
      if let known = words[
        ByteKey(String(String.UnicodeScalarView(rest.compactMap(Unicode.Scalar.init))))]
      {
        return result + arabic + known.arabic
      }
      result += arabic
    }
    return result + Self.spell(Array(rest))
  }

  private static func spell(_ reading: [UInt32]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    var last: String?
    while index < reading.count {
      let sound = sounds.first { matches($0.latin, reading, index) }
      guard let sound else {
        if let scalar = Unicode.Scalar(reading[index]), scalar != "-" { result.append(scalar) }
        index += 1
        last = nil
        continue
      }
      let end = index + sound.latin.unicodeScalars.count
      let isFinal = end == reading.count
      switch sound.latin {
      case "a", "i", "u":
        // A short vowel is written only where a word begins with it.
        if index == 0 { result.append(sound.latin == "i" ? "إ" : "أ") }
      case "h" where isFinal && last == "a": result.append("ة")
      case "ʼ": result.append(hamza(reading, index, isFinal: isFinal))
      case "ā" where index == 0 || last == "ʼ":
        if last == "ʼ", result.last == "أ" { result.removeLast() }
        result.append("آ")
      default:
        // A doubled consonant is one letter.
        if last != sound.latin || "āīū".contains(sound.latin) { result.append(sound.arabic) }
      }
      last = sound.latin
      index = end
    }
    return String(result)
  }

  private static func hamza(_ reading: [UInt32], _ index: Int, isFinal: Bool) -> Unicode.Scalar {
    if isFinal { return "ء" }
    let around = [index > 0 ? reading[index - 1] : 0, reading[index + 1]]
    if around.contains(where: { $0 == 0x69 || $0 == 0x12B }) { return "ئ" }
    if around.contains(where: { $0 == 0x75 || $0 == 0x16B }) { return "ؤ" }
    return around[0] == 0x101 ? "ء" : "أ"
  }

  private static func matches(_ latin: String, _ reading: [UInt32], _ place: Int) -> Bool {
    var index = place
    for scalar in latin.unicodeScalars {
      guard index < reading.count, reading[index] == scalar.value else { return false }
      index += 1
    }
    return true
  }

  /// Sounds and their letters, the longest first.
  private static let sounds: [(latin: String, arabic: Unicode.Scalar)] = [
    ("th", "ث"), ("kh", "خ"), ("dh", "ذ"), ("sh", "ش"), ("gh", "غ"), ("ch", "چ"), ("ā", "ا"),
    ("ī", "ي"), ("ū", "و"), ("á", "ى"), ("a", "ا"), ("i", "ي"), ("u", "و"), ("b", "ب"), ("t", "ت"),
    ("j", "ج"), ("ḥ", "ح"), ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("ṣ", "ص"), ("ḍ", "ض"),
    ("ṭ", "ط"), ("ẓ", "ظ"), ("ʻ", "ع"), ("f", "ف"), ("q", "ق"), ("k", "ك"), ("l", "ل"), ("m", "م"),
    ("n", "ن"), ("h", "ه"), ("w", "و"), ("y", "ي"), ("ʼ", "ء"), ("p", "پ"), ("v", "ڤ"), ("g", "گ"),
  ]
}

import Warraq

/// Gives ALA-LC romanization back its Arabic letters. A guess: the same reading may be written in two
/// ways, and catalogues vary.
///
/// Words that the romanizer's lexicon has go back as they are written there most; others by their
/// letters.
public struct RomanReverser: Sendable {
  /// The reverser of the built-in model, made when it is first asked for.
  public static let shared = RomanReverser(RomanizerModel.shared)

  /// How a reading is written most.
  private struct Written: Sendable {
    var arabic = ""
    var count = 0
    /// The same among spellings that end in ة, for a word that is in construct.
    var construct = ""
    var constructCount = 0
  }

  private var words: [ByteKey: Written] = [:]

  init(_ model: RomanizerModel?) {
    model?.forEachWord { letters, latin, count in
      let key = ByteKey(Self.key(latin))
      var written = words[key] ?? Written()
      if count > written.count { (written.arabic, written.count) = (letters, count) }
      if letters.last == "ة", count > written.constructCount {
        (written.construct, written.constructCount) = (letters, count)
      }
      words[key] = written
    }
  }

  /// The Arabic of a line.
  public func reverse(_ line: String) -> String {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    return words.indices.map { index in
      let next = index + 1 < words.count ? Self.key(String(words[index + 1])) : ""
      return reverseWord(
        String(words[index]), isConstruct: next.hasPrefix("al-") || next.hasPrefix("allāh"))
    }.joined(separator: " ")
  }

  /// - Parameter isConstruct: Whether a word with the article follows: what ends in -at before it is written with ة.
  private func reverseWord(_ word: String, isConstruct: Bool) -> String {
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
    let reading = LatinUnits.scalars(of: core)
    guard Self.isReading(reading) else { return word }
    // Who is called by his father alone is ابن, after another name it is بن; readings tell by the capital.
    if core == "Ibn" { return head + "ابن" + tail }
    return head
      + (known(reading[...], isConstruct: isConstruct)
        ?? letters(of: reading, isConstruct: isConstruct)) + tail
  }

  /// Whether all letters of a word are those of ALA-LC: names in a Latin spelling of their own have others, and half a word in
  /// each script would be neither.
  private static func isReading(_ word: [UInt32]) -> Bool {
    word.indices.allSatisfy { index in
      !ScalarClass.isLatinLetter(word[index])
        || (index > 0 && word[index] == 0x68 && word[index - 1] == 0x63)
        || sounds.contains { matches($0.latin, word, index) }
    }
  }

  /// How a reading is written in the lexicon.
  private func known(_ reading: ArraySlice<UInt32>, isConstruct: Bool) -> String? {
    let key = String(String.UnicodeScalarView(reading.compactMap(Unicode.Scalar.init)))
    guard let written = words[ByteKey(key)] else { return nil }
    let isTa = isConstruct && written.constructCount > 0 && key.hasSuffix("at")
    return isTa ? written.construct : written.arabic
  }

  /// A reading as it is looked up: lower case, one apostrophe for each sound.
  private static func key(_ latin: String) -> String {
    String(
      String.UnicodeScalarView(LatinUnits.scalars(of: latin).compactMap(Unicode.Scalar.init)))
  }

  /// A word by its sounds: particles first, then consonants and long vowels; short ones are not written.
  private func letters(of reading: [UInt32], isConstruct: Bool) -> String {
    var rest = reading[...]
    var result = ""
    for (particle, arabic) in Self.particles where rest.starts(with: particle) {
      rest = rest.dropFirst(particle.count)
      if let known = known(rest, isConstruct: isConstruct) { return result + arabic + known }
      result += arabic
    }
    // An article inside: names written as one word.
    while let index = rest.indices.first(where: { rest[$0...].starts(with: Self.innerArticle) }) {
      result += (known(rest[..<index], isConstruct: true) ?? Self.spell(rest[..<index])) + "ال"
      rest = rest[(index + Self.innerArticle.count)...]
    }
    if !result.isEmpty, let known = known(rest, isConstruct: isConstruct) { return result + known }
    return result + Self.spell(rest, isConstruct: isConstruct)
  }

  private static let innerArticle = "-al-".unicodeScalars.map(\.value)
  private static let particles: [([UInt32], String)] = [
    ("wa-", "و"), ("fa-", "ف"), ("bi-", "ب"), ("ka-", "ك"), ("lil-", "لل"), ("li-", "ل"),
    ("al-", "ال"),
  ].map { (particle: String, arabic: String) in (particle.unicodeScalars.map(\.value), arabic) }

  private static func spell(_ word: ArraySlice<UInt32>, isConstruct: Bool = false) -> String {
    let reading = Array(word)
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
      case "h" where isFinal && last == "a", "t" where isFinal && last == "a" && isConstruct:
        result.append("ة")
      case "n" where isFinal && last == "a" && reading.dropLast(2).suffix(2) == [0x12B, 0x79]:
        // -īyan: an adverb in tanwin.
        result.append("ا")
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
    ("th", "ث"), ("kh", "خ"), ("dh", "ذ"), ("sh", "ش"), ("gh", "غ"), ("ch", "چ"), ("īy", "ي"),
    ("ūw", "و"), ("ā", "ا"),
    ("ī", "ي"), ("ū", "و"), ("á", "ى"), ("a", "ا"), ("i", "ي"), ("u", "و"), ("b", "ب"), ("t", "ت"),
    ("j", "ج"), ("ḥ", "ح"), ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("ṣ", "ص"), ("ḍ", "ض"),
    ("ṭ", "ط"), ("ẓ", "ظ"), ("ʻ", "ع"), ("f", "ف"), ("q", "ق"), ("k", "ك"), ("l", "ل"), ("m", "م"),
    ("n", "ن"), ("h", "ه"), ("w", "و"), ("y", "ي"), ("ʼ", "ء"), ("p", "پ"), ("v", "ڤ"), ("g", "گ"),
  ]
}

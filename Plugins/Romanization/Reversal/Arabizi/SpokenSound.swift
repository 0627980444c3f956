/// A sound of Arabic as ALA-LC writes it, by its place in `SpokenSound.all`.
struct SpokenSound: Hashable, Sendable {
  let number: UInt8

  /// All sounds with the letter that mostly stands for each; short vowels have none.
  static let all: [(latin: String, arabic: String)] = [
    ("a", ""), ("i", ""), ("u", ""), ("ā", "ا"), ("ī", "ي"), ("ū", "و"), ("á", "ى"), ("ʼ", "ء"),
    ("ʻ", "ع"),
    ("y", "ي"), ("w", "و"), ("h", "ه"), ("ḥ", "ح"), ("th", "ث"), ("kh", "خ"), ("dh", "ذ"),
    ("sh", "ش"),
    ("gh", "غ"), ("ch", "تش"), ("b", "ب"), ("t", "ت"), ("ṭ", "ط"), ("j", "ج"), ("d", "د"),
    ("ḍ", "ض"), ("r", "ر"),
    ("z", "ز"), ("ẓ", "ظ"), ("s", "س"), ("ṣ", "ص"), ("f", "ف"), ("q", "ق"), ("k", "ك"), ("l", "ل"),
    ("m", "م"),
    ("n", "ن"), ("p", "ب"), ("v", "ف"), ("g", "ج"),
  ]

  private static let numbers = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1.latin, SpokenSound(number: UInt8($0))) })

  static let shortA = SpokenSound(number: 0)
  static let hamza = SpokenSound(number: 7)
  static let ayn = SpokenSound(number: 8)
  static let h = SpokenSound(number: 11)

  var arabic: String { Self.all[Int(number)].arabic }
  var isShortVowel: Bool { number < 3 }
  var isVowel: Bool { number < 7 }
  /// y and w, which chat often writes as vowels.
  var isGlide: Bool { number == 9 || number == 10 }

  /// The sounds of a reading in ALA-LC; nil when other letters stand in it.
  static func read(_ latin: String) -> [SpokenSound]? {
    var sounds: [SpokenSound] = []
    let scalars = LatinUnits.scalars(of: Array(latin.utf8)).compactMap(Unicode.Scalar.init)
    var index = 0
    while index < scalars.count {
      // kh, sh and their like are one sound.
      if index + 1 < scalars.count, scalars[index + 1] == "h",
        let pair = numbers[String(scalars[index]) + "h"]
      {
        sounds.append(pair)
        index += 2
        continue
      }
      guard let sound = numbers[String(scalars[index])] else { return nil }
      sounds.append(sound)
      index += 1
    }
    return sounds
  }

  /// What the sound has in common with those that chat writes alike; nil for vowels, glides and what is often left out.
  var outline: UInt8? { Self.outlines[Int(number)] }

  private static let outlines: [UInt8?] = all.map { latin, _ in
    switch latin {
    case "h", "ḥ": UInt8(ascii: "h")
    case "th", "t", "ṭ": UInt8(ascii: "t")
    case "kh": UInt8(ascii: "x")
    case "dh", "d", "ḍ", "z", "ẓ": UInt8(ascii: "d")
    case "sh", "ch": UInt8(ascii: "c")
    case "b", "p": UInt8(ascii: "b")
    case "f", "v": UInt8(ascii: "f")
    case "s", "ṣ": UInt8(ascii: "s")
    case "k", "q", "g", "j", "gh": UInt8(ascii: "k")
    case "r", "l", "m", "n": latin.utf8.first
    default: nil
    }
  }
}

import Warraq

/// Puts the vowels of an ALA-LC reading on the letters of an unvocalised word.
///
/// The letters and the reading are gone through side by side; where a letter can stand for several
/// stretches of the reading, all are tried, each place once.
struct VowelFitter {
  private static let fatha: UInt32 = 0x64E
  private static let damma: UInt32 = 0x64F
  private static let kasra: UInt32 = 0x650
  private static let shadda: UInt32 = 0x651
  private static let sukun: UInt32 = 0x652
  private static let fathatan: UInt32 = 0x64B
  private static let dammatan: UInt32 = 0x64C
  private static let kasratan: UInt32 = 0x64D
  private static let daggerAlef: UInt32 = 0x670
  /// The longest word that is tried, in letters.
  private static let longest = 40

  /// Words whose reading says what their letters do not.
  private static let irregular: [String: (reading: String, word: String)] = [
    "الله": ("allāh", "اللّٰه"), "بن": ("ibn", "بْن"), "مائة": ("miʼah", "مِائَة"),
    "هذا": ("hādhā", "هٰذَا"), "هذه": ("hādhihi", "هٰذِهِ"), "ذلك": ("dhālika", "ذٰلِكَ"),
    "لكن": ("lākin", "لٰكِن"), "عمرو": ("ʻamr", "عَمْرو"), "بالله": ("billāh", "بِاللّٰه"),
    "لله": ("lillāh", "لِلّٰه"),
  ]

  private let letters: [UInt32]
  private let reading: [UInt32]
  /// Places that were tried in vain: letter, then place in the reading.
  private var failed: Set<Int> = []

  private init(_ letters: [UInt32], _ reading: [UInt32]) {
    self.letters = letters
    self.reading = reading
  }

  /// The word with its vowels; nil where the reading is not one of these letters.
  ///
  /// - Parameters:
  ///   - letters: The word's letters, no marks.
  ///   - reading: ALA-LC in lower case.
  static func fit(_ letters: String, to reading: String) -> String? {
    if let known = irregular[letters], known.reading == reading { return known.word }
    if let name = divineName(letters, reading) { return name }
    let word = letters.unicodeScalars.map(\.value)
    let latin = LatinUnits.scalars(of: reading)
    guard !word.isEmpty, word.count <= longest, latin.count <= 3 * longest else { return nil }
    var fitter = VowelFitter(word, latin)
    guard let marks = fitter.marks(from: 0, reading: 0, behindArticle: false) else { return nil }
    var result = String.UnicodeScalarView()
    for (letter, own) in zip(word, marks) {
      for value in [letter] + own {
        if let scalar = Unicode.Scalar(value) { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// The name of God behind a particle or a name: والله, تالله, عبدالله, ولله.
  private static func divineName(_ letters: String, _ reading: String) -> String? {
    for (arabic, latin, name) in [("الله", "llāh", "اللّٰه"), ("لله", "lillāh", "لِلّٰه")]
    where letters.hasSuffix(arabic) && letters != arabic && reading.hasSuffix(latin) {
      var start = reading.dropLast(latin.count)
      if start.hasSuffix("-a") { start.removeLast() }
      if start.hasSuffix("-") { start.removeLast() }
      if let own = fit(String(letters.dropLast(arabic.count)), to: String(start)) {
        return own + name
      }
    }
    return nil
  }

  /// The marks of each letter from a place on; nil when letters and reading do not go together.
  private mutating func marks(
    from letter: Int, reading place: Int, behindArticle: Bool
  ) -> [[UInt32]]? {
    if letter == letters.count { return place == reading.count ? [] : nil }
    let key = (letter << 9 | place) << 1 | (behindArticle ? 1 : 0)
    if failed.contains(key) { return nil }
    for option in options(letter, place, behindArticle: behindArticle) {
      guard
        var rest = marks(
          from: letter + option.letters, reading: option.end, behindArticle: option.isArticle)
      else { continue }
      rest = Array(repeating: [], count: option.letters - 1) + rest
      return [option.marks] + rest
    }
    failed.insert(key)
    return nil
  }

  /// One way in which a letter, or the article's two, may stand for a stretch of the reading.
  private struct Option {
    var end: Int
    var marks: [UInt32] = []
    var letters = 1
    var isArticle = false
  }

  private func options(_ letter: Int, _ place: Int, behindArticle: Bool) -> [Option] {
    var options: [Option] = []
    let start = skipHyphen(place)
    let scalar = letters[letter]
    if let article = article(letter, start) { options.append(article) }
    switch scalar {
    case 0x627, 0x622, 0x623, 0x625, 0x671: options += alef(scalar, letter, start, behindArticle)
    case 0x629:
      for sound in ["h", "t"] where matches(sound, start) {
        options.append(Option(end: start + 1))
      }
      // After a long vowel, or where a heading ends, nothing of it is heard.
      options.append(Option(end: start))
    case 0x649:
      if matches("á", start) || matches("ā", start) { options.append(Option(end: start + 1)) }
      if matches("ī", start) { options.append(Option(end: start + 1)) }
    default: break
    }
    if scalar == 0x648, matches("ūw", start) {
      options += vowels(start + 2, marks: [Self.shadda], letter)
    }
    if scalar == 0x644, matches("l-l", start) {
      // لل before ل: one of three is not written.
      options += vowels(start + 3, marks: [Self.shadda], letter)
    }
    if scalar == 0x648, matches("ū", start) { options.append(Option(end: start + 1)) }
    if scalar == 0x64A, matches("ʼ", start), letter + 2 == letters.count,
      letters[letter + 1] == 0x621
    {
      // The carrier that many write before a hamza at the end: شاطيء.
      options.append(Option(end: start))
    }
    if scalar == 0x64A, matches("ī", start) {
      // īy is a doubled letter behind its vowel.
      if matches("y", start + 1) {
        options += vowels(start + 2, marks: [Self.shadda], letter)
      }
      options.append(Option(end: start + 1))
    }
    for sound in LatinUnits.consonants[scalar] ?? [] where matches(sound, start) {
      let length = sound.unicodeScalars.count
      if matches(sound, start + length) {
        options += vowels(start + 2 * length, marks: [Self.shadda], letter)
      }
      let marks = behindArticle && LatinUnits.sunLetters.contains(scalar) ? [Self.shadda] : []
      options += vowels(start + length, marks: marks, letter)
    }
    if letter == 0, letters.count > 4, scalar == 0x627, letters[1] == 0x644 {
      // Headings leave the article out of the reading.
      options.append(Option(end: start, letters: 2, isArticle: true))
    }
    return options
  }

  /// A consonant is over; what vowel follows it.
  ///
  /// - Parameter letter: The consonant's index.
  private func vowels(_ place: Int, marks: [UInt32], _ letter: Int) -> [Option] {
    let isLast = letter + 1 == letters.count
    let short: [(String, mark: UInt32, nunated: UInt32)] = [
      ("a", Self.fatha, Self.fathatan), ("i", Self.kasra, Self.kasratan),
      ("u", Self.damma, Self.dammatan),
    ]
    for (sound, mark, nunated) in short where matches(sound, place) {
      var options = [Option(end: place + 1, marks: marks + [mark])]
      // -an at the end, with or without its alef; the others have no letter.
      if sound == "a" || isLast, matches("n", place + 1), place + 2 == reading.count {
        options.append(Option(end: place + 2, marks: marks + [nunated]))
      }
      return options
    }
    let long: [(String, UInt32)] = [
      ("ā", Self.fatha), ("á", Self.fatha), ("ī", Self.kasra), ("ū", Self.damma),
    ]
    for (sound, mark) in long where matches(sound, place) {
      var options = [Option(end: place, marks: marks + [mark])]
      // An ā that no alef writes, as in الرحمن.
      if sound == "ā" { options.append(Option(end: place + 1, marks: marks + [Self.daggerAlef])) }
      // One wāw for wū and ʼū, as in داود.
      if sound == "ū", letters[letter] == 0x648 || letters[letter] == 0x624 {
        options.append(Option(end: place + 1, marks: marks + [mark]))
      }
      return options
    }
    // The end of a word keeps its case ending to itself.
    let isEnd = isLast || skipHyphen(place) == reading.count
    return [Option(end: place, marks: isEnd || !marks.isEmpty ? marks : [Self.sukun])]
  }

  private func alef(
    _ scalar: UInt32, _ letter: Int, _ start: Int, _ behindArticle: Bool
  ) -> [Option] {
    var options: [Option] = []
    let place = letter > 0 && matches("ʼ", start) ? start + 1 : start
    if scalar == 0x622 {
      if matches("ā", place) { options.append(Option(end: place + 1)) }
      return options
    }
    if scalar == 0x627, letter > 0 {
      if matches("ā", start) { options.append(Option(end: start + 1)) }
      // Silent behind ū and behind a tanwin.
      if letter + 1 == letters.count { options.append(Option(end: start)) }
    }
    // Behind a particle the alef of وَاِلْتَزَمَ begins a word.
    let beginsWord = letter == 0 || start > 0 && matches("-", start - 1)
    if beginsWord || scalar != 0x627 || place > start || behindArticle {
      for (sound, mark) in [("a", Self.fatha), ("i", Self.kasra), ("u", Self.damma)]
      where matches(sound, place) {
        options.append(
          Option(end: place + 1, marks: scalar == 0x625 && mark != Self.kasra ? [] : [mark]))
      }
      let long: [(String, UInt32)] = [("ī", Self.kasra), ("ū", Self.damma), ("ā", Self.fatha)]
      for (sound, mark) in long where matches(sound, place) {
        // The vowel is long because of the letter behind; ā alone is the alef's own.
        options.append(
          Option(
            end: mark == Self.fatha ? place + 1 : place, marks: mark == Self.fatha ? [] : [mark]))
      }
      if place > start { options.append(Option(end: place, marks: [Self.sukun])) }
    }
    return options
  }

  /// ال read as `al-`, or as `l-` behind a vowel.
  private func article(_ letter: Int, _ start: Int) -> Option? {
    guard letter + 2 < letters.count, letters[letter] == 0x627, letters[letter + 1] == 0x644 else {
      return nil
    }
    for sound in ["al-", "l-"] where matches(sound, start) {
      return Option(end: start + sound.count, letters: 2, isArticle: true)
    }
    return nil
  }

  private func skipHyphen(_ place: Int) -> Int {
    matches("-", place) ? place + 1 : place
  }

  private func matches(_ sound: String, _ place: Int) -> Bool {
    var index = place
    for scalar in sound.unicodeScalars {
      guard index < reading.count, reading[index] == scalar.value else { return false }
      index += 1
    }
    return true
  }
}

import Warraq

/// Puts the vowels of an ALA-LC reading on the letters of an unvocalised word.
///
/// The letters and the reading are gone through side by side; where a letter can stand for several
/// stretches of the reading, all are tried, each place once.
struct VowelFitter {
  /// The longest word that is tried, in letters.
  private static let longest = 40

  /// Words whose reading says what their letters do not, in UTF-8.
  private static let irregular: [[UInt8]: (reading: [UInt8], word: [UInt8])] = {
    let words = [
      ("الله", "allāh", "اللّٰه"), ("بن", "ibn", "بْن"),
      ("هذا", "hādhā", "هٰذَا"), ("هذه", "hādhihi", "هٰذِهِ"), ("ذلك", "dhālika", "ذٰلِكَ"),
      ("لكن", "lākin", "لٰكِن"), ("عمرو", "ʻamr", "عَمْرو"), ("بالله", "billāh", "بِاللّٰه"),
      ("لله", "lillāh", "لِلّٰه"), ("للذي", "li-alladhī", "لِلَّذِي"), ("للتي", "li-allatī", "لِلَّتِي"),
      ("للذين", "li-alladhīna", "لِلَّذِينَ"), ("وللذين", "wa-li-alladhīna", "وَلِلَّذِينَ"),
    ]
    return Dictionary(
      uniqueKeysWithValues: words.map { (Array($0.utf8), (Array($1.utf8), Array($2.utf8))) })
  }()

  private let letters: [UInt32]
  private let reading: [UInt32]
  /// The marks of each letter, filled from the last one back.
  private var found: [VowelMarks]
  /// The ways of all letters that are being tried, one letter's behind another's.
  private var options: [Option] = []
  /// Places that were tried in vain: letter, then place in the reading.
  private var failed: Set<Int> = []

  private init(_ letters: [UInt32], _ reading: [UInt32]) {
    self.letters = letters
    self.reading = reading
    found = [VowelMarks](repeating: VowelMarks(), count: letters.count)
    options.reserveCapacity(4 * letters.count)
  }

  /// The word with its vowels, UTF-8; nil where the reading is not one of these letters.
  ///
  /// - Parameters:
  ///   - letters: The word's letters, no marks; UTF-8.
  ///   - reading: ALA-LC in lower case, UTF-8.
  static func fit(_ letters: [UInt8], to reading: [UInt8]) -> [UInt8]? {
    if letters.count <= longestIrregular, let known = irregular[letters],
      known.reading == reading
    {
      return known.word
    }
    if let name = divineName(letters, reading) { return name }
    let word = UTF8Bytes.scalars(of: letters)
    let latin = LatinUnits.scalars(of: reading)
    guard !word.isEmpty, word.count <= longest, latin.count <= 3 * longest else { return nil }
    var fitter = VowelFitter(word, latin)
    guard fitter.fits(from: 0, reading: 0, behindArticle: false) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(2 * letters.count + 4)
    for (letter, marks) in zip(word, fitter.found) {
      UTF8Bytes.append(letter, to: &result)
      marks.append(to: &result)
    }
    return result
  }

  /// Bytes of the longest irregular word.
  private static let longestIrregular = irregular.keys.map(\.count).max() ?? 0

  private static let divineNames = [("الله", "llāh", "اللّٰه"), ("لله", "lillāh", "لِلّٰه")].map {
    (arabic: Array($0.utf8), latin: Array($1.utf8), name: Array($2.utf8))
  }

  /// The name of God behind a particle or a name: والله, تالله, عبدالله, ولله.
  private static func divineName(_ letters: [UInt8], _ reading: [UInt8]) -> [UInt8]? {
    for (arabic, latin, name) in divineNames
    where letters.count > arabic.count && letters.suffix(arabic.count).elementsEqual(arabic)
      && reading.suffix(latin.count).elementsEqual(latin)
    {
      var start = reading.dropLast(latin.count)
      if start.suffix(2).elementsEqual("-a".utf8) { start.removeLast() }
      if start.last == UInt8(ascii: "-") { start.removeLast() }
      if let own = fit(Array(letters.dropLast(arabic.count)), to: Array(start)) {
        return own + name
      }
    }
    return nil
  }

  /// Finds the marks of each letter from a place on; false when letters and reading do not go together.
  private mutating func fits(from letter: Int, reading place: Int, behindArticle: Bool) -> Bool {
    if letter == letters.count { return place == reading.count }
    let key = (letter << 9 | place) << 1 | (behindArticle ? 1 : 0)
    if !failed.isEmpty, failed.contains(key) { return false }
    let first = options.count
    appendOptions(letter, place, behindArticle: behindArticle)
    defer { options.removeLast(options.count - first) }
    for number in first..<options.count {
      let option = options[number]
      if fits(
        from: letter + option.letters, reading: option.end, behindArticle: option.isArticle)
      {
        found[letter] = option.marks
        return true
      }
    }
    failed.insert(key)
    return false
  }

  /// One way in which a letter, or the article's two, may stand for a stretch of the reading.
  private struct Option {
    var end: Int
    var marks = VowelMarks()
    var letters = 1
    var isArticle = false
  }

  private mutating func appendOptions(_ letter: Int, _ place: Int, behindArticle: Bool) {
    let start = skipHyphen(place)
    let scalar = letters[letter]
    if let article = article(letter, start) { options.append(article) }
    switch scalar {
    case 0x627, 0x622, 0x623, 0x625, 0x671: appendAlef(scalar, letter, start, behindArticle)
    case 0x629:
      if matches("h", start) || matches("t", start) { options.append(Option(end: start + 1)) }
      // After a long vowel, or where a heading ends, nothing of it is heard.
      options.append(Option(end: start))
    case 0x649:
      if matches("á", start) || matches("ā", start) { options.append(Option(end: start + 1)) }
      if matches("ī", start) { options.append(Option(end: start + 1)) }
    default: break
    }
    if scalar == 0x648, matches("ū", start), matches("w", start + 1) {
      appendVowels(start + 2, marks: .shadda, letter)
    }
    if scalar == 0x644, matches("l", start), matches("-", start + 1), matches("l", start + 2) {
      // لل before ل: one of three is not written.
      appendVowels(start + 3, marks: .shadda, letter)
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
      if matches("y", start + 1) { appendVowels(start + 2, marks: .shadda, letter) }
      options.append(Option(end: start + 1))
    }
    for sound in LatinUnits.consonants[scalar] ?? [] where matches(sound, start) {
      if matches(sound, start + sound.count) {
        appendVowels(start + 2 * sound.count, marks: .shadda, letter)
      }
      let isSun = behindArticle && PhoneticRomanizer.isSunLetter(scalar)
      appendVowels(start + sound.count, marks: isSun ? .shadda : VowelMarks(), letter)
    }
    if letter == 0, letters.count > 4, scalar == 0x627, letters[1] == 0x644 {
      // Headings leave the article out of the reading.
      options.append(Option(end: start, letters: 2, isArticle: true))
    }
  }

  /// A consonant is over; what vowel follows it.
  ///
  /// - Parameter letter: The consonant's index.
  private mutating func appendVowels(_ place: Int, marks: VowelMarks, _ letter: Int) {
    let isLast = letter + 1 == letters.count
    guard place < reading.count, let vowel = VowelMarks.Vowel(reading[place]) else {
      // The end of a word keeps its case ending to itself.
      let isEnd = isLast || skipHyphen(place) == reading.count
      options.append(Option(end: place, marks: isEnd || !marks.isEmpty ? marks : .sukun))
      return
    }
    guard vowel.isLong else {
      options.append(Option(end: place + 1, marks: marks.adding(vowel.mark)))
      // -an at the end, with or without its alef; the others have no letter.
      if vowel.mark == .fatha || isLast, matches("n", place + 1), place + 2 == reading.count {
        options.append(Option(end: place + 2, marks: marks.adding(vowel.nunated)))
      }
      return
    }
    options.append(Option(end: place, marks: marks.adding(vowel.mark)))
    // An ā that no alef writes, as in الرحمن.
    if matches("ā", place) {
      options.append(Option(end: place + 1, marks: marks.adding(.daggerAlef)))
    }
    // One wāw for wū and ʼū, as in داود.
    if matches("ū", place), letters[letter] == 0x648 || letters[letter] == 0x624 {
      options.append(Option(end: place + 1, marks: marks.adding(vowel.mark)))
    }
  }

  private mutating func appendAlef(
    _ scalar: UInt32, _ letter: Int, _ start: Int, _ behindArticle: Bool
  ) {
    let place = letter > 0 && matches("ʼ", start) ? start + 1 : start
    if scalar == 0x622 {
      if matches("ā", place) { options.append(Option(end: place + 1)) }
      return
    }
    if scalar == 0x627, letter > 0 {
      if matches("ā", start) { options.append(Option(end: start + 1)) }
      if isSilentInHundred(letter), start > 0, matches("i", start - 1) {
        options.append(Option(end: start))
      }
      // Silent behind ū and behind a tanwin.
      if letter + 1 == letters.count { options.append(Option(end: start)) }
    }
    // Behind a particle the alef of وَاِلْتَزَمَ begins a word.
    let beginsWord = letter == 0 || start > 0 && matches("-", start - 1)
    guard beginsWord || scalar != 0x627 || place > start || behindArticle else { return }
    if place < reading.count, let vowel = VowelMarks.Vowel(reading[place]), reading[place] != 0xE1 {
      if !vowel.isLong {
        options.append(
          Option(
            end: place + 1,
            marks: scalar == 0x625 && vowel.mark != .kasra ? VowelMarks() : vowel.mark))
      } else {
        // The vowel is long because of the letter behind; ā alone is the alef's own.
        options.append(
          vowel.mark == .fatha ? Option(end: place + 1) : Option(end: place, marks: vowel.mark))
      }
    }
    if place > start { options.append(Option(end: place, marks: .sukun)) }
  }

  /// The alef of مائة, which is written and not said.
  private func isSilentInHundred(_ letter: Int) -> Bool {
    letter + 1 < letters.count && letters[letter - 1] == 0x645 && letters[letter + 1] == 0x626
  }

  /// ال read as `al-`, or as `l-` behind a vowel.
  private func article(_ letter: Int, _ start: Int) -> Option? {
    guard letter + 2 < letters.count, letters[letter] == 0x627, letters[letter + 1] == 0x644 else {
      return nil
    }
    let lam = matches("a", start) ? start + 1 : start
    guard matches("l", lam), matches("-", lam + 1) else { return nil }
    return Option(end: lam + 2, letters: 2, isArticle: true)
  }

  private func skipHyphen(_ place: Int) -> Int {
    matches("-", place) ? place + 1 : place
  }

  private func matches(_ sound: Unicode.Scalar, _ place: Int) -> Bool {
    place < reading.count && reading[place] == sound.value
  }

  private func matches(_ sound: LatinUnits.Sound, _ place: Int) -> Bool {
    guard place + sound.count <= reading.count, reading[place] == sound.first else { return false }
    return sound.count == 1 || reading[place + 1] == sound.second
  }
}

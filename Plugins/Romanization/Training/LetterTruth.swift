import Warraq

/// Which Latin a letter may become in ALA-LC: its own sound, once or twice, and vowels behind it.
struct LetterTruth {
  private let consonants: [UInt32: [[UInt32]]]
  private static let vowels = Set("aiuāīūáo-".unicodeScalars.map(\.value))
  /// The long vowel that yāʼ and wāw stand for beside their consonant.
  private static let longVowels: [UInt32: UInt32] = [
    0x064A: 0x012B, 0x06CC: 0x012B, 0x0649: 0x012B, 0x0648: 0x016B,
  ]
  private static let carriers: Set<UInt32> = [0x0627, 0x0622, 0x0671]
  private static let hamzas: Set<UInt32> = [0x0621, 0x0623, 0x0624, 0x0625, 0x0626]

  init() {
    var consonants: [UInt32: [[UInt32]]] = [:]
    if case .phonetic(let romanizer)? = Scheme.all.first(where: { $0.id == "ala-lc" })?.engine {
      for (letter, latin) in romanizer.letters {
        consonants[letter] = [latin.unicodeScalars.map(\.value)]
      }
    }
    consonants[0x0629] = ["h", "t"].map { $0.unicodeScalars.map(\.value) }
    // What is written for Persian, Turkish and foreign sounds.
    consonants[0x06A4, default: []].append("v".unicodeScalars.map(\.value))
    consonants[0x0648, default: []].append("v".unicodeScalars.map(\.value))
    consonants[0x062C, default: []].append("g".unicodeScalars.map(\.value))
    self.consonants = consonants
  }

  /// Whether a word's letters can become a Latin word at all, long vowels told and alef sounded where they should be.
  func spells(_ letters: [UInt32], _ latin: [UInt32]) -> Bool {
    guard !Self.hasHiatus(latin) else { return false }
    var reached: Set<Int> = [0]
    for index in letters.indices {
      var next: Set<Int> = []
      for start in reached {
        for count in 0...min(5, latin.count - start)
        where says(letters, index, latin[start..<start + count]) {
          next.insert(start + count)
        }
      }
      if next.isEmpty { return false }
      reached = next
    }
    return reached.contains(latin.count)
  }

  /// Whether a vowel stands right behind another, as in no Arabic word.
  private static func hasHiatus(_ latin: [UInt32]) -> Bool {
    zip(latin, latin.dropFirst()).contains {
      $0 != hyphen && $1 != hyphen && vowels.contains($0) && vowels.contains($1)
    }
  }

  private static let hyphen = UInt32(UInt8(ascii: "-"))

  /// Whether a word has letters that ALA-LC writes for none of Arabic.
  static func isForeign(_ latin: [UInt8]) -> Bool {
    latin.contains { foreignLetters.contains($0) }
  }

  private static let foreignLetters = Set("ceopx".utf8)

  /// Whether a letter of a word may become this, stricter in its vowels than what letters are learned from, and less strict
  /// in what is often left out.
  private func says(_ letters: [UInt32], _ index: Int, _ output: ArraySlice<UInt32>) -> Bool {
    let letter = letters[index]
    guard output.allSatisfy({ Self.writers[$0]?.contains(letter) ?? true }) else { return false }
    // The lām of للغة stands for the article too.
    if letter == 0x0644, letters[index...].dropFirst().first == letter,
      output == ArraySlice("lil-".unicodeScalars.map(\.value))
    {
      return true
    }
    // Nouns as محام have an ending that is heard and not written.
    if index == letters.count - 1, output.count > 2, output.last == 0x6E,
      output.dropLast().last == 0x69
    {
      return allows(letter, output.dropLast())
    }
    // The points of ta marbuta are often not written.
    if letter == 0x0647, index == letters.count - 1, output == ArraySlice([0x74]) { return true }
    guard allows(letter, output) else { return false }
    // A ya that is a consonant is no long vowel as well.
    if letter == 0x064A, output.starts(with: "yī".unicodeScalars.map(\.value)) { return false }
    // The particle of questions has its hamza.
    if letter == 0x0627, output.elementsEqual("a-".unicodeScalars.map(\.value)) { return false }
    if letter == 0x0622 { return output.contains(0x0101) }
    guard letter == 0x0627, index > 0, index < letters.count - 1 else { return true }
    // Within a word alef is long or a hamza, but behind particles, and in مائة.
    return output.first == 0x0101 || output.first == 0x02BC
      || Self.hamzas.contains(letters[index + 1])
      || letters[..<index].allSatisfy { Self.particles.contains($0) }
  }

  /// The letters that long vowels other than ā are written with: ā is often not written.
  private static let writers: [UInt32: Set<UInt32>] = [
    0x012B: [0x064A, 0x06CC, 0x0649], 0x016B: [0x0648, 0x0624], 0x00E1: [0x0649, 0x064A, 0x06CC],
    0x6F: [],
  ]
  private static let unmarked: Set<UInt32> = [0x0627, 0x0648, 0x064A, 0x06CC]
  private static let particles = Set("وفبكلسأ".unicodeScalars.map(\.value))

  /// Whether a letter may become this.
  func allows(_ letter: UInt32, _ output: ArraySlice<UInt32>) -> Bool {
    if Self.isVowels(output) {
      // Letters that may be silent or a vowel alone.
      return Self.carriers.contains(letter) || Self.hamzas.contains(letter)
        || [0x0648, 0x064A, 0x0649, 0x06CC].contains(letter)
        || output == ArraySlice("an".unicodeScalars.map(\.value))
    }
    if letter == 0x0627, output == ArraySlice("an".unicodeScalars.map(\.value)) { return true }
    // Hamza is often not written.
    if Self.hamzas.contains(letter) || letter == 0x0622
      || output.first == 0x02BC && Self.unmarked.contains(letter)
    {
      return output.first == 0x02BC && Self.isVowels(output.dropFirst())
    }
    var output = output
    // A doubled y or w behind its own vowel is written once: -īyah, -ūwah.
    if let first = output.first, output.count > 1, Self.longVowels[letter] == first {
      output = output.dropFirst()
    }
    for consonant in consonants[letter] ?? [] where output.starts(with: consonant) {
      var rest = output.dropFirst(consonant.count)
      if rest.starts(with: consonant) { rest = rest.dropFirst(consonant.count) }
      // The prime between letters that might be taken for one sound: azʹhar.
      if rest.first == 0x02B9 { rest = rest.dropFirst() }
      if Self.isVowels(rest) { return true }
    }
    return false
  }

  private static func isVowels(_ output: ArraySlice<UInt32>) -> Bool {
    output.allSatisfy { vowels.contains($0) }
  }
}

import Warraq

/// A letter of a word with the marks on it.
struct MarkedLetter {
  /// The vowel sign on a letter.
  enum Vowel {
    case none, a, u, i, silent
  }

  /// The letter.
  var letter: UInt32
  /// Its vowel sign; `silent` for sukun.
  var vowel = Vowel.none
  /// True when the sign is doubled (tanwin).
  var isNunated = false
  var hasShadda = false
  var hasSuperscriptAlef = false
  /// The scalars that it was read from, its marks included, by their indices.
  var source = 0..<0

  /// True when nothing is written on the letter.
  var isBare: Bool {
    vowel == .none && !hasShadda && !hasSuperscriptAlef && !isNunated
  }

  /// Reads a word's scalars; marks before any letter are dropped.
  static func read(_ scalars: ArraySlice<Unicode.Scalar>) -> [MarkedLetter] {
    var letters: [MarkedLetter] = []
    letters.reserveCapacity(scalars.count)
    read(scalars, into: &letters)
    return letters
  }

  /// The same in the place of other letters.
  static func read(_ scalars: ArraySlice<Unicode.Scalar>, into letters: inout [MarkedLetter]) {
    letters.removeAll(keepingCapacity: true)
    // The letter that marks are still read for.
    var open: MarkedLetter?
    var start = scalars.startIndex
    for index in scalars.indices {
      let scalar = scalars[index].value
      if ScalarClass.isArabicMark(scalar) || scalar == 0x0640 {
        open?.put(scalar)
        continue
      }
      if var letter = open {
        letter.source = start..<index
        letters.append(letter)
        start = index
      }
      open = MarkedLetter(letter: scalar)
    }
    if var letter = open {
      letter.source = start..<scalars.endIndex
      letters.append(letter)
    }
    readYa(in: &letters)
  }

  /// Takes a ى that its marks say is a ya for one: many write no dots under a final one, فِى for فِي.
  private static func readYa(in letters: inout [MarkedLetter]) {
    for index in letters.indices where letters[index].letter == 0x0649 {
      let (vowel, isNunated) = (letters[index].vowel, letters[index].isNunated)
      let isBehindKasra =
        index > 0 && letters[index - 1].vowel == .i && !letters[index - 1].isNunated
      let isVoweled = vowel != .none && !(vowel == .a && isNunated)
      if letters[index].hasShadda
        || !letters[index].hasSuperscriptAlef && (isBehindKasra || isVoweled)
      {
        letters[index].letter = 0x064A
      }
    }
  }

  /// Puts a mark on the letter; those that say nothing of its sound are dropped.
  private mutating func put(_ mark: UInt32) {
    switch mark {
    case 0x064B: (vowel, isNunated) = (.a, true)
    case 0x064C: (vowel, isNunated) = (.u, true)
    case 0x064D: (vowel, isNunated) = (.i, true)
    case 0x064E: vowel = .a
    case 0x064F: vowel = .u
    case 0x0650: vowel = .i
    case 0x0651: hasShadda = true
    case 0x0652: vowel = .silent
    case 0x0670: hasSuperscriptAlef = true
    case 0x0653 where letter == 0x0627: letter = 0x0622
    case 0x0654 where letter == 0x0627: letter = 0x0623
    case 0x0655 where letter == 0x0627: letter = 0x0625
    default: break
    }
  }
}

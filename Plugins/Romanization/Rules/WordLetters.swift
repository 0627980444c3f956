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
    for (index, scalar) in zip(scalars.indices, scalars) {
      let last = letters.count - 1
      switch scalar.value {
      case 0x0640: break
      case 0x064B where last >= 0: (letters[last].vowel, letters[last].isNunated) = (.a, true)
      case 0x064C where last >= 0: (letters[last].vowel, letters[last].isNunated) = (.u, true)
      case 0x064D where last >= 0: (letters[last].vowel, letters[last].isNunated) = (.i, true)
      case 0x064E where last >= 0: letters[last].vowel = .a
      case 0x064F where last >= 0: letters[last].vowel = .u
      case 0x0650 where last >= 0: letters[last].vowel = .i
      case 0x0651 where last >= 0: letters[last].hasShadda = true
      case 0x0652 where last >= 0: letters[last].vowel = .silent
      case 0x0670 where last >= 0: letters[last].hasSuperscriptAlef = true
      case 0x0653 where last >= 0 && letters[last].letter == 0x0627: letters[last].letter = 0x0622
      case 0x0654 where last >= 0 && letters[last].letter == 0x0627: letters[last].letter = 0x0623
      case 0x0655 where last >= 0 && letters[last].letter == 0x0627: letters[last].letter = 0x0625
      default:
        if !ScalarClass.isArabicMark(scalar.value) {
          letters.append(MarkedLetter(letter: scalar.value))
        }
      }
      guard let open = letters.indices.last else { continue }
      let start =
        open == last ? letters[open].source.lowerBound : open == 0 ? scalars.startIndex : index
      letters[open].source = start..<index + 1
    }
    return letters
  }
}

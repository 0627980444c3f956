import Warraq

extension PhoneticRomanizer {
  /// Writes the letters of one word, one after the other.
  struct Writer {
    let romanizer: PhoneticRomanizer
    let letters: ArraySlice<MarkedLetter>
    /// A vowel is said before the word, behind which an alef that only carries a vowel is silent.
    let isBehindVowel: Bool
    private var result = ""
    /// Behind each letter, or the letters that are written together: the index of the next one, and how many
    /// bytes are written.
    private(set) var cuts: [(letter: Int, latin: Int)] = []
    /// True when the last thing written was a vowel.
    private var endsInVowel = false
    /// The sound that was written last; empty for a vowel.
    private var lastSound = ""

    init(romanizer: PhoneticRomanizer, letters: ArraySlice<MarkedLetter>, isBehindVowel: Bool) {
      self.romanizer = romanizer
      self.isBehindVowel = isBehindVowel
      self.letters = letters
    }

    mutating func write(afterArticle: Bool, isConstruct: Bool) -> String {
      var index = letters.startIndex
      let son = romanizer.value("bin")
      if !son.isEmpty, letters.map(\.letter) == [0x628, 0x646], letters[index].vowel == .i,
        !letters[index + 1].hasShadda
      {
        result += son.dropLast()
        index += 1
      }
      while index < letters.endIndex {
        let isFirst = index == letters.startIndex
        index = writeLetter(
          at: index, isFirst: isFirst, dropsShadda: isFirst && afterArticle,
          isConstruct: isConstruct)
        cuts.append((min(index, letters.endIndex), result.utf8.count))
      }
      return result
    }

    /// Writes the letter at an index with its vowel; returns the index of the next unwritten one.
    private mutating func writeLetter(
      at index: Int, isFirst: Bool, dropsShadda: Bool, isConstruct: Bool
    ) -> Int {
      let letter = letters[index]
      let isLast = index + 1 == letters.endIndex
      switch letter.letter {
      case 0x0627, 0x0671:
        if !isFirst || !isBehindVowel || !isCarrier(at: index) {
          writeAlef(letter, isFirst: isFirst)
        }
        return index + 1
      case 0x0622:
        if !isFirst { put(romanizer.consonant(0x0621) ?? "") }
        putVowel(romanizer.value("long-a"))
        return index + 1
      case 0x0623, 0x0625, 0x0624, 0x0626, 0x0621:
        if !isFirst { put(romanizer.consonant(0x0621) ?? "") }
        return writeVowel(after: letter, index, assumed: isFirst ? initial(letter.letter) : nil)
      case 0x0649:
        putVowel(romanizer.value("alef-maqsura"))
        return index + 1
      case 0x0629 where isLast:
        writeTaMarbuta(letter, isConstruct: isConstruct)
        return index + 1
      case 0x0629:
        // The end of a word inside another, as in قلعةجي.
        writeTaMarbuta(MarkedLetter(letter: 0x0629), isConstruct: false)
        result += romanizer.value("digraph-divider")
        return index + 1
      default:
        guard let sound = romanizer.consonant(letter.letter) else {
          if let scalar = Unicode.Scalar(letter.letter) { put(String(scalar)) }
          return writeVowel(after: letter, index, assumed: nil)
        }
        if let next = writeSemivowel(letter, at: index, isFirst: isFirst) { return next }
        if makesDigraph(sound) { result += romanizer.value("digraph-divider") }
        put(sound)
        if letter.hasShadda, !dropsShadda, romanizer.doubles(sound, letter.letter) { put(sound) }
        return writeVowel(after: letter, index, assumed: nil)
      }
    }

    /// Whether an h behind what is written would be read with it as one sound.
    private func makesDigraph(_ sound: String) -> Bool {
      sound == "h" && !endsInVowel && ["d", "g", "k", "s", "t"].contains(lastSound)
    }

    private func initial(_ letter: UInt32) -> String? {
      switch letter {
      case 0x0623: "a"
      case 0x0625: "i"
      default: nil
      }
    }

    /// Whether the alef at a word's start only carries a vowel: it is written as such, or the next letter has none,
    /// and no word begins with two consonants.
    private func isCarrier(at index: Int) -> Bool {
      letters[index].letter == 0x0671
        || index + 1 < letters.endIndex && letters[index + 1].vowel == .silent
    }

    private mutating func writeAlef(_ letter: MarkedLetter, isFirst: Bool) {
      if letter.isNunated {
        // The alef of the accusative only carries the sign.
        if !result.hasSuffix("an") { putVowel("an") }
      } else if isFirst {
        putVowel(short(letter.vowel) ?? "i")
      } else if !endsInVowel || letter.vowel != .none {
        putVowel(romanizer.value("long-a"))
      }
    }

    /// A و or ي without marks behind a consonant is a long vowel, unless a vowel follows it.
    private mutating func writeSemivowel(
      _ letter: MarkedLetter, at index: Int, isFirst: Bool
    ) -> Int? {
      guard letter.letter == 0x0648 || letter.letter == 0x064A || letter.letter == 0x06CC else {
        return nil
      }
      let isU = letter.letter == 0x0648
      guard letter.isBare, !isFirst, !endsInVowel else { return nil }
      // Behind a letter that has no vowel, as in ظَبْي, it is a consonant.
      if letters[index - 1].vowel == .silent { return nil }
      if index + 1 < letters.endIndex {
        let next = letters[index + 1].letter
        if next == 0x0627 || next == 0x0649 || next == 0x0629 || next == 0x0648 || next == 0x064A {
          return nil
        }
      }
      putVowel(romanizer.value(isU ? "long-u" : "long-i"))
      return index + 1
    }

    private mutating func writeTaMarbuta(_ letter: MarkedLetter, isConstruct: Bool) {
      let isLong = endsInVowel && result.hasSuffix(romanizer.value("long-a"))
      if !endsInVowel { putVowel("a") }
      if letter.vowel == .none || letter.vowel == .silent {
        let ending = romanizer.value("ta-marbuta")
        // Behind ā it is heard, as in ḥayāt, where it is not written else.
        put(isConstruct || isLong && ending.isEmpty ? "t" : ending)
      } else {
        put("t")
        putVowel((short(letter.vowel) ?? "") + (letter.isNunated ? "n" : ""))
      }
    }

    /// Writes the vowel on a letter, long where the next letter lengthens it.
    private mutating func writeVowel(
      after letter: MarkedLetter, _ index: Int, assumed: String?
    ) -> Int {
      if letter.hasSuperscriptAlef {
        putVowel(romanizer.value("long-a"))
        return index + 1
      }
      guard let vowel = short(letter.vowel) ?? assumed else { return index + 1 }
      if letter.isNunated {
        putVowel(vowel + "n")
        // The alef, or the ya of words such as مَعْنًى, only carries the sign.
        let isCarrier =
          index + 1 < letters.endIndex
          && (letters[index + 1].letter == 0x0627 || letters[index + 1].letter == 0x0649)
        return isCarrier ? index + 2 : index + 1
      }
      guard index + 1 < letters.endIndex else {
        putVowel(vowel)
        return index + 1
      }
      let next = letters[index + 1]
      switch (vowel, next.letter) {
      case ("a", 0x0627) where next.vowel == .none && !next.isNunated:
        putVowel(romanizer.value("long-a"))
        return index + 2
      case ("a", 0x0622) where index + 3 == letters.endIndex && letters[index + 2].letter == 0x0621:
        // Before a hamza that is written the sign only says that the vowel is long: خُلَفَآء.
        putVowel(romanizer.value("long-a"))
        return index + 2
      case ("a", 0x0649):
        putVowel(romanizer.value("alef-maqsura"))
        return index + 2
      case ("u", 0x0648) where isPluralEnding(next, at: index + 1):
        putVowel(romanizer.value("long-u"))
        return index + 3
      case ("u", 0x0648) where isLengthener(next, at: index + 1):
        putVowel(romanizer.value("long-u"))
        return index + 2
      case ("i", 0x064A) where isLengthener(next, at: index + 1):
        putVowel(romanizer.value("long-i"))
        return index + 2
      case ("a", 0x0648), ("a", 0x064A):
        let diphthong = romanizer.value(next.letter == 0x0648 ? "diphthong-aw" : "diphthong-ay")
        guard !diphthong.isEmpty, isDiphthong(next, at: index + 1) else {
          putVowel(vowel)
          return index + 1
        }
        putVowel(diphthong)
        return index + 2
      case ("i", 0x064A) where next.hasShadda:
        let isPause =
          index + 2 == letters.endIndex && (next.vowel == .none || next.vowel == .silent)
        putVowel(isPause ? finalIyy : romanizer.value("iyy"))
        return writeVowel(after: next, index + 1, assumed: nil)
      case ("u", 0x0648) where next.hasShadda:
        putVowel(romanizer.value("uww"))
        return writeVowel(after: next, index + 1, assumed: nil)
      default:
        putVowel(vowel)
        return index + 1
      }
    }

    /// The ending of `عربيّ` in pause.
    private var finalIyy: String { romanizer.value("long-i") }

    /// True for the و of فَعَلُوا, behind which an alef is written and not said.
    private func isPluralEnding(_ letter: MarkedLetter, at index: Int) -> Bool {
      letter.isBare && index + 2 == letters.endIndex && letters[index + 1].letter == 0x0627
        && letters[index + 1].isBare
    }

    /// True for a و or ي that has no vowel of its own.
    private func isLengthener(_ letter: MarkedLetter, at index: Int) -> Bool {
      guard !letter.hasShadda, letter.vowel == .none || letter.vowel == .silent else {
        return false
      }
      guard index + 1 < letters.endIndex else { return true }
      let next = letters[index + 1]
      return letter.vowel == .silent || next.letter != 0x0627 || next.isNunated
    }

    /// True for a و or ي that ends a syllable behind a.
    private func isDiphthong(_ letter: MarkedLetter, at index: Int) -> Bool {
      if letter.vowel == .silent { return true }
      guard letter.isBare else { return false }
      guard index + 1 < letters.endIndex else { return true }
      return ![0x0627, 0x0649, 0x0629, 0x0648, 0x064A].contains(letters[index + 1].letter)
    }

    private func short(_ vowel: MarkedLetter.Vowel) -> String? {
      switch vowel {
      case .a: "a"
      case .u: "u"
      case .i: "i"
      case .none, .silent: nil
      }
    }

    private mutating func put(_ sound: String) {
      result += sound
      guard !sound.isEmpty else { return }
      endsInVowel = false
      lastSound = sound
    }

    private mutating func putVowel(_ vowel: String) {
      result += vowel
      lastSound = ""
      endsInVowel = !vowel.hasSuffix("n")
    }
  }
}

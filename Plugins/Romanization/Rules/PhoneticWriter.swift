import Warraq

extension PhoneticRomanizer {
  /// Writes the letters of one word, one after the other.
  struct Writer {
    private let sounds: SoundTable
    private let keepsDigraphsSingle: Bool
    private let letters: ArraySlice<MarkedLetter>
    /// A vowel is said before the word, behind which an alef that only carries a vowel is silent.
    private let isBehindVowel: Bool
    private(set) var result: [UInt8] = []
    /// Where the word's own letters begin in it.
    private var start = 0
    /// Behind each letter, or the letters that are written together: the index of the next one, and how many
    /// bytes are written.
    private(set) var cuts: [(letter: Int, latin: Int)] = []
    private let keepsCuts: Bool
    /// What is remembered of the letters before.
    var state = State()

    /// - Parameter keepsCuts: Whether `cuts` are wanted.
    init(
      romanizer: PhoneticRomanizer, letters: ArraySlice<MarkedLetter>, isBehindVowel: Bool,
      keepsCuts: Bool
    ) {
      sounds = romanizer.sounds
      keepsDigraphsSingle = romanizer.keepsDigraphsSingle
      self.isBehindVowel = isBehindVowel
      self.letters = letters
      self.keepsCuts = keepsCuts
    }

    /// Appends the letters in Latin, UTF-8.
    mutating func write(afterArticle: Bool, isConstruct: Bool, to latin: inout [UInt8]) {
      swap(&latin, &result)
      defer { swap(&latin, &result) }
      start = result.count
      var index = letters.startIndex
      if !sounds.binStart.isEmpty, letters.count == 2, letters[index].letter == 0x628,
        letters[index + 1].letter == 0x646, letters[index].vowel == .i,
        !letters[index + 1].hasShadda
      {
        sounds.append(sounds.binStart, to: &result)
        index += 1
      }
      while index < letters.endIndex {
        let isFirst = index == letters.startIndex
        // No word begins with a doubled letter: what is written so, as in مِن مَّاء, is said behind the word before.
        index = writeLetter(
          at: index, isFirst: isFirst, dropsShadda: isFirst && (afterArticle || letters.count > 1),
          isConstruct: isConstruct)
        if keepsCuts { cuts.append((min(index, letters.endIndex), result.count)) }
      }
    }

    /// Writes the letter at an index with its vowel; returns the index of the next unwritten one.
    mutating func writeLetter(
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
        if !isFirst { put(sounds.hamza) }
        putVowel(sounds.longA)
        return index + 1
      case 0x0623, 0x0625, 0x0624, 0x0626, 0x0621:
        if !isFirst { put(sounds.hamza) }
        return writeVowel(after: letter, index, assumed: isFirst ? initial(letter.letter) : .none)
      case 0x0649:
        putVowel(letter.isNunated ? sounds.an : sounds.alefMaqsura)
        return index + 1
      case 0x0629 where isLast:
        writeTaMarbuta(letter, isConstruct: isConstruct)
        return index + 1
      case 0x0629:
        // The end of a word inside another, as in قلعةجي.
        writeTaMarbuta(MarkedLetter(letter: 0x0629), isConstruct: false)
        sounds.append(sounds.divider, to: &result)
        return index + 1
      default:
        guard let sound = sounds.letter(letter.letter) else {
          UTF8Bytes.append(letter.letter, to: &result)
          state.endsInVowel = false
          state.lastConsonant = 0
          return writeVowel(after: letter, index, assumed: .none)
        }
        if let next = writeSemivowel(letter, at: index, isFirst: isFirst) { return next }
        if state.makesDigraphOfH, sound.onlyByte == UInt8(ascii: "h") {
          sounds.append(sounds.divider, to: &result)
        }
        put(sound)
        if letter.hasShadda, !dropsShadda, doubles(sound, letter.letter) { put(sound) }
        return writeVowel(after: letter, index, assumed: .none)
      }
    }

    /// Whether a doubled sound is written twice; some schemes write ayn, `sh` and its like once.
    private func doubles(_ sound: SoundTable.Sound, _ letter: UInt32) -> Bool {
      !keepsDigraphsSingle || !sound.isDigraph && letter != 0x0639
    }

    private func initial(_ letter: UInt32) -> MarkedLetter.Vowel {
      switch letter {
      case 0x0623: .a
      case 0x0625: .i
      default: .none
      }
    }

    /// Whether the alef at a word's start only carries a vowel: it is written as such, or the next letter has none,
    /// and no word begins with two consonants.
    private func isCarrier(at index: Int) -> Bool {
      guard letters[index].letter != 0x0671, index + 1 < letters.endIndex else {
        return letters[index].letter == 0x0671
      }
      let next = letters[index + 1]
      if next.vowel == .silent { return true }
      switch next.letter {
      // اِتَّخَذَ and its like, but not أَدَّى without its hamza.
      case 0x062A, 0x062F, 0x0637: return next.hasShadda && letters[index].vowel != .a
      // الذي.
      case 0x0644: return next.hasShadda && Readings.isArticleless(letters[index...])
      default: return false
      }
    }

    private mutating func writeAlef(_ letter: MarkedLetter, isFirst: Bool) {
      if letter.isNunated {
        // The alef of the accusative only carries the sign.
        if !sounds.ends(result[start...], in: sounds.an) { putVowel(sounds.an) }
      } else if isFirst {
        putVowel(sound(of: letter.vowel) ?? sounds.i)
      } else if !state.endsInVowel || letter.vowel != .none {
        putVowel(sounds.longA)
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
      guard letter.isBare, !isFirst, !state.endsInVowel else { return nil }
      // Behind a letter that has no vowel, as in ظَبْي, it is a consonant.
      if letters[index - 1].vowel == .silent { return nil }
      if index + 1 < letters.endIndex {
        let next = letters[index + 1].letter
        if next == 0x0627 || next == 0x0649 || next == 0x0629 || next == 0x0648 || next == 0x064A {
          return nil
        }
      }
      putVowel(isU ? sounds.longU : sounds.longI)
      return index + 1
    }

    private mutating func writeTaMarbuta(_ letter: MarkedLetter, isConstruct: Bool) {
      let isLong = state.endsInVowel && state.endsInLongA
      if !state.endsInVowel { putVowel(sounds.a) }
      if letter.vowel == .none || letter.vowel == .silent {
        let ending = sounds.taMarbuta
        // Behind ā it is heard, as in ḥayāt, where it is not written else.
        put(isConstruct || isLong && ending.isEmpty ? sounds.t : ending)
      } else {
        put(sounds.t)
        if let vowel = sound(of: letter.vowel, isNunated: letter.isNunated) {
          putVowel(vowel)
        }
      }
    }

    /// Writes the vowel on a letter, long where the next letter lengthens it.
    private mutating func writeVowel(
      after letter: MarkedLetter, _ index: Int, assumed: MarkedLetter.Vowel
    ) -> Int {
      if letter.hasSuperscriptAlef {
        putVowel(sounds.longA)
        return index + 1
      }
      let isShort = letter.vowel != .none && letter.vowel != .silent
      let vowel = isShort ? letter.vowel : assumed
      guard let sound = sound(of: vowel, isNunated: letter.isNunated) else { return index + 1 }
      if letter.isNunated {
        putVowel(sound)
        // The alef, or the ya of words such as مَعْنًى, only carries the sign.
        let isCarrier =
          index + 1 < letters.endIndex
          && (letters[index + 1].letter == 0x0627 || letters[index + 1].letter == 0x0649)
        return isCarrier ? index + 2 : index + 1
      }
      guard index + 1 < letters.endIndex else {
        putVowel(sound)
        return index + 1
      }
      let next = letters[index + 1]
      switch (vowel, next.letter) {
      case (.a, 0x0627) where next.vowel == .none && !next.isNunated:
        putVowel(sounds.longA)
        return index + 2
      case (.a, 0x0622) where index + 3 == letters.endIndex && letters[index + 2].letter == 0x0621:
        // Before a hamza that is written the sign only says that the vowel is long: خُلَفَآء.
        putVowel(sounds.longA)
        return index + 2
      case (.a, 0x0649):
        let isLast = index + 2 == letters.endIndex
        putVowel(next.isNunated ? sounds.an : isLast ? sounds.alefMaqsura : sounds.longA)
        return index + 2
      case (.a, 0x0648) where next.vowel == .none && next.hasSuperscriptAlef:
        // As the Koran has it: ٱلصَّلَوٰةُ.
        putVowel(sounds.longA)
        return index + 2
      case (.u, 0x0648) where isPluralEnding(next, at: index + 1):
        putVowel(sounds.longU)
        return index + 3
      case (.u, 0x0648) where isLengthener(next, at: index + 1):
        putVowel(sounds.longU)
        return index + 2
      case (.i, 0x064A) where isLengthener(next, at: index + 1):
        putVowel(sounds.longI)
        return index + 2
      case (.a, 0x0648), (.a, 0x064A):
        let diphthong = next.letter == 0x0648 ? sounds.diphthongAw : sounds.diphthongAy
        guard !diphthong.isEmpty, isDiphthong(next, at: index + 1) else {
          putVowel(sound)
          return index + 1
        }
        putVowel(diphthong)
        return index + 2
      case (.i, 0x064A) where next.hasShadda:
        let isPause =
          index + 2 == letters.endIndex && (next.vowel == .none || next.vowel == .silent)
        putVowel(isPause ? finalIyy : sounds.iyy)
        return writeVowel(after: next, index + 1, assumed: .none)
      case (.u, 0x0648) where next.hasShadda:
        putVowel(sounds.uww)
        return writeVowel(after: next, index + 1, assumed: .none)
      default:
        putVowel(sound)
        return index + 1
      }
    }

    /// The ending of `عربيّ` in pause.
    private var finalIyy: SoundTable.Sound { sounds.longI }

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
      return letter.vowel == .silent || next.letter != 0x0627
    }

    /// True for a و or ي that ends a syllable behind a.
    private func isDiphthong(_ letter: MarkedLetter, at index: Int) -> Bool {
      if letter.vowel == .silent { return true }
      guard letter.isBare else { return false }
      guard index + 1 < letters.endIndex else { return true }
      return ![0x0627, 0x0649, 0x0629, 0x0648, 0x064A].contains(letters[index + 1].letter)
    }

    /// What a vowel sign is written, with or without tanwin; nil for none and sukun.
    private func sound(of vowel: MarkedLetter.Vowel, isNunated: Bool = false) -> SoundTable.Sound? {
      switch vowel {
      case .a: isNunated ? sounds.an : sounds.a
      case .u: isNunated ? sounds.un : sounds.u
      case .i: isNunated ? sounds.in : sounds.i
      case .none, .silent: nil
      }
    }

    private mutating func put(_ sound: SoundTable.Sound) {
      sounds.append(sound, to: &result)
      guard !sound.isEmpty else { return }
      state.endsInVowel = false
      state.lastConsonant = sound.onlyByte
    }

    private mutating func putVowel(_ vowel: SoundTable.Sound) {
      sounds.append(vowel, to: &result)
      state.lastConsonant = 0
      state.endsInVowel = !vowel.endsInN
      state.endsInLongA = vowel == sounds.longA
    }
  }
}

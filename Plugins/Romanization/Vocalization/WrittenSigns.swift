import Warraq

/// The signs that are written on a word of which no reading agrees with all of them: the nearest reading gives those of
/// the other letters, as in يُعتقد from *yaʻtaqidu* and أكَّد from *akada*.
struct WrittenSigns {
  /// The nearest reading with the written signs.
  struct Fitted {
    /// The word's letters with all signs, UTF-8.
    let letters: [UInt8]
    /// The reading's place among the candidates.
    let place: Int
  }

  private let core: UnsafeBufferPointer<UInt8>
  private let written: [MarkedLetter]

  /// - Parameter core: The word as it is written, UTF-8.
  init(_ core: UnsafeBufferPointer<UInt8>) {
    self.core = core
    written = PhoneticRomanizer.letters(of: core)
  }

  /// The candidate that gainsays the fewest signs, the first one of several, with the written signs over its own; nil where
  /// none is a reading of the letters.
  ///
  /// - Parameter candidates: ALA-LC in lower case, UTF-8.
  func fitted(to candidates: [[UInt8]]) -> Fitted? {
    let bare = FieldLine(core).letters
    var best: (letters: [MarkedLetter], place: Int, faults: Int)?
    for (place, latin) in candidates.enumerated() {
      guard let word = VowelFitter.fit(bare, to: latin) else { continue }
      let read = word.withUnsafeBufferPointer(PhoneticRomanizer.letters(of:))
      guard read.count == written.count else { continue }
      let faults = faults(of: read)
      if best.map({ faults < $0.faults }) ?? true { best = (read, place, faults) }
    }
    return best.map { Fitted(letters: Self.bytes(over($0.letters)), place: $0.place) }
  }

  /// How many signs a reading gainsays, each as 2, and 1 for one that is made a passive that no verb has.
  private func faults(of read: [MarkedLetter]) -> Int {
    let signs = written.indices.reduce(0) { count, index in
      let (sign, own) = (written[index], read[index])
      // The last vowel is one of inflection, which readings have in pause.
      let isVowelOther =
        sign.vowel != .none && sign.vowel != own.vowel && !isLast(index)
        && !(sign.vowel == .silent && own.vowel == .none)
      let isLongOther = bearer(ofTanwin: index).map { read[$0].hasSuperscriptAlef } ?? false
      return count + (isVowelOther || isLongOther ? 2 : 0)
        + (sign.hasShadda && !own.hasShadda ? 2 : 0)
    }
    guard let verb = passive(read), Self.mayOpenImperfect(read[verb].letter) else { return signs }
    return read[verb + 1].vowel == .silent ? signs : signs + 1
  }

  /// The letter before a final alef that carries its tanwin, whichever of both the sign is written on; nil for other signs.
  /// That alef lengthens nothing: أيضاً from *ayḍā*, and أربعًا not from *arbiʻāʼ*.
  private func bearer(ofTanwin index: Int) -> Int? {
    guard written[index].isNunated, written[index].vowel == .a, written.count > 1,
      written[written.count - 1].letter == 0x0627
    else { return nil }
    switch written.count - index {
    case 1: return written[index - 1].vowel == .none ? index - 1 : nil
    case 2: return index
    default: return nil
    }
  }

  /// Whether a letter is the last one, or stands before an alef that carries its tanwin.
  private func isLast(_ index: Int) -> Bool {
    index + 1 == written.count || index + 2 == written.count && written[index].isNunated
  }

  /// A reading's letters with the written signs over their own.
  private func over(_ read: [MarkedLetter]) -> [MarkedLetter] {
    var letters = read
    for index in letters.indices where written[index].hasShadda && !read[index].hasShadda {
      double(index, &letters)
    }
    if let verb = passive(read), !isDoubled(verb + 2, read) { makePassive(&letters, from: verb) }
    for (index, sign) in written.enumerated() {
      if sign.vowel != .none {
        letters[index].vowel = sign.vowel
        letters[index].isNunated = sign.isNunated && isLast(index)
      }
      if sign.hasSuperscriptAlef { letters[index].hasSuperscriptAlef = true }
      if let bearer = bearer(ofTanwin: index) {
        letters[bearer].hasSuperscriptAlef = false
        // What the reading has on the letter that has no sign of its own.
        letters[bearer == index ? index + 1 : bearer].vowel = .none
      }
      // *-hu* and *-hum* are *-hi* and *-him* behind i.
      if index > 0, sign.letter == 0x0647, sign.vowel == .none, letters[index].vowel == .u,
        written[index - 1].vowel == .i
      {
        letters[index].vowel = .i
      }
    }
    return letters
  }

  // MARK: - Doubled letters

  /// Whether the signs double a letter that the reading does not.
  private func isDoubled(_ index: Int, _ read: [MarkedLetter]) -> Bool {
    read.indices.contains(index) && written[index].hasShadda && !read[index].hasShadda
  }

  /// Doubles a letter, with vowels around it as the second stem of verbs has them: *yusallimu* from *yaslamu*.
  private func double(_ index: Int, _ letters: inout [MarkedLetter]) {
    letters[index].hasShadda = true
    let isInner = index + 1 < letters.count
    let isOpen = letters[index].vowel == .none || letters[index].vowel == .silent
    if isOpen, isInner, !Self.isLengthening(letters[index + 1]) { letters[index].vowel = .a }
    guard isInner, index > 0, written[index - 1].vowel == .none else { return }
    let before = letters[index - 1].vowel
    // What was the length of a vowel is a consonant.
    let wasLong =
      letters[index].letter == 0x0648 && before == .u
      || letters[index].letter == 0x064A && before == .i
    guard before == .silent || wasLong else { return }
    letters[index - 1].vowel = .a
    guard index > 1 else { return }
    let first = letters[index - 2].letter
    let isImperfect = Self.mayOpenImperfect(first)
    guard isImperfect || first == 0x0645, written[index - 2].vowel == .none else {
      if isImperfect, written[index].vowel == .none { letters[index].vowel = .i }
      return
    }
    letters[index - 2].vowel = .u
    if isImperfect, written[index].vowel == .none { letters[index].vowel = .i }
  }

  // MARK: - Passives

  private static func mayOpenImperfect(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x064A, 0x062A, 0x0646, 0x0623: true
    default: false
    }
  }

  /// Where a verb begins that the reading has in the active voice and the signs in the passive, by the u on its first
  /// letter; nil for other words, as nouns in م without a vowel behind it.
  private func passive(_ read: [MarkedLetter]) -> Int? {
    written.indices.first { index in
      written[index].vowel == .u && !written[index].isNunated && read[index].vowel == .a
        && index + 2 < written.count
        && (written[index].letter != 0x0645 || read[index + 1].vowel == .a)
    }
  }

  /// Gives the letters behind a verb's first one the vowels of the passive: *yuktabu*, *kutiba*.
  private func makePassive(_ letters: inout [MarkedLetter], from verb: Int) {
    let isImperfect =
      Self.mayOpenImperfect(letters[verb].letter) && letters[verb + 1].vowel == .silent
    for index in (verb + 1)..<(letters.count - 1) where written[index].vowel == .none {
      let next = letters[index + 1]
      switch letters[index].vowel {
      case .i where isImperfect, .u where isImperfect:
        if next.letter == 0x0649 || !Self.isLengthening(next) { letters[index].vowel = .a }
      case .a where !isImperfect:
        if next.letter != 0x0627 { letters[index].vowel = .i }
        return
      default: break
      }
    }
  }

  /// Whether a letter may be the length of the vowel before it.
  private static func isLengthening(_ letter: MarkedLetter) -> Bool {
    switch letter.letter {
    case 0x0627, 0x0649, 0x0629: true
    case 0x0648, 0x064A: letter.vowel == .none && !letter.hasShadda
    default: false
    }
  }

  private static func bytes(_ letters: [MarkedLetter]) -> [UInt8] {
    var bytes: [UInt8] = []
    for letter in letters {
      UTF8Bytes.append(letter.letter, to: &bytes)
      if letter.hasShadda { VowelMarks.shadda.append(to: &bytes) }
      if letter.hasSuperscriptAlef { VowelMarks.daggerAlef.append(to: &bytes) }
      marks(of: letter).append(to: &bytes)
    }
    return bytes
  }

  private static func marks(of letter: MarkedLetter) -> VowelMarks {
    switch letter.vowel {
    case .none: VowelMarks()
    case .silent: .sukun
    case .a: letter.isNunated ? .fathatan : .fatha
    case .i: letter.isNunated ? .kasratan : .kasra
    case .u: letter.isNunated ? .dammatan : .damma
    }
  }
}

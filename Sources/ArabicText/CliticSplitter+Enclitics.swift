import UTF8Text

extension CliticSplitter {
  private static let two: [UInt32] = [
    pair(TwoByteLetter.ha, TwoByteLetter.alef), pair(TwoByteLetter.ha, TwoByteLetter.mim),
    pair(TwoByteLetter.ha, TwoByteLetter.nun), pair(TwoByteLetter.kaf, TwoByteLetter.mim),
    pair(TwoByteLetter.nun, TwoByteLetter.alef), pair(TwoByteLetter.nun, TwoByteLetter.ya),
  ]

  private static func pair(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }

  /// How many bytes at the end of a folded word are an attached pronoun (ه ها هما هم هن ك كم كما نا
  /// ني); 0 when that is not certain.
  ///
  /// The pronoun ي is never taken off, since the nisba looks the same. Folded forms write ه for ة
  /// too, so callers ask only for words that the text does not end in ة.
  ///
  /// - Parameter base: The folded word without its proclitics, none of which is the article.
  public func encliticLength(of base: UnsafeBufferPointer<UInt8>) -> Int {
    let last = TwoByteLetter.at(base, base.count - 2)
    switch last {
    case TwoByteLetter.alef, TwoByteLetter.mim, TwoByteLetter.nun, TwoByteLetter.ya,
      TwoByteLetter.ha, TwoByteLetter.kaf:
      break
    default: return 0
    }
    let before = TwoByteLetter.at(base, base.count - 4)
    let third = TwoByteLetter.at(base, base.count - 6)
    let whole = frequencies.documents(with: base)
    if last == TwoByteLetter.alef, before == TwoByteLetter.mim,
      third == TwoByteLetter.ha || third == TwoByteLetter.kaf, isHost(base, 6, whole, factor: 1)
    {
      return 6
    }
    if Self.two.contains(Self.pair(before, last)) {
      let isPlain = before == TwoByteLetter.ha
      if isHost(base, 4, whole, factor: isPlain ? 1 : 3) { return 4 }
    }
    let isLone = last == TwoByteLetter.ha || last == TwoByteLetter.kaf
    return isLone && isHost(base, 2, whole, factor: 2) ? 2 : 0
  }

  /// Bytes of the proclitics at the start of a folded word and of the pronoun at its end.
  ///
  /// - Parameter length: `procliticLength(of: word)`, which callers know.
  public func clitics(
    of word: UnsafeBufferPointer<UInt8>, procliticLength length: Int
  ) -> (proclitics: Int, enclitic: Int) {
    let base = UnsafeBufferPointer(rebasing: word[length...])
    if endsInArticle(word, length) { return (length, 0) }
    if frequencies.documents(with: base) < 3 {
      // وبكتابهم: what stands between is too rare with either to be told by one end alone.
      for cut in [4, 2] where base.count >= cut + 10 && isParticles(base, cut, behind: length) {
        let enclitic = encliticLength(of: UnsafeBufferPointer(rebasing: base[cut...]))
        if enclitic > 0 { return (length + cut, enclitic) }
      }
    }
    return (length, encliticLength(of: base))
  }

  /// Whether the proclitics of a word end in the article, ال or, behind ل, a second ل. A word with
  /// the article takes no pronoun.
  private func endsInArticle(_ word: UnsafeBufferPointer<UInt8>, _ length: Int) -> Bool {
    let before = TwoByteLetter.at(word, length - 4)
    return TwoByteLetter.at(word, length - 2) == TwoByteLetter.lam
      && (before == TwoByteLetter.alef || before == TwoByteLetter.lam)
  }

  /// Whether the first `length` bytes may be particles: و or ف, a preposition, or both in this
  /// order; behind a particle that is off already, a preposition.
  private func isParticles(
    _ word: UnsafeBufferPointer<UInt8>, _ length: Int, behind cut: Int
  ) -> Bool {
    let first = TwoByteLetter.at(word, 0)
    let isConjunction = first == TwoByteLetter.waw || first == TwoByteLetter.fa
    if length == 2 { return isPreposition(first) || cut == 0 && isConjunction }
    return cut == 0 && isConjunction && isPreposition(TwoByteLetter.at(word, 2))
  }

  private func isPreposition(_ letter: UInt16) -> Bool {
    letter == TwoByteLetter.ba || letter == TwoByteLetter.lam || letter == TwoByteLetter.kaf
  }

  /// Whether what stands before `cut` bytes at the end is a word that the pronoun may follow.
  private func isHost(
    _ base: UnsafeBufferPointer<UInt8>, _ cut: Int, _ whole: Int, factor: Int
  ) -> Bool {
    let rest = base.count - cut
    guard rest >= 6 else { return false }
    let host = UnsafeBufferPointer(rebasing: base[..<rest])
    let needed = max(5, factor * whole)
    if frequencies.documents(with: host) >= needed { return true }
    switch TwoByteLetter.at(host, rest - 2) {
    // مدرستها: the ة of the word is written ت before a pronoun, and folds to ه at the end.
    case TwoByteLetter.ta: return documents(host, dropping: 2, adding: TwoByteLetter.ha) >= needed
    // كتبوه: the silent alef of the plural goes.
    case TwoByteLetter.waw:
      return documents(host, dropping: 0, adding: TwoByteLetter.alef) >= needed
    // مستواها: ى is written ا before a pronoun, and folds to ي at the end.
    case TwoByteLetter.alef: return documents(host, dropping: 2, adding: TwoByteLetter.ya) >= needed
    default: return false
    }
  }

  private func documents(
    _ host: UnsafeBufferPointer<UInt8>, dropping dropped: Int, adding letter: UInt16
  ) -> Int {
    let kept = host.count - dropped
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: kept + 2) { form in
      for index in 0..<kept { form[index] = host[index] }
      form[kept] = UInt8(truncatingIfNeeded: letter >> 8)
      form[kept + 1] = UInt8(truncatingIfNeeded: letter)
      return frequencies.documents(with: UnsafeBufferPointer(form))
    }
  }
}

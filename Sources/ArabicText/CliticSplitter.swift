import UTF8Text

/// Takes proclitics (و ف ب ل ك س ال) and enclitics (ه ها هم نا…) off folded words where the word
/// frequencies bear it out.
///
/// The rules only say what may be a clitic; whether it is one, the counts decide: `والد` is far
/// commoner than `الد`, `وقال` far rarer than `قال`. What is not certain stays whole.
public struct CliticSplitter: Sendable {
  /// A splitter that decides by the built-in word frequencies.
  public static let shared = CliticSplitter(frequencies: .shared)

  let frequencies: WordFrequencies

  private init(frequencies: WordFrequencies) { self.frequencies = frequencies }

  /// The folded form without its proclitics; the form itself when they are not certain.
  public func base(of folded: String) -> String {
    var folded = folded
    return folded.withUTF8 { bytes in
      let cut = procliticLength(of: bytes)
      return String(decoding: bytes[cut...], as: UTF8.self)
    }
  }

  /// How many bytes at the start of a folded word are proclitics; 0 when that is not certain.
  public func procliticLength(of word: UnsafeBufferPointer<UInt8>) -> Int {
    // Arabic letters take two bytes each; words of fewer than four letters are left whole.
    guard word.count >= 8 else { return 0 }
    let first = TwoByteLetter.at(word, 0)
    switch first {
    case TwoByteLetter.waw, TwoByteLetter.fa, TwoByteLetter.ba, TwoByteLetter.lam,
      TwoByteLetter.kaf, TwoByteLetter.sin, TwoByteLetter.alef:
      break
    default:
      return 0
    }
    let whole = frequencies.documents(with: word)
    if let chain = articleChain(word) {
      let rest = UnsafeBufferPointer(rebasing: word[chain...])
      let isBare = first == TwoByteLetter.alef
      if isBare ? isBareArticle(rest, whole) : isArticle(rest, whole, in: word, chain) {
        return chain
      }
    }
    if word.count >= 10, isChainOfTwo(first, TwoByteLetter.at(word, 2)),
      isChain(2, UnsafeBufferPointer(rebasing: word[4...]), first, whole)
    {
      return 4
    }
    if first != TwoByteLetter.alef,
      isChain(1, UnsafeBufferPointer(rebasing: word[2...]), first, whole)
    {
      return 2
    }
    return 0
  }

  /// The letters of each proclitic in the first `length` bytes of a folded word: `وال` is 1, 2, and
  /// `لل`, whose article has lost its alef, 1, 1.
  public func proclitics(of word: UnsafeBufferPointer<UInt8>, length: Int) -> [Int] {
    var letters: [Int] = []
    var offset = 0
    while offset < length {
      let isArticle =
        TwoByteLetter.at(word, offset) == TwoByteLetter.alef
        && TwoByteLetter.at(word, offset + 2) == TwoByteLetter.lam
      letters.append(isArticle ? 2 : 1)
      offset += isArticle ? 4 : 2
    }
    return letters
  }

  /// Bytes of a chain that ends in the article (ال، وال، بال، وبال، لل…) at the word's start.
  private func articleChain(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = 0
    let first = TwoByteLetter.at(word, 0)
    if first == TwoByteLetter.waw || first == TwoByteLetter.fa { offset = 2 }
    switch TwoByteLetter.at(word, offset) {
    case TwoByteLetter.ba, TwoByteLetter.kaf: offset += 2
    case TwoByteLetter.lam:
      return TwoByteLetter.at(word, offset + 2) == TwoByteLetter.lam ? offset + 4 : nil
    default: break
    }
    let hasArticle =
      TwoByteLetter.at(word, offset) == TwoByteLetter.alef
      && TwoByteLetter.at(word, offset + 2) == TwoByteLetter.lam
    return hasArticle ? offset + 4 : nil
  }

  private func isBareArticle(_ rest: UnsafeBufferPointer<UInt8>, _ whole: Int) -> Bool {
    guard rest.count >= 4 else { return false }
    let bare = frequencies.documents(with: rest)
    if rest.count < 6 {
      let isWord = bare > 0 && bare * 2 >= whole
      return isWord && !StopWords.contains(rest)
    }
    // Names such as المانيا and nouns such as التزام hold an ال that is no article.
    return bare == 0 ? whole < 4 : bare * 50 >= whole
  }

  private func isArticle(
    _ rest: UnsafeBufferPointer<UInt8>, _ whole: Int, in word: UnsafeBufferPointer<UInt8>,
    _ chain: Int
  ) -> Bool {
    guard rest.count >= 4 else { return false }
    let withArticle = documentsWithArticle(rest, in: word, chain)
    if rest.count < 6 { return withArticle > 2 * whole }
    let bare = frequencies.documents(with: rest)
    return withArticle > whole || bare * 2 >= max(whole, 1) || (whole == 0 && rest.count >= 8)
  }

  private func documentsWithArticle(
    _ rest: UnsafeBufferPointer<UInt8>, in word: UnsafeBufferPointer<UInt8>, _ chain: Int
  ) -> Int {
    if TwoByteLetter.at(word, chain - 4) == TwoByteLetter.alef {
      return frequencies.documents(with: UnsafeBufferPointer(rebasing: word[(chain - 4)...]))
    }
    // Behind ل the article has lost its alef.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: rest.count + 4) { form in
      (form[0], form[1], form[2], form[3]) = (0xD8, 0xA7, 0xD9, 0x84)
      for index in 0..<rest.count { form[index + 4] = rest[index] }
      return frequencies.documents(with: UnsafeBufferPointer(form))
    }
  }

  private func isChainOfTwo(_ first: UInt16, _ second: UInt16) -> Bool {
    switch (first, second) {
    case (TwoByteLetter.waw, TwoByteLetter.lam), (TwoByteLetter.waw, TwoByteLetter.ba),
      (TwoByteLetter.fa, TwoByteLetter.ba), (TwoByteLetter.fa, TwoByteLetter.lam),
      (TwoByteLetter.waw, TwoByteLetter.sin), (TwoByteLetter.fa, TwoByteLetter.sin):
      return true
    default:
      return false
    }
  }

  /// Whether one proclitic or two stand before `rest`.
  private func isChain(
    _ letters: Int, _ rest: UnsafeBufferPointer<UInt8>, _ first: UInt16, _ whole: Int
  ) -> Bool {
    guard rest.count >= 6 else { return false }
    let bare = frequencies.documents(with: rest)
    guard letters == 1 else { return bare >= 5 && bare >= whole }
    // No preposition stands before و: in بونجاح the و is a letter of the name.
    if first != TwoByteLetter.waw, TwoByteLetter.at(rest, 0) == TwoByteLetter.waw {
      if StopWords.contains(rest) { return false }
      let inner = UnsafeBufferPointer(rebasing: rest[2...])
      if isChain(1, inner, TwoByteLetter.waw, bare) { return false }
    }
    switch first {
    // و joins anything; the others need stronger proof, since they open many words.
    case TwoByteLetter.waw:
      return bare >= 3 && bare * 2 >= whole || bare >= whole && opensNoWord(rest)
    case TwoByteLetter.fa, TwoByteLetter.lam, TwoByteLetter.ba:
      return bare >= 5 && bare >= 2 * whole
    default: return bare >= 10 && bare >= 5 * whole
    }
  }

  /// True for what stands behind the و of a word that nobody knows when و opens no word so: names
  /// such as ويلكنسون and وولف go on with a vowel, others have و before them.
  private func opensNoWord(_ rest: UnsafeBufferPointer<UInt8>) -> Bool {
    guard rest.count >= 8 else { return false }
    switch TwoByteLetter.at(rest, 0) {
    case TwoByteLetter.alef, TwoByteLetter.waw, TwoByteLetter.ya: return false
    default: return true
    }
  }
}

import UTF8Text

/// Takes proclitics (و ف ب ل ك س ال) off folded words where the word frequencies bear it out.
public struct CliticSplitter: Sendable {
  /// A splitter that decides by the built-in word frequencies.
  public static let shared = CliticSplitter(frequencies: .shared)

  private let frequencies: WordFrequencies

  private init(frequencies: WordFrequencies) { self.frequencies = frequencies }

  private static let waw = Array("و".utf8)
  private static let article = Array("ال".utf8)
  /// Proclitic chains that end in the article, the longer first; what follows is a noun.
  private static let articleChains = [
    "وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال",
  ].map { Array($0.utf8) }
  private static let chains = [
    "ول", "وب", "فب", "فل", "وس", "فس", "و", "ف", "ب", "ل", "ك", "س",
  ].map { Array($0.utf8) }

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
    guard word.count >= 8, Self.opensChain(word) else { return 0 }
    let whole = frequencies.documents(with: word)
    for chain in Self.articleChains where word.starts(with: chain) {
      let rest = UnsafeBufferPointer(rebasing: word[chain.count...])
      let isPlain = chain.count == Self.article.count && chain == Self.article
      if isPlain ? isBareArticle(rest, whole) : isArticle(rest, whole, in: word, chain) {
        return chain.count
      }
    }
    for chain in Self.chains where word.starts(with: chain) {
      guard word.count - chain.count >= 6 else { continue }
      if isClitic(chain, UnsafeBufferPointer(rebasing: word[chain.count...]), whole) {
        return chain.count
      }
    }
    return 0
  }

  /// True when the first letter is one of و ف ب ل ك س ا; most words end here.
  private static func opensChain(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    switch (word[0], word[1]) {
    case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x84), (0xD9, 0x83), (0xD8, 0xB3),
      (0xD8, 0xA7):
      return true
    default:
      return false
    }
  }

  private func isBareArticle(_ rest: UnsafeBufferPointer<UInt8>, _ whole: Int) -> Bool {
    guard rest.count >= 4 else { return false }
    let bare = frequencies.documents(with: rest)
    if rest.count < 6 {
      let isWord = bare > 0 && bare * 2 >= whole
      return isWord && !StopWords.contains(String(decoding: rest, as: UTF8.self))
    }
    // Names such as المانيا and nouns such as التزام hold an ال that is no article.
    return bare == 0 ? whole < 4 : bare * 50 >= whole
  }

  private func isArticle(
    _ rest: UnsafeBufferPointer<UInt8>, _ whole: Int, in word: UnsafeBufferPointer<UInt8>,
    _ chain: [UInt8]
  ) -> Bool {
    guard rest.count >= 4 else { return false }
    let withArticle = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: rest.count + 4) {
      form in
      for index in 0..<4 { form[index] = Self.article[index] }
      for index in 0..<rest.count { form[index + 4] = rest[index] }
      return frequencies.documents(with: UnsafeBufferPointer(form))
    }
    if rest.count < 6 { return withArticle > 2 * whole }
    let bare = frequencies.documents(with: rest)
    return withArticle > whole || bare * 2 >= max(whole, 1) || (whole == 0 && rest.count >= 8)
  }

  private func isClitic(
    _ chain: [UInt8], _ rest: UnsafeBufferPointer<UInt8>, _ whole: Int
  ) -> Bool {
    let bare = frequencies.documents(with: rest)
    guard chain.count == 2 else { return bare >= 5 && bare >= whole }
    // No preposition stands before و: in بونجاح the و is a letter of the name.
    if chain != Self.waw, rest.starts(with: Self.waw), rest.count >= 8 {
      let inner = UnsafeBufferPointer(rebasing: rest[2...])
      if isClitic(Self.waw, inner, bare) { return false }
    }
    switch chain[1] {
    // و joins anything; the others need stronger proof, since they open many words.
    case 0x88: return bare >= 3 && bare * 2 >= whole
    case 0x81 where chain[0] == 0xD9, 0x84, 0xA8: return bare >= 5 && bare >= 2 * whole
    default: return bare >= 10 && bare >= 5 * whole
    }
  }
}

import Warraq

/// Tells by the records of libraries whether a word in ة belongs to a next one that has no article, as in
/// مدينة بغداد, where it ends in t. Schemes of rules see no more of it than that; `ala-lc` weighs more.
struct ConstructState: Sendable {
  /// Of the places of a word in ة, how many must be in construct; and how many of the next one's are capitals, by
  /// which it is a name. On the development set of library records 99 of 100 words that are found so are in
  /// construct, and 43 of 100 in construct are found.
  private static let leastConstruct = 0.65
  private static let leastCapitals = 0.5
  /// Places that a share is built on at least.
  private static let least = 3

  private let lexicon: RomanLexicon

  static let shared = RomanizerModel.shared.map { ConstructState(lexicon: $0.maker.lexicon) }

  init(lexicon: RomanLexicon) { self.lexicon = lexicon }

  /// Whether a word in ة is in construct as a rule; given by its letters alone, UTF-8.
  func isConstruct(_ word: [UInt8]) -> Bool {
    var ends = (h: 0, t: 0)
    for entry in lexicon.word(word) {
      let count = entry.count + entry.tableCount
      if entry.latin.suffix(2).elementsEqual("at".utf8) { ends.t += count }
      if entry.latin.suffix(2).elementsEqual("ah".utf8) { ends.h += count }
    }
    return ends.t + ends.h >= Self.least
      && Double(ends.t) >= Self.leastConstruct * Double(ends.t + ends.h)
  }

  /// Whether a word is a name as a rule.
  func isName(_ word: [UInt8]) -> Bool {
    var (count, capitals) = (0, 0)
    for entry in lexicon.word(word) {
      count += entry.count + entry.tableCount
      capitals += entry.capitals + entry.tableCapitals
    }
    return count >= Self.least && Double(capitals) >= Self.leastCapitals * Double(count)
  }
}

/// What `ConstructState` says of words that were met.
struct ConstructMemory: Sendable {
  private var answers = AnswerMemory<Bool>(capacity: 20_000)

  /// Whether a word is followed by a name that it belongs to.
  ///
  /// - Parameters:
  ///   - word: Ends in ة; with its marks.
  ///   - next: The next word, with its marks.
  mutating func holds(
    _ word: UnsafeBufferPointer<UInt8>, before next: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    takesName(word) && isName(next)
  }

  /// Whether a word that ends in ة belongs to a name behind it as a rule.
  mutating func takesName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let records = ConstructState.shared else { return false }
    return answers.answer((0, 0, 0), about: word) {
      records.isConstruct(Self.bareLetters(of: word))
    }
  }

  /// Whether a word is a name as a rule.
  mutating func isName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let records = ConstructState.shared else { return false }
    return answers.answer((1, 0, 0), about: word) { records.isName(Self.bareLetters(of: word)) }
  }

  /// The letters of a word without marks and tatweel, UTF-8.
  private static func bareLetters(of word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    var index = 0
    while index < word.count {
      let (scalar, next) = UTF8Bytes.decode(word, at: index)
      if ScalarClass.isArabicLetter(scalar) { letters += word[index..<next] }
      index = next
    }
    return letters
  }
}

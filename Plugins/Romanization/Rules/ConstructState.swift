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

  /// Whether a word is in construct before the next one; both by their letters alone, UTF-8.
  func holds(_ word: [UInt8], before next: [UInt8]) -> Bool {
    var ends = (h: 0, t: 0)
    for entry in lexicon.word(word) {
      let count = entry.count + entry.tableCount
      if entry.latin.suffix(2).elementsEqual("at".utf8) { ends.t += count }
      if entry.latin.suffix(2).elementsEqual("ah".utf8) { ends.h += count }
    }
    guard ends.t + ends.h >= Self.least,
      Double(ends.t) >= Self.leastConstruct * Double(ends.t + ends.h)
    else { return false }
    var (count, capitals) = (0, 0)
    for entry in lexicon.word(next) {
      count += entry.count + entry.tableCount
      capitals += entry.capitals + entry.tableCapitals
    }
    return count >= Self.least && Double(capitals) >= Self.leastCapitals * Double(count)
  }
}

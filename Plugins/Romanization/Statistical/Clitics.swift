import ArabicText
import RomanizationResources
import Warraq

/// Particles and the article at a word's start, and their ALA-LC forms.
struct RomanClitics: Sendable {
  /// One prefix.
  struct Prefix: Sendable {
    /// In Arabic, UTF-8.
    let arabic: [UInt8]
    /// In Latin with its hyphens, UTF-8.
    let latin: [UInt8]
    /// The letters of which one must follow, two bytes each; nil for any.
    let followers: [UInt8]?

    /// Whether it ends in ال.
    private var hasArticle: Bool { arabic.suffix(4).elementsEqual([0xD8, 0xA7, 0xD9, 0x84]) }

    /// Whether a romanization may stand behind it: behind an article none that ends in a short vowel, as verbs do.
    func takes(_ latin: some BidirectionalCollection<UInt8>) -> Bool {
      guard self.latin.suffix(2).elementsEqual("l-".utf8), let last = latin.last else {
        return true
      }
      return !"aiu".utf8.contains(last)
    }

    /// Whether so many bytes of a word, and more, may stand behind it there.
    func opens(_ letters: some RandomAccessCollection<UInt8>, leaving least: Int) -> Bool {
      guard letters.count >= arabic.count + least, letters.starts(with: arabic) else {
        return false
      }
      if hasArticle, Readings.isArticleless(letters.dropFirst(arabic.count - 4)) {
        return false
      }
      guard let followers else { return true }
      let next = letters.dropFirst(arabic.count).prefix(2)
      return stride(from: 0, to: followers.count, by: 2).contains {
        followers[$0...].starts(with: next)
      }
    }
  }

  static let shared = RomanClitics()

  /// All of them, the longest Arabic first.
  let prefixes: [Prefix]

  private init() {
    let resource = romanization_clitics()
    prefixes = TSVRows(StaticBytes(resource.bytes, count: resource.count)).compactMap { row in
      guard row.count == 3 else { return nil }
      let followers: [UInt8]? =
        switch row[2] {
        case "*": nil
        case "-": []
        default: Array(row[2].utf8)
        }
      return Prefix(
        arabic: Array(row[0].utf8), latin: Array(row[1].utf8), followers: followers)
    }.sorted { $0.arabic.count > $1.arabic.count }
  }

  /// The Latin prefix that a romanized word begins with, in bytes; 0 for none. What stands behind it is
  /// the word whose first letter may be a capital.
  func prefixLength(of latin: ArraySlice<UInt8>) -> Int {
    // Most words have no hyphen, and every prefix ends in one.
    guard latin.contains(UInt8(ascii: "-")) else { return 0 }
    var best = 0
    for prefix in prefixes where prefix.latin.count > best && latin.starts(with: prefix.latin) {
      if latin.count > prefix.latin.count { best = prefix.latin.count }
    }
    return best
  }
}

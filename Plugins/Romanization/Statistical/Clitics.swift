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
  }

  static let shared = RomanClitics()

  /// All of them, the longest Arabic first.
  let prefixes: [Prefix]

  private init() {
    let resource = romanization_clitics()
    prefixes = TSVRows(StaticBytes(resource.bytes, count: resource.count)).compactMap { row in
      row.count == 2 ? Prefix(arabic: Array(row[0].utf8), latin: Array(row[1].utf8)) : nil
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

import ArabicText
import SentencesResources
import Warraq

/// Word lists that help to judge a full stop, from `Resources/clauses.tsv`; forms without marks.
struct ClauseWords: Sendable {
  static let shared = ClauseWords()

  let continuations: Set<String>
  let openers: Set<String>
  let teasers: Set<String>
  let domains: Set<String>

  private init() {
    let resource = sentences_clauses()
    var lists: [String: Set<String>] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 2 {
      lists[row[0], default: []].formUnion(row[1].split(separator: " ").map(String.init))
    }
    continuations = lists["continuation"] ?? []
    openers = lists["opener"] ?? []
    teasers = lists["teaser"] ?? []
    domains = lists["domain"] ?? []
  }

  /// Whether a word begins a new clause: true or false where its form tells, else nil.
  func beginsClause(_ word: String) -> Bool? {
    if word.isEmpty { return nil }
    if continuations.contains(word) { return false }
    if openers.contains(word) { return true }
    let length = word.unicodeScalars.count
    if length >= 3, word.hasPrefix("و") { return true }
    if length >= 4, word.hasPrefix("ب") || word.hasPrefix("ل") { return false }
    return nil
  }
}

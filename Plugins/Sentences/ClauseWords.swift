import ArabicText
import SentencesResources
import Warraq

/// Word lists that help to judge a full stop, from `Resources/clauses.tsv`; forms without marks.
struct ClauseWords: Sendable {
  static let shared = ClauseWords()

  let continuations: Set<ByteKey>
  let openers: Set<ByteKey>
  let teasers: Set<ByteKey>
  let domains: Set<ByteKey>
  /// Folded words, and pairs joined by a space, that open a sentence of running speech.
  let discourseOpeners: Set<ByteKey>
  let discoursePairs: Set<ByteKey>

  private init() {
    let resource = sentences_clauses()
    var lists: [String: Set<ByteKey>] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 2 {
      lists[row[0], default: []].formUnion(row[1].split(separator: " ").map { ByteKey($0) })
    }
    continuations = lists["continuation"] ?? []
    openers = lists["opener"] ?? []
    teasers = lists["teaser"] ?? []
    domains = lists["domain"] ?? []
    discourseOpeners = Set((lists["discourse"] ?? []).map { ByteKey(ArabicFold.fold($0.string)) })
    discoursePairs = Set(
      (lists["discourse-pair"] ?? []).map {
        ByteKey(ArabicFold.fold($0.string.replacing("_", with: " ")))
      })
  }

  /// Whether a word begins a new clause: true or false where its form tells, else nil.
  func beginsClause(_ word: String) -> Bool? {
    if word.isEmpty { return nil }
    let key = ByteKey(word)
    if continuations.contains(key) { return false }
    if openers.contains(key) { return true }
    let length = word.unicodeScalars.count
    if length >= 3, word.hasPrefix("و") { return true }
    if length >= 4, word.hasPrefix("ب") || word.hasPrefix("ل") { return false }
    return nil
  }
}

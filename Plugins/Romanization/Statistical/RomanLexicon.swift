import Warraq

/// Romanizations that were seen, of whole words and of stems, with counts.
///
/// A `StringTable`: the key is `w` or `s` and the letters; the value a list of counts and
/// counts of capitals, in records and in tables, length and Latin in lower case.
struct RomanLexicon: Sendable {
  /// One romanization of a form.
  struct Entry: Sendable, Hashable {
    let latin: [UInt8]
    /// How often it stands in records, and with a capital.
    let count: Int
    let capitals: Int
    /// How often it stands in tables of words, and with a capital.
    let tableCount: Int
    let tableCapitals: Int
  }

  static let wordPrefix = UInt8(ascii: "w")
  static let stemPrefix = UInt8(ascii: "s")

  private let table: StringTable

  /// Opens a lexicon; nil for bytes that are none.
  init?(_ bytes: StaticBytes) {
    guard let table = StringTable(bytes) else { return nil }
    self.table = table
  }

  /// What is known of a whole word.
  func word(_ letters: some Collection<UInt8>) -> [Entry] { entries(Self.wordPrefix, letters) }

  /// What is known of a stem, without particles.
  func stem(_ letters: some Collection<UInt8>) -> [Entry] { entries(Self.stemPrefix, letters) }

  /// Calls `body` with the letters of each whole word and each of its romanizations.
  func forEachWord(_ body: (String, Entry) -> Void) {
    table.forEach { key, value in
      guard key.first == Self.wordPrefix else { return }
      let letters = String(decoding: key.dropFirst(), as: UTF8.self)
      for entry in Self.read(value) { body(letters, entry) }
    }
  }

  private func entries(_ kind: UInt8, _ letters: some Collection<UInt8>) -> [Entry] {
    let key = [kind] + letters
    return key.withUnsafeBufferPointer { table.value(of: $0) }.map(Self.read) ?? []
  }

  private static func read(_ value: UnsafeBufferPointer<UInt8>) -> [Entry] {
    var entries: [Entry] = []
    var offset = 0
    while let count = LEB128.read(value, at: offset),
      let capitals = LEB128.read(value, at: count.next),
      let table = LEB128.read(value, at: capitals.next),
      let tableCapitals = LEB128.read(value, at: table.next),
      let length = LEB128.read(value, at: tableCapitals.next),
      length.value <= value.count - length.next
    {
      offset = length.next + length.value
      entries.append(
        Entry(
          latin: Array(value[length.next..<offset]), count: count.value, capitals: capitals.value,
          tableCount: table.value, tableCapitals: tableCapitals.value))
    }
    return entries
  }
}

import Warraq

/// Romanizations that were seen, of whole words and of stems, with counts.
///
/// A `StringTable`: the key is `w` or `s` and the letters without what loose spelling changes; the value a list of
/// spellings. Of each: the length of its changes, and what makes it of the key (`Spellings`); the length of what follows;
/// for each romanization counts and counts of capitals, in records and in tables, length and Latin in lower case.
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
  func word(_ letters: [UInt8]) -> [Entry] { entries(Self.wordPrefix, letters) }

  /// What is known of a stem, without particles.
  func stem(_ letters: [UInt8]) -> [Entry] { entries(Self.stemPrefix, letters) }

  /// What is known of letters as a stem, in any spelling.
  func stem(like letters: [UInt8]) -> LexiconWord {
    let (key, changes) = Self.key(Self.stemPrefix, letters)
    return LexiconWord(key: key, changes: changes, value: value(of: key))
  }

  /// What is known of letters as a whole word and as a stem, in any spelling.
  func wordAndStem(like letters: [UInt8]) -> (word: LexiconWord, stem: LexiconWord) {
    var (key, changes) = Self.key(Self.wordPrefix, letters)
    let word = value(of: key)
    key[0] = Self.stemPrefix
    let stem = value(of: key)
    return (
      LexiconWord(key: key, changes: changes, value: word),
      LexiconWord(key: key, changes: changes, value: stem)
    )
  }

  /// Calls `body` with the letters of each word and each of its romanizations; stems are words too, and many words are
  /// known by their stem alone.
  func forEachWord(_ body: (String, Entry) -> Void) {
    table.forEach { key, value in
      // Those of a stem that is a word as well are given with the word.
      let wordKey = [Self.wordPrefix] + key.dropFirst()
      let words = key.first == Self.stemPrefix ? self.value(of: wordKey) : nil
      Self.forEachForm(value) { changes, entries in
        guard let letters = Spellings.shared.word(ofKey: key.dropFirst(), changes: changes) else {
          return true
        }
        let known =
          words == nil
          ? [] : LexiconWord(key: wordKey, changes: Array(changes), value: words).own
        let word = String(decoding: letters, as: UTF8.self)
        Self.forEachEntry(entries) { found in
          if !known.contains(where: { $0.latin.elementsEqual(found.latin) }) {
            body(word, Entry(found))
          }
        }
        return true
      }
    }
  }

  private func entries(_ kind: UInt8, _ letters: [UInt8]) -> [Entry] {
    let (key, changes) = Self.key(kind, letters)
    return LexiconWord(key: key, changes: changes, value: value(of: key)).own
      .map(Entry.init)
  }

  private func value(of key: [UInt8]) -> UnsafeBufferPointer<UInt8>? {
    key.withUnsafeBufferPointer { table.value(of: $0) }
  }

  private static func key(_ kind: UInt8, _ letters: [UInt8]) -> (key: [UInt8], changes: [UInt8]) {
    var key: [UInt8] = []
    var changes: [UInt8] = []
    key.reserveCapacity(letters.count + 1)
    key.append(kind)
    Spellings.shared.appendKey(of: letters, to: &key, changes: &changes)
    return (key, changes)
  }

  /// Calls `body` with what makes each spelling of the key, and its entries, until it says no.
  static func forEachForm(
    _ value: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    var offset = 0
    while let length = LEB128.read(value, at: offset), length.value <= value.count - length.next,
      let size = LEB128.read(value, at: length.next + length.value),
      size.value <= value.count - size.next
    {
      offset = size.next + size.value
      let changes = value[length.next..<length.next + length.value]
      guard
        body(
          UnsafeBufferPointer(rebasing: changes),
          UnsafeBufferPointer(rebasing: value[size.next..<offset]))
      else { return }
    }
  }

  /// Calls `body` with each romanization of a form.
  static func forEachEntry(
    _ value: UnsafeBufferPointer<UInt8>, _ body: (LexiconWord.Entry) -> Void
  ) {
    var offset = 0
    while let count = LEB128.read(value, at: offset),
      let capitals = LEB128.read(value, at: count.next),
      let table = LEB128.read(value, at: capitals.next),
      let tableCapitals = LEB128.read(value, at: table.next),
      let length = LEB128.read(value, at: tableCapitals.next),
      length.value <= value.count - length.next
    {
      offset = length.next + length.value
      body(
        LexiconWord.Entry(
          latin: UnsafeBufferPointer(rebasing: value[length.next..<offset]), count: count.value,
          capitals: capitals.value, tableCount: table.value, tableCapitals: tableCapitals.value))
    }
  }

  /// Makes the bytes of a lexicon.
  struct Builder {
    private var forms: [[UInt8]: [(changes: [UInt8], entries: [Entry])]] = [:]

    /// Adds a whole word or a stem in one spelling.
    mutating func add(_ letters: [UInt8], isWord: Bool, entries: [Entry]) {
      let (key, changes) = RomanLexicon.key(isWord ? wordPrefix : stemPrefix, letters)
      forms[key, default: []].append((changes, entries))
    }

    /// The same forms, in whatever order they came, give the same bytes.
    func build() -> [UInt8] {
      var table = StringTableBuilder()
      for (key, forms) in forms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        var value: [UInt8] = []
        for form in forms.sorted(by: { $0.changes.lexicographicallyPrecedes($1.changes) }) {
          LEB128.append(form.changes.count, to: &value)
          value += form.changes
          let entries = form.entries.reduce(into: [UInt8]()) { Self.append($1, to: &$0) }
          LEB128.append(entries.count, to: &value)
          value += entries
        }
        table.add(key, value: value)
      }
      return table.build()
    }

    private static func append(_ entry: Entry, to bytes: inout [UInt8]) {
      LEB128.append(entry.count, to: &bytes)
      LEB128.append(entry.capitals, to: &bytes)
      LEB128.append(entry.tableCount, to: &bytes)
      LEB128.append(entry.tableCapitals, to: &bytes)
      LEB128.append(entry.latin.count, to: &bytes)
      bytes += entry.latin
    }
  }
}

extension RomanLexicon.Entry {
  init(_ entry: LexiconWord.Entry) {
    self.init(
      latin: Array(entry.latin), count: entry.count, capitals: entry.capitals,
      tableCount: entry.tableCount, tableCapitals: entry.tableCapitals)
  }
}

import Warraq

/// Romanizations that were seen, of whole words and of stems, with counts.
///
/// A `PackedTable`, and before it the pairs by which its keys are packed, then those of the Latin: of each a byte, their
/// number, and three bytes a pair. A key is `w` or `s` and the letters without what loose spelling changes; the value a
/// list of spellings. Of each: the length of its changes times 2, and 1 more for the last one; what makes it of the key
/// (`Spellings`); for each romanization counts (`Counts`), length of its packed Latin and that, in lower case.
struct RomanLexicon: Sendable {
  static let wordPrefix = UInt8(ascii: "w")
  static let stemPrefix = UInt8(ascii: "s")

  private let table: PackedTable
  private let latin: PairCode

  /// Opens a lexicon; nil for bytes that are none.
  init?(_ bytes: StaticBytes) {
    let buffer = bytes.buffer
    var start = 0
    func pairs() -> [PairCode.Pair]? {
      guard start < buffer.count, Int(buffer[start]) * 3 < buffer.count - start else { return nil }
      let first = start + 1
      start = first + Int(buffer[start]) * 3
      return stride(from: first, to: start, by: 3).map {
        PairCode.Pair(code: buffer[$0], first: buffer[$0 + 1], second: buffer[$0 + 2])
      }
    }
    guard let keyPairs = pairs(), let latinPairs = pairs(), let base = buffer.baseAddress,
      let table = PackedTable(
        StaticBytes(base + start, count: buffer.count - start), code: PairCode(keyPairs))
    else { return nil }
    self.table = table
    latin = PairCode(latinPairs)
  }

  /// What is known of a whole word.
  func word(_ letters: [UInt8]) -> [Entry] { entries(Self.wordPrefix, letters) }

  /// What is known of a stem, without particles.
  func stem(_ letters: [UInt8]) -> [Entry] { entries(Self.stemPrefix, letters) }

  /// What is known of letters as a stem, in any spelling.
  func stem(like letters: [UInt8]) -> LexiconWord {
    let (key, changes) = Self.key(Self.stemPrefix, letters)
    return LexiconWord(lexicon: self, key: key, changes: changes, value: value(of: key))
  }

  /// What is known of letters as a whole word and as a stem, in any spelling.
  func wordAndStem(like letters: [UInt8]) -> (word: LexiconWord, stem: LexiconWord) {
    var (key, changes) = Self.key(Self.wordPrefix, letters)
    let word = value(of: key)
    key[0] = Self.stemPrefix
    let stem = value(of: key)
    return (
      LexiconWord(lexicon: self, key: key, changes: changes, value: word),
      LexiconWord(lexicon: self, key: key, changes: changes, value: stem)
    )
  }

  /// Calls `body` with the letters of each word and each of its romanizations; stems are words too, and many words are
  /// known by their stem alone.
  func forEachWord(_ body: (String, Entry) -> Void) {
    table.forEach { key, value in
      // Those of a stem that is a word as well are given with the word.
      let wordKey = [Self.wordPrefix] + key.dropFirst()
      let words = key.first == Self.stemPrefix ? self.value(of: wordKey) : nil
      forEachForm(value) { changes, entries in
        guard let letters = Spellings.shared.word(ofKey: key.dropFirst(), changes: changes) else {
          return true
        }
        let known =
          words == nil
          ? []
          : LexiconWord(lexicon: self, key: wordKey, changes: Array(changes), value: words).own
        let word = String(decoding: letters, as: UTF8.self)
        for found in entries() where !known.contains(where: { $0.latin == found.latin }) {
          body(word, found)
        }
        return true
      }
    }
  }

  private func entries(_ kind: UInt8, _ letters: [UInt8]) -> [Entry] {
    let (key, changes) = Self.key(kind, letters)
    return LexiconWord(lexicon: self, key: key, changes: changes, value: value(of: key)).own
  }

  private func value(of key: [UInt8]) -> UnsafeBufferPointer<UInt8>? {
    key.withUnsafeBufferPointer { table.value(of: $0) }
  }

  static func key(_ kind: UInt8, _ letters: [UInt8]) -> (key: [UInt8], changes: [UInt8]) {
    var key: [UInt8] = []
    var changes: [UInt8] = []
    key.reserveCapacity(letters.count + 1)
    key.append(kind)
    Spellings.shared.appendKey(of: letters, to: &key, changes: &changes)
    return (key, changes)
  }

  /// Calls `body` with what makes each spelling of the key, and what gives its entries, until it says no.
  func forEachForm(
    _ value: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, () -> [Entry]) -> Bool
  ) {
    var offset = 0
    while let head = LEB128.read(value, at: offset), head.value / 2 <= value.count - head.next {
      let start = head.next + head.value / 2
      let changes = UnsafeBufferPointer(rebasing: value[head.next..<start])
      guard body(changes, { entries(of: value, at: start).entries }), head.value % 2 == 0
      else { return }
      offset = entries(of: value, at: start, isPassed: true).next
    }
  }

  /// The entries of a form that begin at an offset of a value, and where they end.
  ///
  /// - Parameter isPassed: Gives none of them.
  private func entries(
    of value: UnsafeBufferPointer<UInt8>, at start: Int, isPassed: Bool = false
  ) -> (entries: [Entry], next: Int) {
    var found: [Entry] = []
    var next = start
    while let counts = Counts.read(value, at: next),
      let length = LEB128.read(value, at: counts.next), length.value <= value.count - length.next
    {
      next = length.next + length.value
      if !isPassed {
        found.append(
          Entry(
            latin: latin.decode(UnsafeBufferPointer(rebasing: value[length.next..<next])),
            count: counts.count, capitals: counts.capitals, tableCount: counts.tableCount,
            tableCapitals: counts.tableCapitals))
      }
      guard !counts.isLast else { return (found, next) }
    }
    return (found, value.count)
  }
}

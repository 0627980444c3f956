/// A word, or a stem, that was looked up: read when it is asked for, where the lexicon lies, whose bytes are never freed
/// (`StaticBytes`).
struct LexiconWord {
  /// One romanization.
  struct Entry {
    /// In lower case, UTF-8.
    let latin: UnsafeBufferPointer<UInt8>
    /// How often it stands in records, and with a capital.
    let count: Int
    let capitals: Int
    /// How often it stands in tables of words, and with a capital.
    let tableCount: Int
    let tableCapitals: Int
  }

  /// One of the spellings.
  struct Form {
    let letters: [UInt8]
    fileprivate let entries: UnsafeBufferPointer<UInt8>

    /// Calls `body` with each romanization.
    func forEachEntry(_ body: (Entry) -> Void) { RomanLexicon.forEachEntry(entries, body) }
  }

  /// The key of all spellings, a byte before it that says of what.
  let key: [UInt8]
  /// What makes the spelling that was asked for of the key.
  let changes: [UInt8]
  /// All that the lexicon has under the key; nil for nothing.
  let value: UnsafeBufferPointer<UInt8>?

  /// What is known of the spelling that was asked for.
  var own: [Entry] {
    var found: [Entry] = []
    guard let value else { return found }
    RomanLexicon.forEachForm(value) { changes, entries in
      guard changes.elementsEqual(self.changes) else { return true }
      RomanLexicon.forEachEntry(entries) { found.append($0) }
      return false
    }
    return found
  }

  /// The other spellings that are known.
  var others: [Form] {
    var found: [Form] = []
    guard let value else { return found }
    RomanLexicon.forEachForm(value) { changes, entries in
      guard !changes.elementsEqual(self.changes) else { return true }
      if let word = Spellings.shared.word(ofKey: key.dropFirst(), changes: changes) {
        found.append(Form(letters: word, entries: entries))
      }
      return true
    }
    return found
  }
}

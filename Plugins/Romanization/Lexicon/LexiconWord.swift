import Warraq

/// A word, or a stem, that was looked up: read when it is asked for, where the lexicon lies, whose bytes are never freed
/// (`StaticBytes`).
struct LexiconWord {
  /// One of the spellings.
  struct Form {
    let letters: [UInt8]
    let entries: [RomanLexicon.Entry]
  }

  let lexicon: RomanLexicon
  /// The key of all spellings, a byte before it that says of what.
  let key: [UInt8]
  /// What makes the spelling that was asked for of the key.
  let changes: [UInt8]
  /// All that the lexicon has under the key; nil for nothing.
  let value: UnsafeBufferPointer<UInt8>?

  /// What is known of the spelling that was asked for.
  var own: [RomanLexicon.Entry] {
    var found: [RomanLexicon.Entry] = []
    guard let value else { return found }
    lexicon.forEachForm(value) { changes, entries in
      guard changes.elementsEqual(self.changes) else { return true }
      found = entries()
      return false
    }
    return found
  }

  /// The other spellings that are known.
  var others: [Form] {
    var found: [Form] = []
    guard let value else { return found }
    lexicon.forEachForm(value) { changes, entries in
      guard !changes.elementsEqual(self.changes) else { return true }
      if let word = Spellings.shared.word(ofKey: key.dropFirst(), changes: changes) {
        found.append(Form(letters: word, entries: entries()))
      }
      return true
    }
    return found
  }
}

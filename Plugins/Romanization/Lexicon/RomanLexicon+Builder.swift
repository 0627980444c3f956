import Warraq

extension RomanLexicon {
  /// Makes the bytes of a lexicon.
  struct Builder {
    private var forms: [[UInt8]: [(changes: [UInt8], entries: [Entry])]] = [:]

    /// Adds a whole word or a stem in one spelling; nothing where it has no entries.
    mutating func add(_ letters: [UInt8], isWord: Bool, entries: [Entry]) {
      guard !entries.isEmpty else { return }
      let (key, changes) = RomanLexicon.key(isWord ? wordPrefix : stemPrefix, letters)
      forms[key, default: []].append((changes, entries))
    }

    /// The same forms, in whatever order they came, give the same bytes.
    func build() -> [UInt8] {
      let keys = forms.keys.sorted { $0.lexicographicallyPrecedes($1) }
      let sorted = keys.map { key in
        (key, (forms[key] ?? []).sorted { $0.changes.lexicographicallyPrecedes($1.changes) })
      }
      let latin = PairCodeBuilder(sorted.flatMap { $1.flatMap(\.entries).map(\.latin) })
      var packed = latin.strings.makeIterator()
      var table = PackedTableBuilder()
      for (key, forms) in sorted {
        var value: [UInt8] = []
        for (index, form) in forms.enumerated() {
          LEB128.append(form.changes.count * 2 + (index + 1 == forms.count ? 1 : 0), to: &value)
          value += form.changes
          for (index, entry) in form.entries.enumerated() {
            Counts.append(entry, isLast: index + 1 == form.entries.count, to: &value)
            let latin = packed.next() ?? []
            LEB128.append(latin.count, to: &value)
            value += latin
          }
        }
        table.add(key, value: value)
      }
      let (bytes, pairs) = table.build()
      return Self.bytes(pairs) + Self.bytes(latin.pairs) + bytes
    }

    private static func bytes(_ pairs: [PairCode.Pair]) -> [UInt8] {
      [UInt8(truncatingIfNeeded: pairs.count)]
        + pairs.flatMap { [$0.code, $0.first, $0.second] }
    }
  }
}

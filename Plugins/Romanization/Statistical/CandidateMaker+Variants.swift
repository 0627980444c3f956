import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension CandidateMaker {
  /// Places below which other spellings of a word are asked as well.
  static let seldom = 7
  /// Most romanizations that are taken from other spellings.
  private static let variantLimit = 4

  /// How often other spellings of a word became something.
  private struct VariantCount {
    let latin: [UInt8]
    let change: UInt64
    var count = 0
    var capitals = 0
    var tableCount = 0
    var tableCapitals = 0

    /// What ranks it: a table's catalogues are many, and each counts for less.
    var total: Int { count * 5 + tableCount }

    mutating func add(_ entry: RomanLexicon.Entry) {
      count += entry.count
      capitals += entry.capitals
      tableCount += entry.tableCount
      tableCapitals += entry.tableCapitals
    }
  }

  /// Adds what other spellings of a word became, and says of every candidate how well they bear it out.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - stems: What it may be behind its particles.
  func addVariants(
    _ letters: [UInt8], word: LexiconWord, stems: [Stem],
    _ found: inout [RomanCandidate], _ passed: [[UInt8]]
  ) {
    let counts = variantCounts(letters, word: word, stems: stems)
    guard let most = counts.first?.total else { return }
    let count = counts.reduce(0) { $0 + $1.count }
    let table = counts.reduce(0) { $0 + $1.tableCount }
    let kinds = Float(counts.count)
    for variant in counts.prefix(Self.variantLimit) {
      // What they seldom became is not worth a try.
      guard found.count < Self.limit, variant.total * 20 >= most,
        Self.isNew(variant.latin, among: found, passed)
      else { continue }
      var evidence = RomanCandidate.Evidence()
      evidence.share = log((Float(variant.count) + 0.1) / (Float(count) + 0.1 * kinds))
      evidence.tableShare = log((Float(variant.tableCount) + 0.1) / (Float(table) + 0.1 * kinds))
      evidence.count = variant.count
      evidence.wordCount = count
      evidence.tableCount = table
      evidence.capital = (Float(variant.capitals) + 0.5) / (Float(variant.count) + 1)
      evidence.tableCapital = (Float(variant.tableCapitals) + 0.5) / (Float(variant.tableCount) + 1)
      evidence.change = variant.change
      found.append(RomanCandidate(latin: variant.latin, source: .variant, evidence: evidence))
    }
    let all = Float(count * 5 + table) + 0.5 * (kinds + 1)
    for index in found.indices {
      let total = counts.first { $0.latin == found[index].latin }?.total ?? 0
      found[index].evidence.variantShare = log((Float(total) + 0.5) / all)
      found[index].evidence.variantCount = count + table / 5 + 1
    }
  }

  /// What the other spellings became that the word's own letters can say, the most frequent first.
  private func variantCounts(
    _ letters: [UInt8], word: LexiconWord, stems: [Stem]
  ) -> [VariantCount] {
    let spellings = Spellings.shared
    var counts: [VariantCount] = []
    func add(_ form: LexiconWord.Form, behind prefix: RomanClitics.Prefix?) {
      let spelling = (prefix?.arabic ?? []) + form.letters
      guard spelling != letters, let change = spellings.change(from: letters, to: spelling) else {
        return
      }
      for entry in form.entries where prefix?.takes(entry.latin) ?? true {
        let latin = (prefix?.latin ?? []) + entry.latin
        if let index = counts.firstIndex(where: { $0.latin == latin }) {
          counts[index].add(entry)
        } else if spellings.begins(letters, latin), spellings.ends(letters, latin: latin) {
          var variant = VariantCount(latin: latin, change: change)
          variant.add(entry)
          counts.append(variant)
        }
      }
    }
    let words = word.others
    for form in words { add(form, behind: nil) }
    for stem in stems {
      let prefix = stem.prefix?.arabic ?? []
      // Of a whole word that is known its stem says nothing new.
      for form in stem.word.others
      where !words.contains(where: { $0.letters.elementsEqual(prefix + form.letters) }) {
        add(form, behind: stem.prefix)
      }
    }
    return counts.sorted { left, right in
      left.total != right.total
        ? left.total > right.total : left.latin.lexicographicallyPrecedes(right.latin)
    }
  }
}

import JointSequence
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Counts what words and stems become.
struct LexiconCounts {
  private struct Counts {
    var records = 0
    var capitals = 0
    var table = 0
    var tableCapitals = 0

    /// What ranks a romanization: a table's catalogues are many, and each counts for less.
    var total: Int { records * 5 + table }

    /// How often it was seen.
    var plain: Int { records + table }

    mutating func add(_ count: Int, isCapital: Bool, isTable: Bool) {
      if isTable {
        table += count
        if isCapital { tableCapitals += count }
      } else {
        records += count
        if isCapital { capitals += count }
      }
    }
  }

  private var words: [[UInt8]: [[UInt8]: Counts]] = [:]
  private var stems: [[UInt8]: [[UInt8]: Counts]] = [:]

  /// Counts a word.
  ///
  /// - Parameter isTable: True for a row of a table, false for a word of a record.
  mutating func add(
    _ letters: [UInt8], _ latin: [UInt8], count: Int, isCapital: Bool, isTable: Bool
  ) {
    words[letters, default: [:]][latin, default: Counts()].add(
      count, isCapital: isCapital, isTable: isTable)
    let (stem, stemLatin) = split(letters, latin)
    stems[stem, default: [:]][stemLatin, default: Counts()].add(
      count, isCapital: isCapital, isTable: isTable)
  }

  /// A word without the longest particles that it is written with in both scripts, if its other letters say the rest:
  /// للغة, *lil-lughah*, is not غة behind an article.
  private func split(_ letters: [UInt8], _ latin: [UInt8]) -> (stem: [UInt8], latin: [UInt8]) {
    func without(_ prefix: RomanClitics.Prefix) -> (stem: [UInt8], latin: [UInt8])? {
      guard prefix.opens(letters, leaving: 4), latin.count > prefix.latin.count + 1,
        latin.starts(with: prefix.latin)
      else { return nil }
      return (
        Array(letters.dropFirst(prefix.arabic.count)), Array(latin.dropFirst(prefix.latin.count))
      )
    }
    let splits = RomanClitics.shared.prefixes.compactMap(without)
    let told = (splits + [(letters, latin)]).first { spells($0.stem, $0.latin) }
    return told ?? splits.first ?? (letters, latin)
  }

  /// Counts a form of which nothing is known, as a stem, unless forms that are known tell it.
  mutating func add(form letters: [UInt8], _ latin: [UInt8]) {
    guard stems[letters] == nil, words[letters] == nil else { return }
    let relatives = WordRelatives { [stems] letters in
      stems[letters].map { $0.map { ($0.key, $0.value.total) } } ?? []
    }
    var isTold = false
    relatives.forEachReading(of: letters) { told, _ in
      if told == latin { isTold = true }
    }
    guard !isTold else { return }
    stems[letters] = [latin: Counts(table: Self.formCount)]
  }

  /// What a form counts for, as a word of a table.
  private static let formCount = 2

  private typealias Ranked = [(latin: [UInt8], counts: Counts)]

  private let letterTruth = LetterTruth()

  private func spells(_ letters: [UInt8], _ latin: [UInt8]) -> Bool {
    letterTruth.spells(Self.scalars(letters), Self.scalars(latin))
  }

  private func ranked(
    _ letters: [UInt8], _ counts: [[UInt8]: Counts], _ limit: Int
  ) -> Ranked {
    let sorted = counts.map { (latin: $0.key, counts: $0.value) }.sorted { left, right in
      left.counts.total != right.counts.total
        ? left.counts.total > right.counts.total
        : left.latin.lexicographicallyPrecedes(right.latin)
    }
    // What is seen once beside something common is a typing error more often than a word.
    let most = sorted.first?.counts.total ?? 0
    let plain = sorted.reduce(0) { $0 + $1.counts.plain }
    return Array(
      sorted.filter { entry in
        // What the letters do not say is another word's, unless that is how the word is known; of a foreign spelling a
        // third is enough, which no slip makes.
        let isKnown =
          entry.counts.total >= 15
          && (entry.counts.plain * 2 > plain
            || entry.counts.plain * 3 >= plain && LetterTruth.isForeign(entry.latin))
        return entry.counts.total * 200 >= most && !lacksHyphen(letters, entry)
          && (isKnown || spells(letters, entry.latin))
      }.prefix(limit))
  }

  /// Whether a romanization lacks the hyphen behind an article: *alqalaq* beside *qalaq*. Words that only begin with the
  /// same letters are seen more often (*alwān*).
  private func lacksHyphen(
    _ letters: [UInt8], _ entry: (latin: [UInt8], counts: Counts)
  ) -> Bool {
    guard entry.counts.plain <= Self.mostSlips else { return false }
    return RomanClitics.shared.prefixes.contains { prefix in
      let opening = prefix.latin.dropLast()
      guard opening.last == UInt8(ascii: "l"), prefix.opens(letters, leaving: 4),
        entry.latin.starts(with: opening)
      else { return false }
      let stem = Array(entry.latin.dropFirst(opening.count))
      return stems[Array(letters.dropFirst(prefix.arabic.count))]?[stem] != nil
    }
  }

  /// Most places where one and the same slip was made.
  private static let mostSlips = 3

  /// The table that `RomanLexicon` opens.
  func table(alternatives: Int) -> [UInt8] {
    var builder = RomanLexicon.Builder()
    for (letters, counts) in words {
      let known = ranked(letters, counts, alternatives)
      if saysTheSame(letters, known, alternatives) { continue }
      builder.add(letters, isWord: true, entries: Self.entries(known))
    }
    for (letters, counts) in stems {
      let known = ranked(letters, counts, alternatives)
      builder.add(letters, isWord: false, entries: Self.entries(known))
    }
    return builder.build()
  }

  /// True for a word of which its stem tells all: it has one romanization, and the stem the same one.
  private func saysTheSame(_ letters: [UInt8], _ found: Ranked, _ limit: Int) -> Bool {
    guard found.count == 1, found[0].counts.total <= 40 else { return false }
    let (stem, stemLatin) = split(letters, found[0].latin)
    let known = ranked(stem, stems[stem] ?? [:], limit)
    return known.first?.latin == stemLatin
  }

  private static func entries(_ ranked: Ranked) -> [RomanLexicon.Entry] {
    ranked.map { latin, counts in
      RomanLexicon.Entry(
        latin: latin, count: counts.records, capitals: counts.capitals, tableCount: counts.table,
        tableCapitals: counts.tableCapitals)
    }
  }

  /// Words as code points, with weights that grow slowly with their counts: the model is for words that
  /// were never seen, which are like the rare ones.
  ///
  /// - Parameter fold: Leaves out the words of a fold that stand in a single place.
  func stemPairs(without fold: Int? = nil) -> [GraphoneAligner.Pair] {
    var pairs: [GraphoneAligner.Pair] = []
    for letters in words.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let fold, self.fold(of: letters) == fold { continue }
      for entry in ranked(letters, words[letters] ?? [:], 2) {
        let input = Self.scalars(letters)
        let output = Self.scalars(entry.latin)
        guard input.count >= 2, input.count <= 20, output.count <= input.count * 5 else { continue }
        pairs.append(
          GraphoneAligner.Pair(
            input: input, output: output, weight: 1 + log(Double(entry.counts.total)) / 4))
      }
    }
    return pairs
  }

  /// How many folds the words of a single place are dealt out to.
  static let foldCount = 4

  /// The fold of a word that stands in a single place; nil for others.
  func fold(of letters: [UInt8]) -> Int? {
    guard let counts = words[letters], counts.count == 1, let only = counts.first?.value,
      only.records + only.table == 1
    else { return nil }
    return Int(FeatureHash.of(letters) % UInt64(Self.foldCount))
  }

  private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }
}

/// A romanization that a word may have.
struct RomanCandidate: Sendable {
  /// Where it comes from.
  enum Source: UInt64, Sendable {
    /// The word stands in the lexicon.
    case word = 1
    /// Its stem stands there, behind particles.
    case stem = 2
    /// The ending of another candidate, changed: `-ah` and `-at`.
    case ending = 3
    /// The letters, by the joint model.
    case letters = 4
    /// Another form of the word stands in the lexicon.
    case relative = 6
    /// Another candidate without its article: catalogues leave it out where a heading begins.
    case heading = 7
    /// Another spelling of the word, or of its stem, stands in the lexicon.
    case variant = 8
    /// Another candidate in another mood: `-u`, `-a` and no vowel.
    case mood = 9
    /// The letters alone, without vowels.
    case none = 5
  }

  /// In lower case, UTF-8.
  let latin: [UInt8]
  /// What the features of its place see of it.
  let traits: Traits
  /// Hash of its particles.
  let prefixHash: UInt64
  /// What its source knows of it.
  var evidence: Evidence

  var source: Source { traits.source }
  /// Length of the particles at its start, in bytes.
  var prefix: Int { Int(traits.prefix) }
  var neighbor: Neighbor { Neighbor(traits) }

  /// A candidate as the features of its place see it: numbers alone, which are kept for every word that was met.
  struct Traits: Sendable {
    let source: Source
    /// Whether its word was seen so seldom that its kind has to be told by its shape.
    let isRare: Bool
    /// Length of the particles at its start, in bytes.
    let prefix: UInt16
    /// Share of capitals in records and in tables (`Evidence`).
    let capital: Float
    let tableCapital: Float
    /// Hashes of the whole, of the word behind the particles, and of the last one, two and three code points.
    let hash: UInt64
    let stemHash: UInt64
    let ending1: UInt64
    let ending2: UInt64
    let ending3: UInt64
    /// Hash of the vowels behind the particles, with one sign for every consonant: `CaCCāC`.
    let shape: UInt64
    /// What its ending tells of case and mood (`Inflection`).
    let inflection: UInt64
    /// Whether it is taken for an imperfect, of which all moods are candidates.
    let isImperfect: Bool
  }

  /// What the features of the words around see of a candidate.
  struct Neighbor: Sendable {
    let hash: UInt64
    let stemHash: UInt64
    let ending2: UInt64
    let ending3: UInt64
    let shape: UInt64
    /// How often it has a capital, in quarters, and whether it has particles.
    let kind: UInt64
    /// The same in fifths, and 1 more.
    let capital: UInt64
    /// 1 for an imperfect, 2 for others.
    let verb: UInt64

    init(_ traits: Traits) {
      hash = traits.hash
      stemHash = traits.stemHash
      ending2 = traits.ending2
      ending3 = traits.ending3
      shape = traits.shape
      let share = traits.capital
      kind = UInt64(max(0, min(share, 1)) * 4) * 2 + (traits.prefix > 0 ? 2 : 1)
      capital = UInt64(max(0, min(share, 1)) * 5) + 1
      verb = traits.isImperfect ? 1 : 2
    }
  }

  /// How well a candidate is borne out.
  struct Evidence: Sendable {
    /// Natural logarithm of its share of the places in records where its word stands.
    var share: Float = 0
    /// The same in tables of words.
    var tableShare: Float = 0
    /// Of a word in ة: its share together with that of the same word with the other ending, `-ah` or `-at`, and how much less
    /// its own is; the ending is told by what follows sooner than by what it was elsewhere.
    var pair: (share: Float, own: Float)?
    /// How often it, and its word, stands in records; 0 for one that was made.
    var count = 0
    var wordCount = 0
    /// How often its word stands in tables.
    var tableCount = 0
    /// Natural logarithm of how much less its letters speak for it than for the best one; 0 where
    /// they were not asked.
    var fit: Float = 0
    /// Natural logarithm of its share among what other spellings of the word became, and how often those stand, a place
    /// in a table for a fifth; 0 where they are unknown or were not asked.
    var variantShare: Float = 0
    var variantCount = 0
    /// What was changed in the spelling that it comes from (`Spellings.Variant`); 0 for the word's own.
    var change: UInt64 = 0
    /// Share of capitals in records and in tables, 0 to 1; 0.5 where it never stood.
    var capital: Float = 0.5
    var tableCapital: Float = 0.5
  }

  init(latin: [UInt8], source: Source, evidence: Evidence, isImperfect: Bool = false) {
    self.latin = latin
    self.evidence = evidence
    let prefix = RomanClitics.shared.prefixLength(of: latin[...])
    prefixHash = FeatureHash.of(latin[..<prefix])
    traits = Traits(
      source: source, isRare: evidence.wordCount < CandidateMaker.rare,
      prefix: UInt16(clamping: prefix), capital: evidence.capital,
      tableCapital: evidence.tableCapital, hash: FeatureHash.of(latin),
      stemHash: FeatureHash.of(latin[prefix...]), ending1: FeatureHash.of(Self.ending(latin, 1)),
      ending2: FeatureHash.of(Self.ending(latin, 2)),
      ending3: FeatureHash.of(Self.ending(latin, 3)), shape: Self.shape(latin[prefix...]),
      inflection: Inflection(of: latin).rawValue, isImperfect: isImperfect)
  }

  /// The hash of a shape: `maktab` and `markaz` have one.
  static func shape(_ latin: ArraySlice<UInt8>) -> UInt64 {
    var shape = FeatureHash.Stream()
    var index = latin.startIndex
    while index < latin.endIndex {
      let vowel = RomanVowel.length(latin, at: index)
      if vowel > 0 {
        for byte in latin[index..<index + vowel] { shape.add(byte) }
        index += vowel
        continue
      }
      shape.add(UInt8(ascii: "C"))
      let byte = latin[index]
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
      // The digraphs kh, sh, th, dh and gh are one consonant.
      if index < latin.endIndex, latin[index] == UInt8(ascii: "h"), beginsDigraph(byte) {
        index += 1
      }
    }
    return shape.hash
  }

  private static func beginsDigraph(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "k"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "d"),
      UInt8(ascii: "g"):
      true
    default: false
    }
  }

  private static func ending(_ latin: [UInt8], _ length: Int) -> ArraySlice<UInt8> {
    var start = latin.count
    var left = length
    while start > 0, left > 0 {
      start -= 1
      if latin[start] & 0xC0 != 0x80 { left -= 1 }
    }
    return latin[start...]
  }
}

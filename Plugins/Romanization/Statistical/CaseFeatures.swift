/// What speaks for a capital.
struct CaseFeatures {
  /// The words around, and what was decided before.
  struct Surroundings {
    var previous: UInt64 = 0
    var next: UInt64 = 0
    var kind: UInt64 = 0
    var firstWord: UInt64 = 0
    var isFirst = false
    var hasComma = false
    /// The mark behind the word before, 0 for none.
    var markBefore: UInt64 = 0
    /// Length class of the line: 1, 2, 3, 4 to 6, more.
    var length: UInt64 = 0
    /// The last two decisions, a bit each with a bit that says that there was one.
    var decisions: UInt64 = 0
    var previousLatin: UInt64 = 0
    /// Share of capitals of the next word's first candidate, in tenths.
    var nextCapital: UInt64 = 0
  }

  /// No candidate has more features of one kind, fixed or of its place.
  static let most = 37

  @inline(__always)
  static func forEach(
    _ candidate: RomanCandidate, in around: Surroundings, _ body: (UInt64, Float) -> Void
  ) {
    forEachFixed(candidate, body)
    forEachOfKind(candidate.traits, kind: around.kind, body)
    forEachOfPlace(candidate.traits, in: around, body)
  }

  /// The share of capitals in tenths.
  @inline(__always)
  private static func bucket(_ share: Float) -> UInt64 { UInt64(min(max(share, 0.01), 0.99) * 10) }

  /// The features that are the same in all places of a text.
  @inline(__always)
  static func forEachFixed(
    _ candidate: RomanCandidate, _ body: (UInt64, Float) -> Void
  ) {
    let bucket = Self.bucket(candidate.traits.capital)
    let tableBucket = Self.bucket(candidate.traits.tableCapital)
    body(FeatureHash.join(31, candidate.source.rawValue), 1)
    body(FeatureHash.join(32, bucket, UInt64(min(candidate.evidence.count, 8))), 1)
    body(FeatureHash.join(60, bucket, tableBucket), 1)
    body(FeatureHash.join(33, candidate.traits.stemHash), 1)
  }

  /// The features that depend on what the line is.
  @inline(__always)
  static func forEachOfKind(
    _ candidate: RomanCandidate.Traits, kind: UInt64, _ body: (UInt64, Float) -> Void
  ) {
    body(FeatureHash.join(61, bucket(candidate.tableCapital), kind), 1)
    body(FeatureHash.join(34, candidate.stemHash, kind), 1)
    body(FeatureHash.join(49, bucket(candidate.capital), kind), 1)
  }

  /// The features that depend on the words around.
  @inline(__always)
  static func forEachOfPlace(
    _ candidate: RomanCandidate.Traits, in around: Surroundings, _ body: (UInt64, Float) -> Void
  ) {
    let bucket = Self.bucket(candidate.capital)
    let tableBucket = Self.bucket(candidate.tableCapital)
    let hasPrefix: UInt64 = candidate.prefix > 0 ? 1 : 2
    let start = around.isFirst ? UInt64(1) : 2
    body(FeatureHash.join(62, tableBucket, around.decisions), 1)
    body(FeatureHash.join(35, candidate.hash, around.previous), 1)
    body(FeatureHash.join(36, candidate.hash, around.next), 1)
    body(FeatureHash.join(37, around.decisions, hasPrefix), 1)
    body(FeatureHash.join(38, around.decisions, candidate.stemHash), 1)
    body(FeatureHash.join(39, around.decisions, around.previousLatin), 1)
    body(FeatureHash.join(40, start, around.kind), 1)
    body(FeatureHash.join(41, start, candidate.stemHash), 1)
    body(FeatureHash.join(43, around.next, hasPrefix), 1)
    body(FeatureHash.join(45, around.firstWord, candidate.stemHash), 1)
    body(FeatureHash.join(46, around.hasComma ? 1 : 2, around.length), 1)
    body(FeatureHash.join(47, around.markBefore, around.decisions), 1)
    body(FeatureHash.join(48, bucket, around.decisions), 1)
    body(FeatureHash.join(50, bucket, around.nextCapital), 1)
    body(FeatureHash.join(51, around.previous, candidate.stemHash), 1)
    body(FeatureHash.join(53, around.length, around.kind), 1)
    body(FeatureHash.join(54, around.previousLatin, candidate.stemHash), 1)
    body(FeatureHash.join(55, around.nextCapital, around.decisions), 1)
    body(FeatureHash.join(56, candidate.ending2, hasPrefix), 1)
    body(FeatureHash.join(57, bucket, start), 1)
    // What a name goes on with: adjectives behind `Jāmiʻat`, and what follows a first word.
    body(FeatureHash.join(95, around.decisions << 8 | hasPrefix, around.previousLatin), 1)
    body(FeatureHash.join(96, around.decisions, candidate.shape), 1)
    body(FeatureHash.join(97, around.decisions, candidate.ending3), 1)
    body(FeatureHash.join(98, around.firstWord, around.decisions), 1)
    body(FeatureHash.join(99, around.firstWord, bucket), 1)
    body(FeatureHash.join(100, start << 8 | hasPrefix, around.kind), 1)
    // Of a word that is hardly known, what stands around it tells whether it is a name: وأشار القحيزي.
    guard candidate.isRare else { return }
    let source = around.kind << 8 | candidate.source.rawValue
    body(FeatureHash.join(101, around.previous, hasPrefix), 1)
    body(FeatureHash.join(102, source, start << 8 | hasPrefix), 1)
    body(FeatureHash.join(103, around.previous, candidate.ending2), 1)
    body(FeatureHash.join(104, source, around.decisions), 1)
  }
}

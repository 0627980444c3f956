/// What speaks for a romanization in its place: weights of these features are learned.
struct RankFeatures {
  /// The words around the one that is romanized.
  struct Surroundings {
    var previous: UInt64 = 0
    var next: UInt64 = 0
    var afterNext: UInt64 = 0
    /// Hash of the last two code points of the next word's article or first letters.
    var nextStart: UInt64 = 0
    /// Hashes of the last two letters of the words around.
    var nextEnd: UInt64 = 0
    var previousEnd: UInt64 = 0
    var kind: UInt64 = 0
    /// Length class of the line.
    var length: UInt64 = 0
    var isFirst = false
    /// What the line is, and whether a sentence begins with the word.
    var start: UInt64 = 0
    /// The mark behind the word itself, 0 for none.
    var mark: UInt64 = 0
    /// What the word before became: the whole, and its last two code points.
    var previousLatin: UInt64 = 0
    var previousEnding: UInt64 = 0
    /// The hash of that word without particles, and its shape.
    var previousStem: UInt64 = 0
    var previousShape: UInt64 = 0
    /// The mood of a verb behind it (`Inflection.Mood`).
    var mood: UInt64 = 0
    /// The first candidate of the next word: its last three code points, and how often it has a capital,
    /// with or without particles.
    var nextEnding: UInt64 = 0
    var nextClass: UInt64 = 0
    /// The shape of that candidate, and the hash of its word without particles: adjectives are told by both, with the article
    /// or without.
    var nextShape: UInt64 = 0
    var nextStem: UInt64 = 0
    /// 1 where that candidate is an imperfect, 2 where it is none, 0 where none follows.
    var nextVerb: UInt64 = 0
  }

  /// No candidate has more features of one kind, fixed or of its place.
  static let most = 50

  /// The size of a count: 0, 1, 2, 3 for up to 5, and one more for each threefold.
  @inline(__always)
  private static func magnitude(_ count: Int) -> Int {
    count < 3 ? count : count < 6 ? 3 : count < 20 ? 4 : count < 60 ? 5 : count < 200 ? 6 : 7
  }

  /// Calls `body` with each feature of a candidate and its value.
  @inline(__always)
  static func forEach(
    _ candidate: RomanCandidate, word: UInt64, in around: Surroundings,
    _ body: (UInt64, Float) -> Void
  ) {
    forEachFixed(candidate, word: word, body)
    forEachOfPlace(candidate.traits, in: around, body)
  }

  /// The features that are the same in all places of a text.
  @inline(__always)
  static func forEachFixed(
    _ candidate: RomanCandidate, word: UInt64, _ body: (UInt64, Float) -> Void
  ) {
    let source = candidate.source.rawValue
    let traits = candidate.traits
    let evidence = candidate.evidence
    let words = UInt64(magnitude(evidence.wordCount))
    let table = UInt64(magnitude(evidence.tableCount))
    body(FeatureHash.join(1, source), 1)
    if let pair = evidence.pair {
      body(FeatureHash.join(117, source), pair.share)
      body(FeatureHash.join(118, source, words), pair.share)
      body(FeatureHash.join(119, words), pair.own)
    } else {
      body(FeatureHash.join(2, source), evidence.share)
      // The more places there are, the more a share tells.
      body(FeatureHash.join(21, source, words), evidence.share)
    }
    body(FeatureHash.join(3, source, UInt64(min(evidence.count, 3))), 1)
    body(FeatureHash.join(71, source), evidence.fit)
    body(FeatureHash.join(72, source, words), evidence.fit)
    body(FeatureHash.join(73, source, candidate.prefixHash), 1)
    if evidence.variantCount > 0 {
      let variants = UInt64(magnitude(evidence.variantCount))
      body(FeatureHash.join(88, source, variants), evidence.variantShare)
      body(FeatureHash.join(89, source, words), evidence.variantShare)
      if evidence.change > 0 {
        body(FeatureHash.join(90, evidence.change, variants), 1)
        body(FeatureHash.join(91, evidence.change), evidence.variantShare)
      }
    }
    if evidence.tableCount > 0 {
      body(FeatureHash.join(22, source), evidence.tableShare)
      body(FeatureHash.join(23, words, table), evidence.tableShare)
    }
    body(FeatureHash.join(4, word, traits.hash), 1)
    // Or on the word's own particle: ليستقبل, بكتابه.
    if candidate.prefix > 0 {
      body(FeatureHash.join(110, traits.inflection, candidate.prefixHash), 1)
      if traits.inflection == Inflection.lastU.rawValue
        || traits.inflection == Inflection.lastA.rawValue,
        Inflection.purposes.contains(candidate.prefixHash)
      {
        forMood(Inflection.Mood.subjunctive.rawValue, traits.inflection, body)
      }
    }
    if traits.isRare {
      body(FeatureHash.join(74, traits.shape, source), 1)
      body(FeatureHash.join(75, traits.shape, candidate.prefixHash), 1)
    }
  }

  /// The features that depend on the line and on the words around.
  @inline(__always)
  static func forEachOfPlace(
    _ candidate: RomanCandidate.Traits, in around: Surroundings, _ body: (UInt64, Float) -> Void
  ) {
    body(FeatureHash.join(13, candidate.hash, around.kind), 1)
    // Case and mood hang on the word before, whatever particle it has itself: فلن نحصد.
    if candidate.inflection <= Inflection.lastI.rawValue {
      body(FeatureHash.join(95, candidate.inflection, around.previousStem), 1)
      body(FeatureHash.join(96, candidate.inflection, around.previousShape), 1)
      body(FeatureHash.join(98, candidate.inflection, around.previousEnding), 1)
    }
    if around.mood != 0 {
      forMood(around.mood, candidate.inflection, body)
    } else if candidate.isImperfect {
      // Where nothing asks for another mood it is the indicative, or none is written: that hangs on the kind of text. It is
      // said twice, as verbs that stand behind such particles alone would tell of the subjunctive.
      body(FeatureHash.join(113, candidate.inflection, around.kind), 1)
      body(FeatureHash.join(114, candidate.inflection, around.kind), 1)
    }
    body(FeatureHash.join(15, candidate.ending2, around.kind), 1)
    body(FeatureHash.join(5, candidate.hash, around.next), 1)
    body(FeatureHash.join(6, candidate.hash, around.previous), 1)
    body(FeatureHash.join(7, candidate.ending2, around.next), 1)
    body(FeatureHash.join(8, candidate.ending3, around.next), 1)
    body(FeatureHash.join(9, candidate.ending2, around.nextStart), 1)
    body(FeatureHash.join(10, candidate.ending3, around.previous), 1)
    body(FeatureHash.join(11, candidate.hash, around.previousLatin), 1)
    body(FeatureHash.join(12, candidate.ending2, around.previousEnding), 1)
    body(FeatureHash.join(14, candidate.hash, around.isFirst ? 1 : 2), 1)
    body(FeatureHash.join(69, candidate.ending2, around.start), 1)
    body(FeatureHash.join(70, candidate.shape, around.start), 1)
    body(FeatureHash.join(16, candidate.hash, around.nextStart), 1)
    body(FeatureHash.join(17, candidate.ending3, around.previousEnding), 1)
    body(FeatureHash.join(18, candidate.stemHash, around.next), 1)
    body(FeatureHash.join(19, candidate.stemHash, around.previous), 1)
    if around.isFirst {
      let article: UInt64 = candidate.source == .heading ? 2 : candidate.prefix > 0 ? 1 : 0
      body(FeatureHash.join(64, article, around.mark), 1)
      body(FeatureHash.join(65, article ^ around.mark, around.kind), 1)
      body(FeatureHash.join(66, article, around.next), 1)
      body(FeatureHash.join(67, article ^ around.mark, candidate.ending2), 1)
      body(FeatureHash.join(68, article, around.length), 1)
    }
    body(FeatureHash.join(84, candidate.ending2, around.nextClass), 1)
    body(FeatureHash.join(85, candidate.hash, around.nextClass), 1)
    body(FeatureHash.join(86, candidate.ending2, around.nextEnding), 1)
    body(FeatureHash.join(87, candidate.ending3 ^ around.nextClass, around.nextEnding), 1)
    body(FeatureHash.join(92, candidate.ending2, around.nextShape), 1)
    body(FeatureHash.join(94, candidate.ending2, around.nextStem), 1)
    body(FeatureHash.join(115, candidate.hash, around.nextVerb), 1)
    body(FeatureHash.join(116, candidate.ending2, around.nextVerb), 1)
    body(FeatureHash.join(93, candidate.ending2 ^ around.nextClass, around.nextShape), 1)
    if candidate.isRare {
      body(FeatureHash.join(76, candidate.shape, around.kind), 1)
      body(FeatureHash.join(77, candidate.shape, around.previous), 1)
      body(FeatureHash.join(78, candidate.shape, around.nextStart), 1)
      body(FeatureHash.join(79, candidate.shape, around.previousEnding), 1)
      body(FeatureHash.join(80, candidate.shape, around.nextEnd), 1)
    }
    body(FeatureHash.join(24, candidate.hash, around.nextEnd), 1)
    body(FeatureHash.join(25, candidate.hash, around.previousEnd), 1)
    body(FeatureHash.join(26, candidate.ending3 ^ around.nextStart, around.nextEnd), 1)
    body(FeatureHash.join(27, candidate.ending3, around.previousEnd), 1)
    body(FeatureHash.join(28, candidate.hash ^ around.previous, around.next), 1)
    body(FeatureHash.join(29, candidate.ending2 ^ around.previousEnd, around.nextStart), 1)
    body(FeatureHash.join(30, candidate.ending2, candidate.prefix > 0 ? around.nextStart : 1), 1)
    body(FeatureHash.join(20, candidate.ending2 ^ around.nextStart, around.afterNext), 1)
  }

  /// What a particle asks of a verb's ending. There are few places to learn it from, and no exceptions: it is said three
  /// times, so that it is learned three times as fast.
  @inline(__always)
  private static func forMood(_ mood: UInt64, _ inflection: UInt64, _ body: (UInt64, Float) -> Void)
  {
    body(FeatureHash.join(97, inflection, mood), 1)
    body(FeatureHash.join(111, inflection, mood), 1)
    body(FeatureHash.join(112, inflection, mood), 1)
  }
}

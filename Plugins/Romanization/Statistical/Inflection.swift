/// What the end of a romanized word tells of its case or mood: the vowel before a pronoun, or the last one.
enum Inflection: UInt64 {
  /// A vowel before a pronoun: *kitābuhu*, *kitābahu*, *kitābihi*.
  case nominative = 1
  case accusative
  case genitive
  /// A pronoun behind a long vowel or a consonant: *abūhu*, *minhum*.
  case unchanged
  /// A short vowel at the end, as verbs and particles have it.
  case lastU
  case lastA
  case lastI
  /// A long vowel at the end.
  case lastLong
  /// *-ah*, a pronoun seldom.
  case lastAh
  case lastConsonant

  /// - Parameter latin: In lower case, UTF-8.
  init(of latin: [UInt8]) {
    self = latin.withUnsafeBufferPointer { latin in
      var length = Self.pronounLength(latin)
      if latin.count <= length + 3 { length = 0 }
      let end = latin.count - length
      guard end > 0 else { return .lastConsonant }
      switch latin[end - 1] {
      case UInt8(ascii: "u"): return length > 0 ? .nominative : .lastU
      case UInt8(ascii: "a"): return length > 0 ? .accusative : .lastA
      case UInt8(ascii: "i"): return length > 0 ? .genitive : .lastI
      case _ where length > 0: return .unchanged
      case UInt8(ascii: "h"): return Self.beforeH(latin)
      default: return Self.isLong(latin) ? .lastLong : .lastConsonant
      }
    }
  }

  /// The length in bytes of a pronoun at the end; 0 for none: *hu*, *hi*, *hā*, *hum*, *him*, *humā*, *himā*, *hunna*,
  /// *hinna*, *ka*, *kum*, *kumā*, *nā*.
  private static func pronounLength(_ latin: UnsafeBufferPointer<UInt8>) -> Int {
    func byte(_ back: Int) -> UInt8 { back <= latin.count ? latin[latin.count - back] : 0 }
    /// Whether *hu*, *hi* or *ku* ends so far back.
    func opens(_ back: Int) -> Bool {
      switch (byte(back + 1), byte(back)) {
      case (UInt8(ascii: "h"), UInt8(ascii: "u")), (UInt8(ascii: "h"), UInt8(ascii: "i")),
        (UInt8(ascii: "k"), UInt8(ascii: "u")):
        true
      default: false
      }
    }
    switch byte(1) {
    case UInt8(ascii: "u"), UInt8(ascii: "i"): return byte(2) == UInt8(ascii: "h") ? 2 : 0
    case UInt8(ascii: "m"): return opens(2) ? 3 : 0
    case UInt8(ascii: "a"):
      if byte(2) == UInt8(ascii: "k") { return 2 }
      return byte(2) == UInt8(ascii: "n") && byte(3) == UInt8(ascii: "n") && opens(4) ? 5 : 0
    case 0x81 where byte(2) == 0xC4:
      if byte(3) == UInt8(ascii: "h") || byte(3) == UInt8(ascii: "n") { return 3 }
      return byte(3) == UInt8(ascii: "m") && opens(4) ? 5 : 0
    default: return 0
    }
  }

  /// Catalogues often leave a pronoun's own vowel out: *kitābuh*.
  private static func beforeH(_ latin: UnsafeBufferPointer<UInt8>) -> Inflection {
    guard latin.count > 1 else { return .lastConsonant }
    switch latin[latin.count - 2] {
    case UInt8(ascii: "u"): return .nominative
    case UInt8(ascii: "i"): return .genitive
    case UInt8(ascii: "a"): return .lastAh
    default: return .lastConsonant
    }
  }

  /// Whether ā, ī, ū or á stands at the end.
  private static func isLong(_ latin: UnsafeBufferPointer<UInt8>) -> Bool {
    guard latin.count > 2 else { return false }
    switch (latin[latin.count - 2], latin[latin.count - 1]) {
    case (0xC4, 0x81), (0xC4, 0xAB), (0xC5, 0xAB), (0xC3, 0xA1): return true
    default: return false
    }
  }

  /// The mood that a word asks of a verb behind it.
  enum Mood: UInt64 {
    case any = 0
    case subjunctive
    case jussive
  }

  /// - Parameter stem: Hash of the word before, without particles.
  static func mood(behind stem: UInt64) -> Mood {
    subjunctive.contains(stem) ? .subjunctive : stem == jussive ? .jussive : .any
  }

  private static let subjunctive = ["an", "lan", "kay", "ḥattá", "allā"].map {
    FeatureHash.of(Array($0.utf8))
  }
  private static let jussive = FeatureHash.of(Array("lam".utf8))

  /// Hashes of particles with *li-*, behind which a verb has the subjunctive: *li-yaktuba*.
  static let purposes = ["li-", "wa-li-", "fa-li-"].map { FeatureHash.of(Array($0.utf8)) }
}

extension Inflection {
  /// Leaves out the forms of verbs before which a particle of another mood stands, where others are among the candidates:
  /// the indicative, behind *lam* the subjunctive too, and elsewhere in prose, which writes all vowels at the end, the
  /// jussive.
  ///
  /// - Parameters:
  ///   - around: Where the word stands, behind such a particle.
  ///   - scores: Those of the candidates; negative infinity for what is left out.
  static func drop(
    _ candidates: UnsafeBufferPointer<KnownCandidate>, behind around: RankFeatures.Surroundings,
    _ scores: inout UnsafeMutableBufferPointer<Float>
  ) {
    let isSubjunctive = around.mood == Mood.subjunctive.rawValue
    let mayEndBare = !isSubjunctive || around.kind != FieldKind.prose.number
    func isLeft(_ traits: RomanCandidate.Traits) -> Bool {
      guard traits.isImperfect else { return false }
      return traits.inflection == lastConsonant.rawValue && mayEndBare
        || traits.inflection == lastA.rawValue && isSubjunctive
    }
    guard candidates.contains(where: { isLeft($0.traits) }) else { return }
    for place in candidates.indices {
      let traits = candidates[place].traits
      if traits.isImperfect, !isLeft(traits) { scores[place] = -.infinity }
    }
  }
}

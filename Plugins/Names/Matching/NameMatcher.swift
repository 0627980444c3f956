import ArabicText
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells whether two names, in either script, may name the same person.
///
/// Parts are compared one by one: spellings in use count most, then consonants. Order may differ,
/// middle names may lack, initials stand for names; a common part such as محمد proves little.
public struct NameMatcher: Sendable {
  /// Likeness below which two parts are not laid side by side.
  private static let leastLikeness = 0.62
  /// Parts that are looked at.
  private static let longest = 16

  private let lexicon: NameLexicon
  private let speller: NameSpeller

  /// A matcher over a lexicon.
  public init(lexicon: NameLexicon = .shared, model: SpellingModel? = .shared) {
    self.lexicon = lexicon
    speller = NameSpeller(lexicon: lexicon, model: model)
  }

  /// A part of a name made ready for comparing.
  private struct Part {
    let shown: String
    /// The folded Arabic, or the Latin key.
    let key: String
    let isArabic: Bool
    let consonants: ConsonantKey
    /// Latin keys of the spellings in use for an Arabic part, the commonest first.
    let spellings: [String]
    let isInitial: Bool
    /// Whether many bear the Arabic part.
    let isCommon: Bool
    /// How much the part tells; common ones tell less.
    let weight: Double
    /// Of the spellings of an Arabic part those that are no slips of lists.
    var inUse: Set<String> = []
    /// How a part in Latin sounds, by `LatinCompounds`; empty for one in Arabic.
    var sound = ""
    /// The key of a part in Latin without what may be its article or a `Ben`, written with it as one word.
    var rest: String?

    /// The part without that.
    var withoutOpening: Part? {
      rest.map {
        Part(
          shown: shown, key: $0, isArabic: isArabic, consonants: ConsonantKey(latin: $0),
          spellings: spellings, isInitial: false, isCommon: isCommon, weight: weight,
          sound: LatinCompounds.sound(of: $0))
      }
    }
  }

  /// The likeness of two parts in Latin that differ in how vowels are written alone, as Ayoubi and Ayyubi.
  private static let soundsAlike = 0.95

  /// What is left of the likeness of a part without what may be its article.
  private static let withoutOpening = 0.97

  /// Compares two names.
  public func compare(_ first: String, _ second: String) -> NameMatch {
    let (left, right) = (parts(of: first), parts(of: second))
    guard !left.isEmpty, !right.isEmpty else { return NameMatch(score: 0, pairs: []) }
    if let whole = wholeMatch(first, second) { return whole }
    var candidates: [(left: Int, right: Int, score: Double, ground: NameMatch.Ground)] = []
    for (index, one) in left.enumerated() {
      for (other, another) in right.enumerated() {
        let (score, ground) = bestLikeness(one, another)
        guard score >= Self.leastLikeness else { continue }
        candidates.append((index, other, score, ground))
      }
    }
    // The surest pairs first; of equals those whose order in both names agrees.
    candidates.sort { one, other in
      if one.score != other.score { return one.score > other.score }
      let (near, far) = (abs(one.left - one.right), abs(other.left - other.right))
      return near != far ? near < far : (one.left, one.right) < (other.left, other.right)
    }
    var partner = [Int?](repeating: nil, count: left.count)
    var taken = [Bool](repeating: false, count: right.count)
    var pairs = [NameMatch.Pair?](repeating: nil, count: left.count)
    for candidate in candidates
    where partner[candidate.left] == nil && !taken[candidate.right] {
      partner[candidate.left] = candidate.right
      taken[candidate.right] = true
      pairs[candidate.left] = NameMatch.Pair(
        first: left[candidate.left].shown, second: right[candidate.right].shown,
        score: candidate.score, ground: candidate.ground)
    }
    return NameMatch(
      score: score(left, right, partner, pairs),
      pairs: left.indices.map {
        pairs[$0] ?? .init(first: left[$0].shown, second: nil, score: 0, ground: .missing)
      }
        + right.indices.filter { !taken[$0] }.map {
          .init(first: nil, second: right[$0].shown, score: 0, ground: .missing)
        })
  }

  /// A name that the lexicon knows whole, beside one of its spellings.
  private func wholeMatch(_ first: String, _ second: String) -> NameMatch? {
    for (arabic, latin) in [(first, second), (second, first)]
    where NameMatcher.isArabic(arabic) && !NameMatcher.isArabic(latin) {
      let key = LatinKey.make(latin)
      let known = lexicon.name(NameKey.make(arabic))?.spellings ?? []
      if known.contains(where: { LatinKey.make($0.latin) == key }) {
        return NameMatch(
          score: 1, pairs: [.init(first: first, second: second, score: 1, ground: .inUse)])
      }
    }
    return nil
  }

  private func score(
    _ left: [Part], _ right: [Part], _ partner: [Int?], _ pairs: [NameMatch.Pair?]
  ) -> Double {
    func total(_ parts: [Part]) -> Double { parts.reduce(0) { $0 + $1.weight } }
    var shared = 0.0
    var weight = 0.0
    var exact = 0
    var inversions = 0
    var last = -1
    for (index, other) in partner.enumerated() {
      guard let other, let pair = pairs[index] else { continue }
      let both = min(left[index].weight, right[other].weight)
      shared += both * pair.score
      weight += both
      if pair.ground != .initial { exact += 1 }
      if other < last { inversions += 1 }
      last = other
    }
    guard weight > 0 else { return 0 }
    let (less, more) = (min(total(left), total(right)), max(total(left), total(right)))
    // All of the shorter name must be found in the longer; what the longer has besides costs little.
    var score = shared / max(less, weight)
    score -= 0.12 * (1 - min(weight / more, 1))
    if inversions > 0 { score -= 0.03 }
    // One part in common is no person when both names have more.
    if exact < 2, min(left.count, right.count) > 1 {
      let hasInitial = pairs.contains { $0?.ground == .initial }
      score = min(score, exact == 1 && hasInitial ? 0.75 : 0.55)
    }
    if min(left.count, right.count) == 1, max(left.count, right.count) > 1 {
      score = min(score, 0.7)
    }
    return min(max(score, 0), 1)
  }

  /// The likeness of two parts, of which one may be written with its article as one word.
  private func bestLikeness(_ one: Part, _ other: Part) -> (Double, NameMatch.Ground) {
    var best = likeness(one, other)
    for (left, right) in [(one.withoutOpening, other), (one, other.withoutOpening)] {
      guard best.0 < Self.withoutOpening, let left, let right else { continue }
      let (score, ground) = likeness(left, right)
      if score * Self.withoutOpening > best.0 { best = (score * Self.withoutOpening, ground) }
    }
    return best
  }

  private func likeness(_ one: Part, _ other: Part) -> (Double, NameMatch.Ground) {
    if one.isInitial || other.isInitial { return initial(one, other) }
    if one.isArabic == other.isArabic {
      if one.key == other.key { return (1, .same) }
      if !one.isArabic {
        if ReverseIndex.shared.shareUnit(one.key, other.key) { return (0.97, .inUse) }
        if one.sound == other.sound, !one.sound.isEmpty { return (Self.soundsAlike, .consonants) }
      }
    } else {
      let (arabic, latin) = one.isArabic ? (one, other) : (other, one)
      if let rank = arabic.spellings.firstIndex(of: latin.key) {
        return (1 - 0.01 * Double(min(rank, 5)), .inUse)
      }
    }
    var consonants = one.consonants.likeness(to: other.consonants)
    if isOtherName(one, other) { consonants *= Self.otherName }
    // Short names have so few consonants that more must agree.
    let length = min(one.consonants.classes.count, other.consonants.classes.count)
    let trust = length >= 3 ? 0.92 : length == 2 ? 0.85 : 0.6
    return (consonants * trust, .consonants)
  }

  /// How much likeness is left where a spelling is known as another name's: حسين is not Hassan, though the consonants are.
  private static let otherName = 0.65

  /// Sightings that make a spelling, or a word in Arabic, that of a name that many bear.
  private static let common = 40

  /// Whether two words are in common use for names that have nothing in common: one in Latin for others than the one in
  /// Arabic, which is as common; two in Latin that no name in Arabic has both of, as Mohamed and Mahmoud; or two in Arabic
  /// that no one in Latin is spelled as.
  private func isOtherName(_ one: Part, _ other: Part) -> Bool {
    switch (one.isArabic, other.isArabic) {
    case (false, false): return isCommon(one) && isCommon(other)
    case (true, true):
      return one.isCommon && other.isCommon && one.inUse.isDisjoint(with: other.inUse)
    default: break
    }
    let (arabic, latin) = one.isArabic ? (one, other) : (other, one)
    return arabic.isCommon && isCommon(latin)
  }

  /// The keys of spellings that were seen one time in twenty of the commonest, at least.
  private static func inUse(_ spellings: [NameLexicon.Spelling]) -> [String] {
    let most = spellings.map(\.count).max() ?? 0
    return spellings.filter { $0.count * 20 >= most }.map { LatinKey.make($0.latin) }
  }

  /// Whether a word in Latin is.
  private func isCommon(_ latin: Part) -> Bool {
    ReverseIndex.shared.unitCount(latin.key) >= Self.common
  }

  private func initial(_ one: Part, _ other: Part) -> (Double, NameMatch.Ground) {
    let (letter, whole) = one.isInitial ? (one, other) : (other, one)
    let heads = whole.isArabic && !letter.isArabic ? whole.spellings : [whole.key]
    let isSame = heads.contains { $0.first == letter.key.first }
    return (isSame ? 0.8 : 0, .initial)
  }

  private func parts(of name: String) -> [Part] {
    if Self.isArabic(name) {
      let name = ArabicCompounds.written(name)
      let words = NameKey.words(of: name)
      var next = 0
      return NameKey.units(of: NameKey.make(name)).prefix(Self.longest).compactMap { unit in
        let end = next + unit.lazy.filter { $0 == " " }.count + 1
        let shown = end <= words.count ? NameKey.written(Array(words[next..<end]), in: name) : unit
        next = end
        if NameKey.links.contains(ByteKey(unit)) || LinkWords.titles.contains(ByteKey(unit)) {
          return nil
        }
        let known = lexicon.unit(unit)
        var spellings = (known?.spellings ?? []).map { LatinKey.make($0.latin) }
        if unit.unicodeScalars.count > 1 {
          for spelling in speller.spell(shown, top: 5).spellings {
            let key = LatinKey.make(spelling)
            if !spellings.contains(key) { spellings.append(key) }
          }
        }
        let bare = spellings.map(Self.withoutArticle)
        return Part(
          shown: shown, key: Self.withoutArabicArticle(unit).filter { $0 != " " }, isArabic: true,
          consonants: ConsonantKey(arabic: unit), spellings: bare,
          isInitial: unit.unicodeScalars.count == 1,
          isCommon: (known?.totalCount ?? 0) >= Self.common,
          weight: Self.weight(known?.totalCount ?? 0),
          inUse: Set(Self.inUse(known?.spellings ?? [])))
      }
    }
    return LatinCompounds.parts(of: name).prefix(Self.longest).compactMap { part in
      let key = LatinKey.make(part)
      guard !key.isEmpty, !Self.latinLinks.contains(key) else { return nil }
      let behindArticle = CompoundOpening.behindArticle(part)
      let bare = behindArticle.map(LatinKey.make) ?? key
      let arabic = ReverseIndex.shared.units(key).first ?? ReverseIndex.shared.units(bare).first
      return Part(
        shown: part, key: bare, isArabic: false, consonants: ConsonantKey(latin: bare),
        spellings: [], isInitial: key.count == 1, isCommon: false,
        weight: Self.weight(arabic.flatMap { lexicon.counts($0)?.total } ?? 0),
        sound: LatinCompounds.sound(of: bare),
        rest: behindArticle == nil ? LatinCompounds.withoutOpening(key) : nil)
    }
  }

  private static let latinLinks: Set<String> = ["bin", "ben", "ibn", "bint", "bent", "ould", "al"]

  private static func withoutArticle(_ key: String) -> String {
    (key.hasPrefix("al") || key.hasPrefix("el")) && key.count > 4 ? String(key.dropFirst(2)) : key
  }

  private static func withoutArabicArticle(_ unit: String) -> String {
    unit.hasPrefix("ال") && unit.unicodeScalars.count > 4
      ? String(Substring(unit.unicodeScalars.dropFirst(2))) : unit
  }

  private static func weight(_ count: Int) -> Double { 1 / (1 + log10(1 + Double(count) / 20)) }

  private static func isArabic(_ name: String) -> Bool {
    name.unicodeScalars.contains { ScalarClass.isArabicLetter($0.value) }
  }
}

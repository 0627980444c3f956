import ArabicText
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Gives an Arabic name the Latin spelling that people use: the user's own, else the whole name's
/// where the lexicon knows it, else put together from its parts. Where more are wanted than a whole name is known in,
/// those of its parts follow.
public struct NameSpeller: Sendable {
  /// A part of a name and where its spelling comes from.
  public struct Part: Sendable, Hashable {
    /// The part as it is written.
    public let arabic: String
    /// Its spelling.
    public let latin: String
    /// What the spelling rests on.
    public let evidence: NameLayer.Evidence
  }

  /// Spellings of one name.
  public struct Answer: Sendable, Hashable {
    /// Spellings, the likeliest first; never empty for a name with letters.
    public let spellings: [String]
    /// For each spelling the chance from 0 to 1 that it is in use for the name, as measured for
    /// spellings of its kind.
    public let scores: [Double]
    /// What is named, as far as the lexicon knows.
    public let kind: NameLayer.Kind
    /// What the first spelling rests on.
    public let evidence: NameLayer.Evidence
    /// The parts of the first spelling; one for a name that is known whole.
    public let parts: [Part]
  }

  /// Parts that are looked up; a line of more is no name.
  private static let longest = 12

  private let lexicon: NameLexicon
  private let model: SpellingModel?
  private let origins: OriginModel?
  private let dictionary: NameDictionary
  private let group: CountryGroup?
  private let style: NameStyle
  private let isASCII: Bool

  /// A speller over a lexicon.
  ///
  /// - Parameters:
  ///   - model: Spells what the lexicon does not know; without one it is spelled by letters.
  ///   - origins: Tells which language parts look at home in, so that they can agree; without one each is
  ///     spelled for itself.
  ///   - dictionary: Spellings that win over all others.
  ///   - group: Countries whose way of spelling is wanted; by default the most attested.
  ///   - style: How spellings are finished.
  ///   - isASCII: Whether diacritics are taken off.
  public init(
    lexicon: NameLexicon = .shared, model: SpellingModel? = .shared,
    origins: OriginModel? = .shared, dictionary: NameDictionary = NameDictionary(),
    group: CountryGroup? = nil,
    style: NameStyle = .common, isASCII: Bool = false
  ) {
    self.lexicon = lexicon
    self.model = model
    self.origins = origins
    self.dictionary = dictionary
    self.group = group
    self.style = style
    self.isASCII = isASCII
  }

  /// Spellings of a name, at most `top`. A name without Arabic letters comes back as it is.
  public func spell(_ name: String, top: Int = 5) -> Answer {
    let isArabic = name.unicodeScalars.contains { ScalarClass.isArabicLetter($0.value) }
    guard isArabic else {
      return Answer(
        spellings: name.isEmpty ? [] : [name], scores: name.isEmpty ? [] : [1], kind: .person,
        evidence: .rule, parts: [])
    }
    var key = NameKey.make(name)
    if let own = dictionary[key] {
      return finish(own.map { ($0, 1) }, .person, .name, [], name, top)
    }
    var listed = lexicon.name(key)
    if listed == nil, let nominative = NameKey.nominative(of: key) {
      key = nominative
      listed = lexicon.name(key)
    }
    if let known = listed, !known.spellings.isEmpty {
      var spellings = known.spellings
      if NameKey.isUnit(key), let unit = lexicon.unit(key) {
        // One word, or عبد and the next, is a name by itself here and a part of names there: both count.
        spellings = Self.merged(spellings, unit.spellings)
        if let group, let best = unit.preferred[group], best < unit.spellings.count,
          let place = spellings.firstIndex(where: { $0.latin == unit.spellings[best].latin })
        {
          spellings.insert(spellings.remove(at: place), at: 0)
        }
      }
      let total = spellings.reduce(0) { $0 + $1.count }
      let isSingleWord = !key.utf8.contains(0x20)
      let scored = spellings.prefix(top + 2).map {
        ($0.latin, NameScore.known($0.count, of: total, isSingleWord: isSingleWord))
      }
      let answer = finish(scored, known.kind, .name, [], name, top)
      guard answer.spellings.count < top else { return answer }
      // Not all spellings in use are listed.
      let others = compose(key, isListed: false, name: name, top: top)
      let least = answer.scores.last ?? 1
      let all =
        Array(zip(answer.spellings, answer.scores))
        + zip(others.spellings, others.scores.map { min($0 * NameScore.unlisted, least) })
      return finish(all.map { ($0, $1) }, known.kind, .name, [], name, top)
    }
    return compose(key, isListed: listed != nil, name: name, top: top)
  }

  /// The language that a spelling looks at home in; nil when it may be several.
  public func origin(of latin: String) -> NameOrigin? { origins?.shares(of: latin).origin }

  /// The spellings of two lists, the commonest in both together first.
  private static func merged(
    _ first: [NameLexicon.Spelling], _ second: [NameLexicon.Spelling]
  ) -> [NameLexicon.Spelling] {
    var merged = first
    for spelling in second {
      // A handful each: looking through them is quicker than hashing.
      if let index = merged.firstIndex(where: { $0.latin == spelling.latin }) {
        merged[index] = .init(
          latin: spelling.latin, count: merged[index].count + spelling.count)
      } else {
        merged.append(spelling)
      }
    }
    return merged.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.latin < right.latin
    }
  }

  /// Puts spellings together from the units of a key, the likeliest combinations first.
  private func compose(_ key: String, isListed: Bool, name: String, top: Int) -> Answer {
    var words = NameKey.words(of: name)
    var units = NameKey.units(of: key)
    while units.count > 2, let first = units.first, LinkWords.titles.contains(ByteKey(first)) {
      units.removeFirst()
      words.removeFirst()
    }
    var speller = PartSpeller(
      lexicon: lexicon, model: model, dictionary: dictionary, group: group, top: max(top, 3))
    speller.heedsOpinions = !isListed
    speller.units = units.prefix(Self.longest)
    var parts: [Part] = []
    var evidence = NameLayer.Evidence.parts
    // More than are given, since the parts have to agree with each other.
    var combined = PartCombinations(
      keeping: units.count > 1 ? max(2 * top + 2, 12) : max(2 * top, 6))
    var nextWord = 0
    // What stands behind the parts that are looked up.
    let rest = units.dropFirst(Self.longest).map { LetterSpeller.shared.spell($0) }
    for (index, unit) in units.prefix(Self.longest).enumerated() {
      let end = nextWord + unit.utf8.count { $0 == 0x20 } + 1
      let written = end <= words.count ? Array(words[nextWord..<end]) : []
      nextWord = end
      let spelled: PartSpeller.Spelled
      if index > 0, index + 1 == units.count, let numeral = LinkWords.numerals[ByteKey(unit)] {
        spelled = .init(ranked: [numeral], .parts)
      } else {
        let place = PartSpeller.Place(
          isFirst: index == 0, next: index + 1 < units.count ? units[index + 1] : nil)
        spelled = speller.spell(unit, written: written, at: place)
      }
      if spelled.spellings.isEmpty { continue }
      evidence = Self.weaker(evidence, spelled.evidence == .name ? .parts : spelled.evidence)
      parts.append(
        Part(
          arabic: written.isEmpty ? unit : NameKey.written(written, in: name),
          latin: spelled.spellings.first?.latin ?? "", evidence: spelled.evidence))
      combined.append(spelled.spellings)
    }
    if !rest.isEmpty { evidence = .rule }
    if !isListed, units.count > 1, let origins {
      combined.agree(by: origins)
      if let first = combined.combinations.first {
        parts = zip(parts, combined.spellings(of: first)).map { part, latin in
          Part(arabic: part.arabic, latin: latin, evidence: part.evidence)
        }
      }
    }
    let answers = combined.combinations.lazy.map { combination -> (latin: String, score: Double) in
      (
        combined.latin(of: combination, followedBy: rest),
        NameScore.composed(combination.score, evidence, isSingleWord: units.count == 1)
      )
    }
    return finish(answers, .person, isListed ? .name : evidence, parts, name, top)
  }

  private func finish(
    _ spellings: some Sequence<(latin: String, score: Double)>, _ kind: NameLayer.Kind,
    _ evidence: NameLayer.Evidence, _ parts: [Part], _ name: String, _ top: Int
  ) -> Answer {
    var finished: [(latin: String, score: Double)] = []
    for spelling in spellings {
      guard finished.count < top else { break }
      let plain = isASCII ? LatinParts.ascii(spelling.latin) : spelling.latin
      let latin = style.finish(plain)
      if finished.contains(where: { $0.latin == latin }) { continue }
      finished.append((latin, spelling.score))
    }
    let first = finished.first?.latin ?? ""
    return Answer(
      spellings: finished.map(\.latin), scores: finished.map(\.score), kind: kind,
      evidence: evidence,
      parts: parts.isEmpty ? [Part(arabic: name, latin: first, evidence: evidence)] : parts)
  }

  /// The one of two that says less.
  private static func weaker(
    _ first: NameLayer.Evidence, _ second: NameLayer.Evidence
  ) -> NameLayer.Evidence {
    first.rank >= second.rank ? first : second
  }
}

extension NameLayer.Evidence {
  /// The higher, the less it says.
  fileprivate var rank: Int {
    switch self {
    case .name: 0
    case .parts: 1
    case .model: 2
    case .rule: 3
    }
  }
}

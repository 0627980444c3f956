import ArabicText
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes the lexicon's bytes out of lists of names.
public struct NameLexiconBuilder {
  private struct Entry {
    var kind = NameLayer.Kind.person
    var firstCount = 0
    var totalCount = 0
    var spellings: [String: Int] = [:]
    var groups: [CountryGroup: [String: Int]] = [:]
  }

  /// How much more a spelling by Arabs counts than one by Iranians or Pakistanis, who write the
  /// same names in their own way.
  private static let arabWeight = 4
  /// What a person counts at most for the words of his name.
  private static let mostUnits = 3

  private var names: [String: Entry] = [:]
  private var units: [String: Entry] = [:]
  /// How often each key was written in which way, where its words are listed one by one.
  private var written: [String: [String: Int]] = [:]
  /// The same in whole names of people, and of places.
  private var inNames: [String: [String: Int]] = [:]
  private var inPlaces: [String: [String: Int]] = [:]
  /// The same in other texts, by which words are written that names have in plain form alone.
  private var elsewhere: [String: [String: Int]] = [:]

  /// A builder that has seen nothing.
  public init() {}

  /// Adds a person's name in both scripts.
  ///
  /// - Parameter country: ISO 3166 code of the person's country.
  public mutating func addPerson(arabic: String, latin: String, country: String = "", count: Int) {
    let group = CountryGroup(country: country)
    // How well known a person is tells nothing of how others spell the same words.
    let unitCount = min(count, Self.mostUnits)
    let weighed = unitCount * (group?.isArab == false ? 1 : Self.arabWeight)
    let key = NameKey.make(arabic)
    guard !key.isEmpty, Self.isLatin(latin) else { return }
    // Who makes lists is sometimes in a hurry.
    let latin = LatinParts.withCapitals(latin)
    let isDoubted = group?.isArab == true && count < Self.attested
    let fits = !isDoubted || Self.fits(key, latin)
    var name = names[key] ?? Entry()
    if fits { name.spellings[latin, default: 0] += count }
    names[key] = name
    let words = NameKey.units(of: key)
    let parts = LatinParts.split(latin)
    let forms = NameKey.words(of: arabic)
    if forms.count == words.count {
      for (word, form) in zip(words, forms) { inNames[word, default: [:]][form, default: 0] += 1 }
    }
    guard words.count == parts.count else { return }
    for (index, (word, part)) in zip(words, parts).enumerated() {
      var entry = units[word] ?? Entry()
      if index == 0 { entry.firstCount += count }
      entry.totalCount += count
      // The parts may stand in another order.
      if fits, !isDoubted || Self.fits(word, part) {
        let shown = LinkWords.isParticle(part) ? part : LatinParts.firstCapitalized(part)
        entry.spellings[shown, default: 0] += weighed
        if let group { entry.groups[group, default: [:]][shown, default: 0] += unitCount }
      }
      units[word] = entry
    }
  }

  /// Adds a place with its spellings, the main one first.
  public mutating func addPlace(arabic: String, latin: [String], weight: Int) {
    let key = NameKey.make(arabic)
    guard !key.isEmpty else { return }
    for form in NameKey.words(of: arabic) {
      let word = NameKey.make(form)
      if !word.utf8.contains(0x20) { inPlaces[word, default: [:]][form, default: 0] += 1 }
    }
    var entry = names[key] ?? Entry(kind: .place)
    // Where people bear the name too, a small place called otherwise in Latin is not meant.
    let isDoubted = entry.kind == .person && weight < Self.largePlace
    let spellings = latin.enumerated().filter { index, spelling in
      index == 0 || Self.isPlaceName(spelling)
    }.map(\.element)
    for (index, spelling) in spellings.prefix(4).enumerated() where Self.isLatin(spelling) {
      if isDoubted, !Self.fits(key, spelling) { continue }
      entry.spellings[LatinParts.plain(spelling), default: 0] += max(weight >> (index * 2), 1)
    }
    names[key] = entry
  }

  /// Adds a single word of a name with its spelling in lower case.
  public mutating func addWord(arabic: String, latin: String, count: Int) {
    let key = NameKey.make(arabic)
    guard !key.isEmpty, !key.contains(" "), Self.isLatin(latin) else { return }
    let capitalized = LatinParts.capitalized(latin)
    written[key, default: [:]][arabic, default: 0] += count
    units[key, default: Entry()].totalCount += count
    // What was seen once, and has no consonant of the word, is another word, but for those that are translated.
    let isOther =
      count == 1 && key.utf8.count > 4 && LinkWords.numerals[ByteKey(key)] == nil
      && ConsonantKey(arabic: key).share(in: ConsonantKey(latin: LatinKey.make(latin))) == 0
    if isOther { return }
    units[key, default: Entry()].spellings[capitalized, default: 0] += count * Self.arabWeight
  }

  /// Adds how often a word is written in a way, by which words of names are written that were seen in plain form alone.
  public mutating func addWritten(_ word: String, count: Int) {
    let key = NameKey.make(word)
    guard !key.isEmpty, !key.contains(" "), count > 0 else { return }
    elsewhere[key, default: [:]][word, default: 0] += count
  }

  /// The lexicon's bytes; the same names in any order give the same bytes.
  ///
  /// A person whose one spelling is what the units give is listed without it.
  ///
  /// - Parameters:
  ///   - alternatives: Spellings kept for each entry.
  ///   - model: Has a say about words that were seldom seen; none for nil.
  public func build(alternatives: Int, model: SpellingModel? = .shared) -> [UInt8] {
    var builder = StringTableBuilder()
    builder.add(NameLexicon.version.key, value: [NameLexicon.version.value])
    for (key, entry) in units.sorted(by: { $0.key < $1.key }) {
      var value: [UInt8] = []
      LEB128.append(entry.firstCount, to: &value)
      LEB128.append(entry.totalCount, to: &value)
      let ranked = appendGroups(entry, alternatives, to: &value)
      var writer = SpellingWriter()
      writer.append(ranked)
      if let opinion = model.flatMap({ opinion($0, of: key, entry, ranked) }) {
        writer.append(opinion)
      }
      builder.add([NameLexicon.unitPrefix] + PackedKey.pack(key), value: value + writer.bytes)
    }
    var forms = written.merging(inPlaces) { $0.merging($1, uniquingKeysWith: +) }
    for (key, others) in elsewhere
    where units[key] != nil && forms[key]?.contains(where: { $0.key != key }) != true {
      forms[key, default: [:]].merge(others, uniquingKeysWith: +)
    }
    for (key, forms) in forms.sorted(by: { $0.key < $1.key }) {
      let best = Self.written(key, forms)
      guard best != key else { continue }
      builder.add(
        [NameLexicon.writtenPrefix] + PackedKey.pack(key), value: PackedKey.pack(best))
    }
    let unitLexicon = NameLexicon(StaticBytes(keeping: builder.build()))
    // As a listed name is put together: by its parts as they were seen, and nothing else.
    let speller = NameSpeller(lexicon: unitLexicon, model: nil, origins: nil)
    for (key, entry) in names.sorted(by: { $0.key < $1.key }) {
      var value: [UInt8] = []
      LEB128.append(entry.kind == .person ? 0 : 1, to: &value)
      let spelled = speller.spell(key, top: 1)
      let isImplied =
        entry.kind == .person && entry.spellings.count == 1 && spelled.evidence == .parts
        && spelled.spellings.first == entry.spellings.keys.first
      var writer = SpellingWriter()
      if !isImplied {
        let ranked = Self.ranked(entry.spellings, near: spelled.spellings.first ?? "")
        writer.append(Array(ranked.prefix(alternatives)))
      }
      builder.add([NameLexicon.namePrefix] + PackedKey.pack(key), value: value + writer.bytes)
    }
    return builder.build()
  }

  /// Appends where another spelling than the commonest is preferred; gives the spellings to keep.
  private func appendGroups(
    _ entry: Entry, _ alternatives: Int, to value: inout [UInt8]
  ) -> [(latin: String, count: Int)] {
    var ranked = Array(Self.ranked(entry.spellings).prefix(alternatives))
    var pairs: [Int] = []
    for group in CountryGroup.allCases {
      let own = Self.ranked(entry.groups[group] ?? [:])
      // One person's choice is no custom.
      guard let best = own.first, best.count > 1, best.latin != ranked.first?.latin else {
        continue
      }
      if !ranked.contains(where: { $0.latin == best.latin }) {
        ranked.append((best.latin, entry.spellings[best.latin] ?? best.count))
      }
      let place = ranked.firstIndex { $0.latin == best.latin } ?? 0
      pairs.append(place << 3 | Int(group.rawValue))
    }
    LEB128.append(pairs.count, to: &value)
    for pair in pairs { LEB128.append(pair, to: &value) }
    return ranked
  }

  /// What a model makes of a word; nil for one that was seen often enough, and for several words, which models
  /// do not know.
  private func opinion(
    _ model: SpellingModel, of key: String, _ entry: Entry,
    _ ranked: [(latin: String, count: Int)]
  ) -> SpellingOpinion? {
    guard !key.utf8.contains(0x20), ranked.reduce(0, { $0 + $1.count }) <= Self.rare,
      !ranked.contains(where: { $0.latin.utf8.contains(0x20) })
    else { return nil }
    let forms = (written[key] ?? [:]).merging(inNames[key] ?? [:], uniquingKeysWith: +)
    // Bearers from countries where names are at home in the script, against words of all the world.
    let bearers = entry.groups.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    let made = model.scored(
      Self.written(key, forms), top: Self.mostMade,
      origin: bearers * 2 >= entry.totalCount ? .native : .unknown)
    guard !made.isEmpty else { return nil }
    var opinion = SpellingOpinion(shares: Array(repeating: 0, count: ranked.count))
    for (latin, score) in made {
      let share = Float(exp(score))
      if let known = ranked.firstIndex(where: { $0.latin.lowercased() == latin }) {
        opinion.shares[known] += share
      } else if share >= Self.leastShare {
        opinion.others.append((LatinParts.capitalized(latin), share))
      }
    }
    return opinion
  }

  /// Times that a word must have been seen for its spellings to be known well enough.
  private static let rare = 20
  /// Spellings that a model is asked for, and the smallest share of one that is kept.
  private static let mostMade = 5
  private static let leastShare: Float = 0.02

  /// How a key is written. The plain form is how careless writers write too: a fuller one needs no majority.
  private static func written(_ key: String, _ forms: [String: Int]) -> String {
    ranked(forms.mapValues { $0 * 2 }.merging([key: -1]) { $0 / 2 + $1 }).first?.latin ?? key
  }

  private static func ranked(_ counts: [String: Int]) -> [(latin: String, count: Int)] {
    counts.map { ($0.key, $0.value) }.sorted { left, right in
      left.1 != right.1 ? left.1 > right.1 : left.0 < right.0
    }
  }

  /// The weight from which on a place is one that everybody knows.
  static let largePlace = 100
  /// The commonest spellings first; of those that are as common the one first that is most like a name put together from
  /// its parts: lists have slips.
  private static func ranked(
    _ counts: [String: Int], near composed: String
  ) -> [(latin: String, count: Int)] {
    let key = Array(LatinKey.make(composed).utf8)
    let distances = Dictionary(
      uniqueKeysWithValues: counts.keys.map { ($0, distance(Array(LatinKey.make($0).utf8), key)) })
    return ranked(counts).sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      let (near, far) = (distances[left.latin] ?? 0, distances[right.latin] ?? 0)
      return near != far ? near < far : left.latin < right.latin
    }
  }

  /// How many letters have to be changed, added or left out.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (index, another) in other.enumerated() {
        let above = row[index + 1]
        row[index + 1] = min(above + 1, row[index] + 1, diagonal + (letter == another ? 0 : 1))
        diagonal = above
      }
    }
    return row[other.count]
  }
}

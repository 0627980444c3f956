import ArabicText
import Warraq

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
  /// How often each key was written in which way.
  private var written: [String: [String: Int]] = [:]

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
    names[key, default: Entry()].spellings[latin, default: 0] += count
    let words = NameKey.units(of: key)
    let parts = LatinParts.split(latin)
    guard words.count == parts.count else { return }
    for (index, (word, part)) in zip(words, parts).enumerated() {
      var entry = units[word] ?? Entry()
      if index == 0 { entry.firstCount += count }
      entry.totalCount += count
      let shown = LinkWords.isParticle(part) ? part : LatinParts.firstCapitalized(part)
      entry.spellings[shown, default: 0] += weighed
      if let group { entry.groups[group, default: [:]][shown, default: 0] += unitCount }
      units[word] = entry
    }
  }

  /// Adds a place with its spellings, the main one first.
  public mutating func addPlace(arabic: String, latin: [String], weight: Int) {
    let key = NameKey.make(arabic)
    guard !key.isEmpty else { return }
    var entry = names[key] ?? Entry(kind: .place)
    for (index, spelling) in latin.prefix(4).enumerated() where Self.isLatin(spelling) {
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
    units[key, default: Entry()].spellings[capitalized, default: 0] += count * Self.arabWeight
  }

  /// The lexicon's bytes; the same names in any order give the same bytes.
  ///
  /// A person whose one spelling is what the units give is listed without it.
  ///
  /// - Parameter alternatives: Spellings kept for each entry.
  public func build(alternatives: Int) -> [UInt8] {
    var builder = StringTableBuilder()
    for (key, entry) in units.sorted(by: { $0.key < $1.key }) {
      var value: [UInt8] = []
      LEB128.append(entry.firstCount, to: &value)
      LEB128.append(entry.totalCount, to: &value)
      append(entry, alternatives, hasGroups: true, to: &value)
      builder.add([NameLexicon.unitPrefix] + Array(key.utf8), value: value)
    }
    for (key, forms) in written.sorted(by: { $0.key < $1.key }) {
      // The plain form is how careless writers write too: a fuller one needs no majority.
      let best = Self.ranked(forms.mapValues { $0 * 2 }.merging([key: -1]) { $0 / 2 + $1 }).first
      guard let best, best.key != key else { continue }
      builder.add([NameLexicon.writtenPrefix] + Array(key.utf8), value: Array(best.key.utf8))
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
      if !isImplied { append(entry, alternatives, hasGroups: false, to: &value) }
      builder.add([NameLexicon.namePrefix] + Array(key.utf8), value: value)
    }
    return builder.build()
  }

  private func append(
    _ entry: Entry, _ alternatives: Int, hasGroups: Bool, to value: inout [UInt8]
  ) {
    var ranked = Array(Self.ranked(entry.spellings).prefix(alternatives))
    if hasGroups {
      var pairs: [Int] = []
      for group in CountryGroup.allCases {
        let own = Self.ranked(entry.groups[group] ?? [:])
        // One person's choice is no custom.
        guard let best = own.first, best.value > 1, best.key != ranked.first?.key else { continue }
        if !ranked.contains(where: { $0.key == best.key }) {
          ranked.append((best.key, entry.spellings[best.key] ?? best.value))
        }
        let place = ranked.firstIndex { $0.key == best.key } ?? 0
        pairs.append(place << 3 | Int(group.rawValue))
      }
      LEB128.append(pairs.count, to: &value)
      for pair in pairs { LEB128.append(pair, to: &value) }
    }
    for (latin, count) in ranked {
      LEB128.append(count, to: &value)
      LEB128.append(latin.utf8.count, to: &value)
      value += Array(latin.utf8)
    }
  }

  private static func ranked(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }
  }

  private static func isLatin(_ string: String) -> Bool {
    !string.isEmpty
      && string.unicodeScalars.allSatisfy {
        !$0.properties.isAlphabetic || ScalarClass.isLatinLetter($0.value)
          || (0x2B0...0x2FF).contains($0.value)
      }
  }
}

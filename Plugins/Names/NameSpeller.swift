import ArabicText
import Warraq

/// Gives an Arabic name the Latin spelling that people use: the whole name's where the lexicon
/// knows it, else put together from its parts.
public struct NameSpeller: Sendable {
  /// Spellings of one name.
  public struct Answer: Sendable, Hashable {
    /// Spellings, the likeliest first; never empty for a name with letters.
    public let spellings: [String]
    /// What is named, as far as the lexicon knows.
    public let kind: NameLayer.Kind
    /// What the first spelling rests on.
    public let evidence: NameLayer.Evidence
  }

  private let lexicon: NameLexicon
  private let model: SpellingModel?

  /// A speller over a lexicon.
  ///
  /// - Parameter model: Spells what the lexicon does not know; without one it is spelled by letters.
  public init(lexicon: NameLexicon = .shared, model: SpellingModel? = .shared) {
    self.lexicon = lexicon
    self.model = model
  }

  /// Spellings of a name, at most `top`. A name without Arabic letters comes back as it is.
  public func spell(_ name: String, top: Int = 5) -> Answer {
    let isArabic = name.unicodeScalars.contains { ScalarClass.isArabicLetter($0.value) }
    guard isArabic else {
      return Answer(spellings: name.isEmpty ? [] : [name], kind: .person, evidence: .rule)
    }
    let key = NameKey.make(name)
    let listed = lexicon.name(key)
    if let known = listed, !known.spellings.isEmpty {
      if !key.contains(" "), let unit = lexicon.unit(key) {
        // One word is a name by itself here and a part of names there: both count.
        let spellings = Self.merged(known.spellings, unit.spellings)
        return Answer(
          spellings: Array(spellings.prefix(top)), kind: known.kind, evidence: .name)
      }
      return Answer(
        spellings: Array(known.spellings.map(\.latin).prefix(top)), kind: known.kind,
        evidence: .name)
    }
    let composed = compose(key, words: NameKey.words(of: name), top: top)
    guard listed != nil else { return composed }
    return Answer(spellings: composed.spellings, kind: .person, evidence: .name)
  }

  /// The spellings of two lists, the commonest in both together first.
  private static func merged(
    _ first: [NameLexicon.Spelling], _ second: [NameLexicon.Spelling]
  ) -> [String] {
    var counts: [String: Int] = [:]
    for spelling in first + second { counts[spelling.latin, default: 0] += spelling.count }
    return counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }.map(\.key)
  }

  /// Puts a spelling together from the units of a key; alternatives change one unit each.
  ///
  /// - Parameter words: The words as they are written, as many as the key has: folding takes what tells
  ///   أ from إ.
  private func compose(_ key: String, words: [String], top: Int) -> Answer {
    var evidence = NameLayer.Evidence.parts
    var parts: [[String]] = []
    let units = NameKey.units(of: key)
    var nextWord = 0
    for unit in units.prefix(12) {
      let end = nextWord + unit.split(separator: " ").count
      let written = end <= words.count ? Array(words[nextWord..<end]) : []
      nextWord = end
      let (spellings, basis) = spellUnit(unit, written: written, top: top)
      parts.append(spellings)
      evidence = Self.weaker(evidence, basis)
    }
    // A line of very many words is no name; the rest is spelled by letters alone.
    for unit in units.dropFirst(12) {
      parts.append([LetterSpeller.shared.spell(unit)])
      evidence = .rule
    }
    let best = parts.map { $0.first ?? "" }
    var results = [best.joined(separator: " ")]
    let depth = parts.map(\.count).max() ?? 0
    for rank in stride(from: 1, to: max(depth, 1), by: 1) {
      for (index, spellings) in parts.enumerated() where rank < spellings.count {
        if results.count >= top { break }
        var variant = best
        variant[index] = spellings[rank]
        let joined = variant.joined(separator: " ")
        if !results.contains(joined) { results.append(joined) }
      }
    }
    return Answer(spellings: Array(results.prefix(top)), kind: .person, evidence: evidence)
  }

  private func spellUnit(
    _ unit: String, written: [String], top: Int
  ) -> (spellings: [String], evidence: NameLayer.Evidence) {
    if let known = lexicon.unit(unit), !known.spellings.isEmpty {
      return (known.spellings.map(\.latin), .parts)
    }
    if let compound = spellCompound(unit, written: written, top: top) { return compound }
    let word = written.last ?? unit
    if unit.hasPrefix("ال"), unit.utf8.count > 6 {
      let rest = String(Substring(unit.utf8.dropFirst(4)))
      if let known = lexicon.unit(rest), let first = known.spellings.first {
        return (["Al-" + first.latin, "El " + first.latin], .parts)
      }
      let bare = String(word.unicodeScalars.dropFirst(2))
      let (spellings, basis) = spellUnseen(bare, folded: rest, top: top)
      return (spellings.map { "Al-" + $0 }, basis)
    }
    return spellUnseen(word, folded: unit, top: top)
  }

  /// A word that nobody has seen: by the model, else letter by letter.
  private func spellUnseen(
    _ word: String, folded: String, top: Int
  ) -> (spellings: [String], evidence: NameLayer.Evidence) {
    let spellings = model?.spell(word, top: top) ?? []
    guard !spellings.isEmpty else { return ([LetterSpeller.shared.spell(folded)], .rule) }
    return (spellings.map(LatinParts.capitalized), .model)
  }

  /// The one of two that says less.
  private static func weaker(
    _ first: NameLayer.Evidence, _ second: NameLayer.Evidence
  ) -> NameLayer.Evidence {
    let order = NameLayer.Evidence.allCases
    let places = [first, second].compactMap { order.firstIndex(of: $0) }
    return places.max().map { order[$0] } ?? .rule
  }

  private func spellCompound(
    _ unit: String, written: [String], top: Int
  ) -> (spellings: [String], evidence: NameLayer.Evidence)? {
    let words = unit.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return nil }
    let (rest, basis) = spellUnit(words[1], written: Array(written.dropFirst()), top: top)
    switch words[0] {
    case "عبد":
      var bare = rest[0]
      for article in ["Al-", "El-", "al-", "Al ", "El "] where bare.hasPrefix(article) {
        bare.removeFirst(article.count)
      }
      return (["Abdul " + bare, "Abdel " + bare, "Abd al-" + bare], basis)
    case "ابو", "ابي", "ابا": return (rest.map { "Abu " + $0 }, basis)
    case "ام": return (rest.map { "Umm " + $0 }, basis)
    case "ال": return (rest.map { "Al " + $0 }, basis)
    default:
      return ([LetterSpeller.shared.spell(words[0]) + " " + rest[0]], Self.weaker(basis, .rule))
    }
  }
}

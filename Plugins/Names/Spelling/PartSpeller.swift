import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Spells one part of a name: by the user's dictionary, a rule for the words that link names, the
/// lexicon, the model, or letter by letter.
struct PartSpeller: Sendable {
  /// Spellings of a part, the likeliest first, with the logarithm of their share.
  struct Spelled {
    var spellings: [(latin: String, score: Double)]
    var evidence: NameLayer.Evidence

    init(_ spellings: [(latin: String, score: Double)], _ evidence: NameLayer.Evidence) {
      self.spellings = spellings
      self.evidence = evidence
    }

    /// Spellings of one rank after the other, each half as likely as the one before.
    init(ranked: [String], _ evidence: NameLayer.Evidence) {
      spellings = ranked.enumerated().map { ($1, log(0.6) * Double($0 + 1)) }
      self.evidence = evidence
    }

    func map(_ change: (String) -> String) -> Spelled {
      Spelled(spellings.map { (change($0.latin), $0.score) }, evidence)
    }
  }

  /// Where a part stands.
  struct Place {
    /// Its first word's index in the name.
    var isFirst = false
    /// The part behind it.
    var next: String?
  }

  let lexicon: NameLexicon
  let model: SpellingModel?
  let dictionary: NameDictionary
  let group: CountryGroup?
  let top: Int
  /// Whether a model has a say about words that were seldom seen; it has none where the lexicon says that
  /// the parts as they were seen make up the name.
  var heedsOpinions = true
  /// The parts of the name.
  var units: ArraySlice<String> = []

  /// Where the parts of the name are thought to come from: one that is at home in the script speaks for all.
  private var origin: SpellingModel.Origin {
    units.count > 1 && units.contains(where: isNative) ? .native : .unknown
  }

  /// Spells a part.
  ///
  /// - Parameters:
  ///   - unit: The part's key.
  ///   - written: Its words as they are written: folding takes what tells أ from إ.
  func spell(_ unit: String, written: [String], at place: Place) -> Spelled {
    if let own = dictionary[unit] { return Spelled(ranked: own, .name) }
    if let link = LinkWords.spellings(of: unit, group: group, at: place) {
      return Spelled(ranked: link, .parts)
    }
    if unit.unicodeScalars.count == 1 {
      // An initial.
      return Spelled(
        ranked: [LatinParts.capitalized(LetterSpeller.shared.spell(unit)) + "."], .rule)
    }
    if let known = lexicon.unit(unit), !known.spellings.isEmpty {
      return spelled(known)
    }
    if let compound = spellCompound(unit, written: written) { return compound }
    let word = written.last ?? unit
    // أليكسيس has no article.
    if unit.hasPrefix("ال"), unit.utf8.count > 6, word.hasPrefix("ا") {
      let rest = String(Substring(unit.utf8.dropFirst(4)))
      let article = LinkWords.article(group)
      if let known = lexicon.unit(rest), !known.spellings.isEmpty {
        return spelled(known).map { article + $0 }
      }
      return spellUnseen(String(word.unicodeScalars.dropFirst(2)), folded: rest)
        .map { article + $0 }
    }
    return spellUnseen(word, folded: unit)
  }

  /// True when a part tells that a name is at home in the Arabic script: it links names there, or opens
  /// many of them.
  private func isNative(_ unit: String) -> Bool {
    if unit.utf8.contains(0x20) || NameKey.links.contains(ByteKey(unit)) { return true }
    return lexicon.counts(unit)?.first ?? 0 >= Self.nativeCount
  }

  /// Names that a word must open to count as at home: foreign ones open a few as well.
  private static let nativeCount = 20

  /// A word that the lexicon knows: as it was seen, and where that was seldom, as a model would spell it too.
  private func spelled(_ unit: NameLexicon.Unit) -> Spelled {
    let seen = unit.spellings.reduce(0) { $0 + $1.count }
    var spellings: [(latin: String, score: Double)]
    if heedsOpinions, let opinion = unit.opinion {
      spellings = Self.blended(unit.spellings, seen, opinion)
    } else {
      // One more than all: what was never seen keeps a share.
      spellings = unit.spellings.map { ($0.latin, log(Double($0.count) / Double(seen + 1))) }
    }
    if let group, let best = unit.preferred[group], best < unit.spellings.count {
      let latin = unit.spellings[best].latin
      spellings.removeAll { $0.latin == latin }
      spellings.insert((latin, max(log(0.7), spellings.first?.score ?? -1)), at: 0)
    }
    return Spelled(spellings, .parts)
  }

  /// How many sightings a model's opinion counts for.
  private static let opinion = 8.0

  /// Both together.
  private static func blended(
    _ seen: [NameLexicon.Spelling], _ total: Int, _ opinion: SpellingOpinion
  ) -> [(latin: String, score: Double)] {
    func score(_ count: Int, _ share: Float) -> Double {
      log((Double(count) + Self.opinion * Double(share)) / (Double(total) + Self.opinion))
    }
    var spellings = zip(seen, opinion.shares).map { (latin: $0.latin, score: score($0.count, $1)) }
    for (latin, share) in opinion.others { spellings.append((latin, score(0, share))) }
    return spellings.sorted { left, right in
      left.score != right.score ? left.score > right.score : left.latin < right.latin
    }
  }

  /// A word that nobody has seen: by the model, else letter by letter.
  private func spellUnseen(_ word: String, folded: String) -> Spelled {
    let spellings = model?.scored(word, top: top, origin: origin) ?? []
    guard !spellings.isEmpty else {
      return Spelled(ranked: [LetterSpeller.shared.spell(folded)], .rule)
    }
    return Spelled(spellings.map { (LatinParts.capitalized($0.latin), $0.score) }, .model)
  }

  private func spellCompound(_ unit: String, written: [String]) -> Spelled? {
    guard unit.utf8.contains(0x20) else { return nil }
    let words = unit.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return nil }
    let rest = spell(words[1], written: Array(written.dropFirst()), at: Place())
    guard let openers = LinkWords.openers(of: words[0], group: group) else {
      let opener = LetterSpeller.shared.spell(words[0])
      return Spelled(rest.map { opener + " " + $0 }.spellings, .rule)
    }
    var spellings: [(latin: String, score: Double)] = []
    for (rank, opener) in openers.enumerated() {
      for spelling in rest.spellings.prefix(3) {
        let bare = words[0] == "عبد" ? LinkWords.withoutArticle(spelling.latin) : spelling.latin
        // Joined openers take the next word's capital.
        let joined = opener.hasSuffix("+") ? opener.dropLast() + bare.lowercased() : opener + bare
        spellings.append((String(joined), spelling.score + log(0.5) * Double(rank + 1)))
      }
    }
    spellings.sort { $0.score != $1.score ? $0.score > $1.score : $0.latin < $1.latin }
    return Spelled(Array(spellings.prefix(max(top, 3))), rest.evidence)
  }
}

import JointSequence
import NamesResources
import Warraq

/// Gives a Latin spelling the Arabic name that it most likely stands for.
///
/// One spelling may stand for several names (`Hala` for هالة and حلا), so every answer is a guess.
public struct NameReverser: Sendable {
  private static let links: [String: String] = [
    "bin": "بن", "ben": "بن", "ibn": "بن", "ould": "ولد", "bint": "بنت", "bent": "بنت", "al": "آل",
  ]
  private static let longest = 12
  private static let longestWord = 32

  private let lexicon: NameLexicon
  private let model: JointModel?

  /// The model that is built in, learned from the same pairs the other way.
  public static let shared: NameReverser = {
    let resource = names_reverse_model()
    return NameReverser(model: StaticBytes(resource.bytes, count: resource.count))
  }()

  /// A reverser over the built-in lexicon.
  ///
  /// - Parameter model: The bytes of a model of `SpellingTrainer.trainReverse()`; nil or others leave
  ///   words that nobody has seen as they are.
  public init(model: StaticBytes?) {
    lexicon = .shared
    self.model = model.flatMap(JointModel.init)
  }

  /// Arabic names for a Latin spelling, the likeliest first, at most `top`; what has no Latin letter
  /// comes back as it is.
  public func names(of latin: String, top: Int = 5) -> [String] {
    let key = LatinKey.make(latin)
    guard !key.isEmpty,
      latin.unicodeScalars.contains(where: { ScalarClass.isLatinLetter($0.value) })
    else { return latin.isEmpty ? [] : [latin] }
    let whole = ReverseIndex.shared.names(key)
    if !whole.isEmpty { return Array(unique(whole.map(lexicon.written)).prefix(top)) }
    let parts = Self.parts(of: latin)
    var choices = parts.prefix(Self.longest).map { guesses($0, top: max(top, Self.considered)) }
    // Who is called by his father alone is ابن خلدون.
    if choices.count > 1, choices[0] == ["بن"] { choices[0] = ["ابن"] }
    // Where all parts are known, whoever else is called nearly so comes second.
    let isSeen = parts.allSatisfy { attested($0, top: 1) != nil }
    let known = known(among: choices)
    choices = choices.map { Array($0.prefix(top)) }
    choices += parts.dropFirst(Self.longest).map { [$0] }
    let best = choices.map { $0.first ?? "" }
    let first = [best.joined(separator: " ")]
    var results = isSeen ? first + known : known + first
    for rank in 1..<max(top, 2) {
      for (index, guesses) in choices.enumerated() where rank < guesses.count {
        var other = best
        other[index] = guesses[rank]
        results.append(other.joined(separator: " "))
      }
    }
    return Array(unique(results).prefix(top))
  }

  /// Guesses for each part, and ways to put them together, among which known names are looked for.
  private static let considered = 6
  private static let mostWays = 300

  /// The names among the ways to put guesses together that the lexicon has, the likeliest guesses first.
  ///
  /// What is written for a part may lack its article, or have one.
  private func known(among choices: [[String]]) -> [String] {
    guard choices.count > 1, choices.count < Self.longest else { return [] }
    // Each way and the sum of its guesses' places.
    var ways: [(words: [String], cost: Int)] = [([], 0)]
    for (index, guesses) in choices.enumerated() {
      var options = guesses.enumerated().map { (word: $0.element, cost: $0.offset) }
      if index > 0 {
        options += options.map { ($0.word.hasPrefix("ال") ? $0.word : "ال" + $0.word, $0.cost + 2) }
      }
      ways = ways.flatMap { way in
        options.map { (way.words + [$0.word], way.cost + $0.cost) }
      }
      ways.sort { $0.cost < $1.cost }
      ways.removeLast(max(0, ways.count - Self.mostWays))
    }
    return ways.lazy.map { $0.words.joined(separator: " ") }
      .filter { lexicon.name(NameKey.make($0)) != nil }
  }

  /// The parts of a name, Abdus and the like joined to what follows.
  private static func parts(of latin: String) -> [String] {
    LatinParts.split(latin).reduce(into: []) { parts, part in
      if let last = parts.last,
        CompoundOpening.isServant(last, before: part)
          || CompoundOpening.isServantOfHisLord(LatinKey.make(last + part))
      {
        parts[parts.count - 1] += " " + part
      } else {
        parts.append(part)
      }
    }
  }

  /// Guesses for a part, with or without the article.
  private func guesses(_ part: String, top: Int) -> [String] {
    let known = attested(part, top: top) ?? []
    if let opening = CompoundOpening(of: part) {
      let made = guesses(opening.rest, top: top).map { rest in
        let hasArticle = opening.arabic.hasSuffix("ال") && rest.hasPrefix("ال")
        return hasArticle ? opening.arabic.dropLast(2) + rest : opening.arabic + rest
      }
      return commonest(unique(known + made))
    }
    if !known.isEmpty { return known }
    if let rest = CompoundOpening.behindArticle(part) {
      let bare = attested(rest, top: top) ?? modelled(rest, top: top)
      return bare.map { $0.hasPrefix("ال") ? $0 : "ال" + $0 }
    }
    return modelled(part, top: top)
  }

  /// Parts of names, the commonest first; those that the lexicon does not have keep their order behind them.
  private func commonest(_ parts: [String]) -> [String] {
    let counts = parts.map { lexicon.unit(NameKey.make($0))?.totalCount ?? 0 }
    return parts.indices.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }.map { parts[$0] }
  }

  /// What the lexicon or the list of links has for a part; nil for nothing.
  private func attested(_ part: String, top: Int) -> [String]? {
    let key = LatinKey.make(part)
    if let link = Self.links[part.lowercased()] { return [link] }
    if CompoundOpening.isServantOfHisLord(key) { return ["عبد ربه"] }
    let known = ReverseIndex.shared.units(key)
    return known.isEmpty ? nil : known.prefix(top).map(lexicon.written)
  }

  /// What the model makes of a part that nobody has seen; the part itself where it cannot.
  private func modelled(_ part: String, top: Int) -> [String] {
    let letters = LatinKey.make(part).unicodeScalars.map(\.value)
    guard letters.count <= Self.longestWord, let model else { return [part] }
    let answers = model.outputs(of: letters, limit: top).map { answer in
      String(String.UnicodeScalarView(answer.output.compactMap(Unicode.Scalar.init)))
    }.filter { !$0.isEmpty }
    return answers.isEmpty ? [part] : answers
  }

  private func unique(_ strings: [String]) -> [String] {
    var seen: Set<String> = []
    return strings.filter { seen.insert($0).inserted }
  }
}

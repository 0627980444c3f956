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
    let parts = LatinParts.split(latin)
    var choices = parts.prefix(Self.longest).map { guesses($0, top: top) }
    choices += parts.dropFirst(Self.longest).map { [$0] }
    let best = choices.map { $0.first ?? "" }
    var results = [best.joined(separator: " ")]
    for rank in 1..<max(top, 2) {
      for (index, guesses) in choices.enumerated() where rank < guesses.count {
        var other = best
        other[index] = guesses[rank]
        results.append(other.joined(separator: " "))
      }
    }
    return Array(unique(results).prefix(top))
  }

  /// Guesses for a part, with or without the article.
  private func guesses(_ part: String, top: Int) -> [String] {
    if let known = attested(part, top: top) { return known }
    for article in ["al-", "el-", "al ", "el "] where part.lowercased().hasPrefix(article) {
      let rest = String(part.dropFirst(article.count))
      let bare = attested(rest, top: top) ?? modelled(rest, top: top)
      return bare.map { $0.hasPrefix("ال") ? $0 : "ال" + $0 }
    }
    return modelled(part, top: top)
  }

  /// What the lexicon or the list of links has for a part; nil for nothing.
  private func attested(_ part: String, top: Int) -> [String]? {
    let key = LatinKey.make(part)
    if let link = Self.links[part.lowercased()] { return [link] }
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

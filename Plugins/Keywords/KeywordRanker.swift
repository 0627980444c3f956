import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ranks the phrases of a document.
///
/// The score is a TF-IDF against a background corpus (Spärck Jones, "A statistical interpretation
/// of term specificity", 1972), raised for phrases of several words, for an early first place and
/// for words of the title; phrases that live only inside a longer one give way to it.
struct KeywordRanker {
  /// The numbers of the score, fitted by hand on a development set.
  struct Weights {
    /// Factor for phrases of one, two and three words.
    var length: [Double] = [1, 1.5, 1.4]
    /// Exponent of the number of places: the tenth tells less than the second.
    var frequency = 0.85
    /// Raise for a phrase at the very start, falling to none at the end.
    var position = 1.2
    /// Raise for a phrase that stands in the title.
    var title = 0.35
    /// Raise for a phrase that is one of the publisher's tags.
    var tag = 1.0
    /// Factor for a phrase of several words that stands here once and is not in the background.
    var chance = 0.62
    /// Share of a phrase's places that a longer one must cover to drive it out.
    var cover = 0.75
  }

  /// A phrase with all its places.
  struct Phrase {
    let words: Int
    let places: [Range<Int>]
    let score: Double
  }

  let background: BackgroundTable
  var weights = Weights()

  /// The best phrases, the best first.
  func rank(
    _ layer: TokenLayer, text: Text, titleStems: Set<ByteKey>, tags: Set<[UInt8]>,
    maximumWords: Int,
    top: Int
  ) -> [Phrase] {
    var candidates = CandidateList(layer, text: text, maximumWords: maximumWords)
    let isInTitle =
      titleStems.isEmpty ? [] : layer.terms.map { titleStems.contains(ByteKey($0.stem)) }
    var key: [UInt8] = []
    for index in candidates.items.indices {
      PhraseKey.write(candidates.items[index].first, of: layer, into: &key)
      var score = score(candidates.items[index], key, layer, isInTitle: isInTitle)
      if !tags.isEmpty, tags.contains(key) { score *= 1 + weights.tag }
      candidates.items[index].score = score
    }
    candidates.items.sort { left, right in
      if left.score != right.score { return left.score > right.score }
      return left.first.lowerBound < right.first.lowerBound
    }
    return select(candidates, top: top)
  }

  private func score(
    _ phrase: CandidateList.Item, _ key: [UInt8], _ layer: TokenLayer, isInTitle: [Bool]
  ) -> Double {
    let total = Double(background.documentCount)
    let known = Double(background.documents(with: key))
    // A phrase that is not listed is rare, not unheard of.
    let rarity = log((total + 1) / (known + (phrase.words == 1 ? 1 : 2)))
    let frequency = Double(phrase.count)
    var score = phrase.count == 1 ? rarity : pow(frequency, weights.frequency) * rarity
    score *= weights.length[min(phrase.words, weights.length.count) - 1]
    if phrase.words > 1, phrase.count == 1, known == 0 { score *= weights.chance }
    let first = phrase.first.lowerBound
    let place = Double(first) / Double(max(layer.tokens.count, 1))
    score *= 1 + weights.position * (1 - place)
    guard !isInTitle.isEmpty else { return score }
    var titleWords = 0
    for index in phrase.first where isInTitle[layer.tokens[index].term] { titleWords += 1 }
    score *= 1 + weights.title * Double(titleWords) / Double(phrase.words)
    return score
  }

  /// Takes phrases from the best on, leaving out those that a chosen one covers.
  private func select(_ ranked: CandidateList, top: Int) -> [Phrase] {
    var chosen: [Phrase] = []
    for item in ranked.items {
      if chosen.count == top { break }
      let phrase = Phrase(words: item.words, places: ranked.places(of: item), score: item.score)
      let isCovered = chosen.contains { other in
        share(of: phrase, coveredBy: other) >= weights.cover
          || share(of: other, coveredBy: phrase) >= weights.cover
      }
      if !isCovered { chosen.append(phrase) }
    }
    return chosen
  }

  /// Share of a phrase's places that lie inside places of another; both ascend.
  private func share(of inner: Phrase, coveredBy outer: Phrase) -> Double {
    guard inner.words < outer.words else { return 0 }
    var covered = 0
    var index = 0
    for place in inner.places {
      while index < outer.places.count, outer.places[index].upperBound <= place.lowerBound {
        index += 1
      }
      var probe = index
      while probe < outer.places.count, outer.places[probe].lowerBound <= place.lowerBound {
        if outer.places[probe].upperBound >= place.upperBound {
          covered += 1
          break
        }
        probe += 1
      }
    }
    return Double(covered) / Double(inner.places.count)
  }
}

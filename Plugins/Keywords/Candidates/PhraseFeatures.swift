import Regression
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What can be told of a phrase before it is ranked.
struct PhraseFeatures {
  /// The features' names, in order of their values.
  static let names = [
    "single", "frequency", "weighted frequency", "rarest common word", "rarity over four",
    "rarity of a single word", "definite last word", "nominal first word",
    "nominal first word squared", "nominal last word", "nominal last word squared",
    "least nominal word", "least nominal word root", "followed by adjective",
    "followed by genitive", "same word before", "same word behind", "phrase at left edge",
    "place", "early place",
  ]

  /// Facts about each stem of the document.
  private struct StemFacts {
    var rarity = -1.0
    var nominality = 0.0
  }

  private let text: TopicText
  private let background: BackgroundTable
  private var stems: [StemFacts]
  private var key: [UInt8] = []
  private var neighbours: [Int] = []
  private let total: Double

  init(_ text: TopicText, background: BackgroundTable) {
    self.text = text
    self.background = background
    stems = Array(repeating: StemFacts(), count: text.stemCount)
    total = Double(background.documentCount)
  }

  /// Writes the features of a phrase into `row`, one for each name.
  mutating func write(_ item: CandidateList.Item, of list: CandidateList, into row: inout [Double])
  {
    let count = Double(item.count)
    var rarest = 0.0
    var commonest = Double.infinity
    var least = 1.0
    for index in item.first {
      let facts = facts(of: index)
      rarest = max(rarest, facts.rarity)
      commonest = min(commonest, facts.rarity)
      least = min(least, facts.nominality)
    }
    let first = facts(of: item.first.lowerBound).nominality
    let last = facts(of: item.first.upperBound - 1).nominality
    let isSingle = item.words == 1
    let rarity = isSingle ? rarest : rarity(ofPhrase: item)
    let around = surroundings(of: item, in: list)
    let place = Double(item.first.lowerBound)
    let hasArticle = text.isDefinite(item.first.upperBound - 1)
    row.removeAll(keepingCapacity: true)
    row.append(isSingle ? 1 : 0)
    row.append(log(count))
    row.append(log(1 + count) * rarity)
    row.append(commonest)
    row.append(max(commonest - 4, 0))
    row.append(isSingle ? rarity : 0)
    row.append(hasArticle ? 1 : 0)
    row.append(first)
    row.append(first * first)
    row.append(last)
    row.append(last * last)
    row.append(least)
    row.append(least.squareRoot())
    row.append(hasArticle ? around.definite / count : 0)
    row.append(hasArticle ? 0 : around.definite / count)
    row.append(around.before / count)
    row.append(around.behind / count)
    row.append(isSingle ? 0 : Double(item.leftEdges) / count)
    row.append(place / Double(max(text.count, 1)))
    row.append(exp(-place / 50))
  }

  private mutating func facts(of token: Int) -> StemFacts {
    let stem = text.stem(token)
    let known = stems[stem]
    if known.rarity >= 0 { return known }
    let word = background.word(text.stemUTF8(stem))
    let facts = StemFacts(
      rarity: log((total + 1) / (Double(word.documents) + 1)),
      nominality: word.definiteness.share)
    stems[stem] = facts
    return facts
  }

  private mutating func rarity(ofPhrase item: CandidateList.Item) -> Double {
    var known = 0
    if item.words <= BackgroundTable.maximumWords {
      text.writeKey(of: item.first, into: &key)
      known = background.documents(withPhrase: key)
    }
    // A phrase that is not listed is rare, not unheard of.
    return log((total + 1) / (Double(known) + 2))
  }

  /// In how many places a definite topic word follows, and in how many the commonest word before
  /// and the commonest behind stand.
  private mutating func surroundings(
    of item: CandidateList.Item, in list: CandidateList
  ) -> (definite: Double, before: Double, behind: Double) {
    var definite = 0.0
    neighbours.removeAll(keepingCapacity: true)
    list.forEachStart(of: item) { start in
      let end = start + item.words
      if text.isAdjacent(end), text.isWord(end) {
        if text.isDefinite(end), text.isTopic(end) { definite += 1 }
        neighbours.append(text.stem(end))
      }
    }
    let behind = mostEqual()
    neighbours.removeAll(keepingCapacity: true)
    list.forEachStart(of: item) { start in
      if text.isAdjacent(start), text.isWord(start - 1) { neighbours.append(text.stem(start - 1)) }
    }
    return (definite, mostEqual(), behind)
  }

  private mutating func mostEqual() -> Double {
    guard neighbours.count > 1 else { return Double(neighbours.count) }
    neighbours.sort()
    var most = 1
    var run = 1
    for index in 1..<neighbours.count {
      run = neighbours[index] == neighbours[index - 1] ? run + 1 : 1
      most = max(most, run)
    }
    return Double(most)
  }
}

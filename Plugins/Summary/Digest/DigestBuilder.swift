import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes one summary of many articles.
///
/// Each article offers its best sentences. Of these the one is taken that adds most: the words that
/// many articles share and that the digest has not said yet, with the sentence's own score (a
/// monotone submodular objective chosen greedily; Lin and Bilmes, "A Class of Submodular Functions
/// for Document Summarization", 2011).
public struct DigestBuilder: Sendable {
  /// Sentences that each article offers: so many are kept in memory.
  public static let offeredSentences = 10
  /// Share of the score that a sentence has in its own article.
  private static let ownShare = 0.3

  private struct Offer {
    let documentID: String
    let span: TextSpan
    let text: String
    let own: Double
    let stems: [Int]
    let words: Int
    let order: Int
  }

  private var offers: [Offer] = []
  private var numbers: [ByteKey: Int] = [:]
  /// In how many articles each stem stands.
  private var holders: [Int] = []
  /// Number of articles added.
  public private(set) var documentCount = 0

  /// A digest of nothing.
  public init() {}

  /// Adds an article that has gone through `words`.
  public mutating func add(_ document: Document) {
    guard let layer = document[.words], let spans = document[.sentences]?.spans else { return }
    documentCount += 1
    let table = SentenceTable(layer, spans, text: document.text)
    let scores = FittedSentenceRanker.shared.scores(SentenceContext(table: table, needed: 0))
    var numberOfStem: [Int: Int] = [:]
    for term in layer.terms where !term.isStopWord && numberOfStem[term.stemNumber] == nil {
      let number = numbers[ByteKey(term.stem), default: holders.count]
      if number == holders.count {
        numbers[ByteKey(term.stem)] = number
        holders.append(0)
      }
      holders[number] += 1
      numberOfStem[term.stemNumber] = number
    }
    let best = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      .filter { table.sentences[$0].wordCount > 3 }.prefix(Self.offeredSentences)
    for index in best.sorted() {
      offers.append(
        Offer(
          documentID: document.id, span: spans[index], text: document.text[spans[index]],
          own: scores[index],
          stems: table.sentences[index].terms.compactMap { numberOfStem[$0.stem] },
          words: table.sentences[index].wordCount, order: offers.count))
    }
  }

  /// The digest's sentences in the order of the articles.
  ///
  /// - Parameter count: How many sentences at the most.
  public func sentences(_ count: Int) -> [DigestSentence] {
    let weights = holders.map { $0 > 1 ? log(Double($0)) : 0.1 }
    var isSaid = [Bool](repeating: false, count: holders.count)
    var isOpen = [Bool](repeating: true, count: offers.count)
    var chosen: [(offer: Offer, gain: Double)] = []
    while chosen.count < count {
      var best: (index: Int, gain: Double)?
      for (index, offer) in offers.enumerated() where isOpen[index] {
        let fresh = offer.stems.reduce(0) { $0 + (isSaid[$1] ? 0 : weights[$1]) }
        // Long sentences say more; their words are not free.
        let gain = fresh / Double(offer.words + 10).squareRoot() * (1 + Self.ownShare * offer.own)
        if gain > best?.gain ?? 0 { best = (index, gain) }
      }
      guard let best else { break }
      isOpen[best.index] = false
      for stem in offers[best.index].stems { isSaid[stem] = true }
      chosen.append((offers[best.index], best.gain))
    }
    let highest = chosen.first?.gain ?? 1
    return chosen.sorted { $0.offer.order < $1.offer.order }.map { offer, gain in
      DigestSentence(
        documentID: offer.documentID, span: offer.span, text: offer.text,
        score: highest > 0 ? min(gain / highest, 1) : 0)
    }
  }
}

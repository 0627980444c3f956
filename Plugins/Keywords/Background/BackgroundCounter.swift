import Warraq

/// Counts in how many documents each phrase stands, and how often each word has the article, to
/// make a background table of any corpus.
public struct BackgroundCounter: Sendable {
  private struct Count {
    var documents = 0
    /// Places, and those of them with the article; of single words only.
    var places = 0
    var definite = 0
  }

  private var counts: [[UInt8]: Count] = [:]
  /// Number of documents counted so far.
  public private(set) var documentCount = 0

  /// A counter that has seen nothing.
  public init() {}

  /// Counts a document that has gone through `words`.
  public mutating func add(_ document: Document) {
    guard let layer = document[.words] else { return }
    documentCount += 1
    var seen: Set<[UInt8]> = []
    var key: [UInt8] = []
    let text = TopicText(layer, text: document.text)
    text.forEachPhrase(maximumWords: BackgroundTable.maximumWords) { range in
      text.writeKey(of: range, into: &key)
      seen.insert(key)
      guard range.count == 1 else { return }
      counts[key, default: Count()].places += 1
      if text.isDefinite(range.lowerBound) {
        counts[key, default: Count()].definite += 1
      }
    }
    for key in seen { counts[key, default: Count()].documents += 1 }
  }

  /// The table's bytes, phrases in order of their keys.
  ///
  /// - Parameter minimum: For phrases of one, two and three words, the fewest documents that a
  ///   phrase must stand in to be listed.
  public func table(minimum: [Int]) -> [UInt8] {
    var builder = StringTableBuilder()
    builder.add(BackgroundTable.totalKey, number: documentCount)
    let kept = counts.filter { key, count in
      let words = key.lazy.filter { $0 == 0x20 }.count
      return count.documents >= (words < minimum.count ? minimum[words] : Int.max)
    }
    for (key, count) in kept.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let isPhrase = key.contains(0x20)
      let definiteness = BackgroundTable.Definiteness(count.definite, of: count.places)
      builder.add(
        key,
        number: isPhrase
          ? count.documents
          : BackgroundTable.packed(documents: count.documents, definiteness: definiteness))
    }
    return builder.build()
  }
}

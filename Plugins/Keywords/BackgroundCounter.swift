import Warraq

/// Counts in how many documents each phrase stands, to make a background table of any corpus.
public struct BackgroundCounter: Sendable {
  private var counts: [[UInt8]: Int] = [:]
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
    CandidateFinder(layer: layer, text: document.text).forEach { range in
      PhraseKey.write(range, of: layer, into: &key)
      seen.insert(key)
    }
    for key in seen { counts[key, default: 0] += 1 }
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
      return count >= (words < minimum.count ? minimum[words] : Int.max)
    }
    for (key, count) in kept.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      builder.add(key, number: count)
    }
    return builder.build()
  }
}

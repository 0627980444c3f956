import Warraq

/// Counts in how many documents each folded form stands, to make the table of word frequencies.
public struct WordCounter: Sendable {
  private var counts: [String: Int] = [:]

  /// A counter that has seen nothing.
  public init() {}

  /// Counts a document that has gone through `words`.
  public mutating func add(_ document: Document) {
    guard let layer = document[.words] else { return }
    var seen: Set<Int> = []
    for token in layer.tokens where token.kind == .word && seen.insert(token.term).inserted {
      counts[layer.terms[token.term].folded, default: 0] += 1
    }
  }

  /// The table's bytes, forms in order, those of fewer than `minimum` documents left out.
  public func table(minimum: Int) -> [UInt8] {
    var builder = StringTableBuilder()
    let kept = counts.filter { $0.value >= minimum && $0.key.utf8.first ?? 0 >= 0xD8 }
    for (form, count) in kept.sorted(by: { $0.key < $1.key }) {
      builder.add(Array(form.utf8), number: count)
    }
    return builder.build()
  }
}

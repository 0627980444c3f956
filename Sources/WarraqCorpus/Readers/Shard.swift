/// A share of a corpus, for jobs that divide it: of `count` shares the one with this index takes
/// every `count`th record.
public struct Shard: Sendable, Hashable {
  /// From 1 to `count`.
  public let index: Int
  /// Number of shares.
  public let count: Int

  /// Reads `2/8`; nil for anything but a share from the first to the last.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(index)
    else { return nil }
    self.index = index
    self.count = count
  }

  /// Whether the share takes the record of a number, counted from 0 over the whole corpus.
  public func takes(_ number: Int) -> Bool { number % count == index - 1 }
}

import Synchronization

/// How far a corpus has been read, in bytes of its files as they lie on the disk.
public final class ReadProgress: Sendable {
  /// Bytes of all files, or nil when one of them does not tell, such as standard input.
  public let total: Int?
  private let taken = Atomic<Int>(0)

  /// Nothing read yet.
  public init(total: Int?) { self.total = total }

  /// Bytes read so far.
  public var read: Int { taken.load(ordering: .relaxed) }

  /// From 0 to 1, or nil when the whole is not known.
  public var fraction: Double? {
    guard let total, total > 0 else { return nil }
    return min(Double(read) / Double(total), 1)
  }

  func add(_ count: Int) { taken.add(count, ordering: .relaxed) }
}

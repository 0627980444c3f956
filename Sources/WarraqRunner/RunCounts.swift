import Warraq
import WarraqCorpus

/// What a run has done: `read` is `written`, `filtered` and `failed` together.
public struct RunCounts: Sendable, Hashable {
  /// Documents read, or found unreadable.
  public var read = 0
  /// Documents written.
  public var written = 0
  /// Documents that a stage left out.
  public var filtered = 0
  /// Documents that failed.
  public var failed = 0
  /// Documents in which ill-formed text was replaced.
  public var repairedDocuments = 0
  /// Ill-formed parts that were replaced.
  public var replacements = 0

  /// Nothing done.
  public init() {}

  mutating func add(_ other: RunCounts) {
    read += other.read
    written += other.written
    filtered += other.filtered
    failed += other.failed
    repairedDocuments += other.repairedDocuments
    replacements += other.replacements
  }
}

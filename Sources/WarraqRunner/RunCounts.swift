import Warraq
import WarraqCorpus

/// What a run has done: `read` is `written` and `failed` together.
public struct RunCounts: Sendable, Hashable {
  /// Documents read, or found unreadable.
  public var read = 0
  /// Documents written.
  public var written = 0
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
    failed += other.failed
    repairedDocuments += other.repairedDocuments
    replacements += other.replacements
  }
}

/// What came of one batch.
struct BatchResult: Sendable {
  var bytes: [UInt8] = []
  var failures: [DocumentError] = []
  var counts = RunCounts()

  mutating func fail(_ error: DocumentError) {
    counts.failed += 1
    failures.append(error)
  }

  mutating func add(_ document: Document, _ formatter: any DocumentFormatter) {
    formatter.append(document, to: &bytes)
    counts.written += 1
    if document.replacements > 0 {
      counts.repairedDocuments += 1
      counts.replacements += document.replacements
    }
  }
}

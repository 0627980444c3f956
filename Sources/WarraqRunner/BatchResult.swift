import Warraq
import WarraqCorpus

/// What came of one batch.
struct BatchResult: Sendable {
  /// For each sink the bytes of the batch.
  var parts: [[UInt8]]
  var failures: [DocumentError] = []
  var counts = RunCounts()
  var times: StageTimes
  /// Digest of the records.
  let digest: String

  init(sinks: Int, steps: Int, digest: String) {
    parts = [[UInt8]](repeating: [], count: sinks)
    times = StageTimes(count: steps)
    self.digest = digest
  }

  mutating func fail(_ error: DocumentError, _ formatters: [any DocumentFormatter]) {
    counts.failed += 1
    failures.append(error)
    for (index, formatter) in formatters.enumerated() {
      formatter.append(error, to: &parts[index])
    }
  }

  mutating func add(_ document: Document, _ formatters: [any DocumentFormatter]) {
    if document.replacements > 0 {
      counts.repairedDocuments += 1
      counts.replacements += document.replacements
    }
    guard document.filterReason == nil else {
      counts.filtered += 1
      return
    }
    counts.written += 1
    for (index, formatter) in formatters.enumerated() {
      formatter.append(document, to: &parts[index])
    }
  }
}

import Warraq
import WarraqCorpus

/// Gathers records into batches that are worth a task of their own. The borders of batches depend on
/// the input alone.
struct BatchReader {
  private static let maximumCount = 32
  private static let maximumBytes = 1 << 18

  private(set) var reader: CorpusReader

  init(_ reader: CorpusReader) { self.reader = reader }

  /// The next batch, or nil at the end.
  mutating func next() -> [CorpusItem]? {
    var batch: [CorpusItem] = []
    var bytes = 0
    while batch.count < Self.maximumCount, bytes < Self.maximumBytes, let item = reader.next() {
      batch.append(item)
      if case .record(let record) = item { bytes += record.bytes.count }
    }
    return batch.isEmpty ? nil : batch
  }
}

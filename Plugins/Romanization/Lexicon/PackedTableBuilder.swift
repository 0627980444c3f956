import Warraq

/// Makes the bytes that `PackedTable` opens, and the pairs by which its keys are packed. The same entries in the same order
/// give the same bytes on every machine.
struct PackedTableBuilder {
  /// Records of a bucket, on average.
  private static let bucketSize = 3

  private var entries: [(key: [UInt8], value: [UInt8])] = []

  /// Adds an entry. Of two entries with one key the first is found.
  mutating func add(_ key: [UInt8], value: [UInt8]) { entries.append((key, value)) }

  /// The finished table.
  func build() -> (bytes: [UInt8], pairs: [PairCode.Pair]) {
    let code = PairCodeBuilder(entries.map(\.key))
    let count = entries.count / Self.bucketSize + 1
    var buckets = [[UInt8]](repeating: [], count: count)
    for (entry, packed) in zip(entries, code.strings) {
      let bucket = entry.key.withUnsafeBufferPointer { PackedTable.bucket(of: $0, of: count) }
      LEB128.append(packed.count, to: &buckets[bucket])
      LEB128.append(entry.value.count, to: &buckets[bucket])
      buckets[bucket] += packed
      buckets[bucket] += entry.value
    }
    var bytes: [UInt8] = []
    func append(_ number: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { bytes += $0 }
    }
    append(count)
    append(buckets.reduce(0) { $0 + $1.count })
    var start = 0
    for bucket in buckets {
      append(start)
      start += bucket.count
    }
    for bucket in buckets { bytes += bucket }
    return (bytes, code.pairs)
  }
}

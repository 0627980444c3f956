import Warraq

/// A read-only hash table from byte strings to byte strings in one block of memory, used where it lies. It is smaller than
/// `StringTable` and slower: keys are packed (`PairCode`), and of some that lie together the right one is looked for.
///
/// Layout, all numbers little-endian: UInt32 bucket count; UInt32 byte count of the buckets; for each bucket UInt32, where
/// it begins; the buckets, the records of each one behind another: LEB128 length of the packed key, LEB128 length of the
/// value, key, value.
struct PackedTable: Sendable {
  static let headerSize = 8
  static let placeSize = 4

  private let storage: StaticBytes
  private let bucketCount: Int
  private let code: PairCode

  /// Opens a table; nil for bytes that are none.
  init?(_ bytes: StaticBytes, code: PairCode) {
    let buffer = bytes.buffer
    guard let buckets = Self.number(buffer, at: 0), let size = Self.number(buffer, at: 4),
      buckets > 0, buckets <= buffer.count / Self.placeSize,
      Self.headerSize + buckets * Self.placeSize + size == buffer.count
    else { return nil }
    storage = bytes
    bucketCount = buckets
    self.code = code
  }

  /// The bucket of a key.
  static func bucket(of key: UnsafeBufferPointer<UInt8>, of count: Int) -> Int {
    let hash = UInt64(truncatingIfNeeded: StableHash.hash(key))
    return Int(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* UInt64(count)) >> 32)
  }

  /// The value of a key; nil where there is none. Damaged bytes give nil, never a trap.
  func value(of key: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    var found: UnsafeBufferPointer<UInt8>?
    forEachRecord(in: Self.bucket(of: key, of: bucketCount)) { packed, value in
      guard code.decodes(packed, to: key) else { return true }
      found = value
      return false
    }
    return found
  }

  /// Calls `body` with every key and value, in an order of its own.
  func forEach(_ body: ([UInt8], UnsafeBufferPointer<UInt8>) -> Void) {
    for bucket in 0..<bucketCount {
      forEachRecord(in: bucket) { key, value in
        body(code.decode(key), value)
        return true
      }
    }
  }

  /// Calls `body` with the packed key and the value of each record of a bucket, until it says no.
  @inline(__always)
  private func forEachRecord(
    in bucket: Int, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    let bytes = storage.buffer
    let start = Self.headerSize + bucketCount * Self.placeSize
    guard let from = Self.number(bytes, at: Self.headerSize + bucket * Self.placeSize),
      let to = bucket + 1 == bucketCount
        ? bytes.count - start
        : Self.number(bytes, at: Self.headerSize + (bucket + 1) * Self.placeSize),
      from <= to, to <= bytes.count - start
    else { return }
    let records = UnsafeBufferPointer(rebasing: bytes[start + from..<start + to])
    var index = 0
    while let key = LEB128.read(records, at: index), let value = LEB128.read(records, at: key.next),
      key.value <= records.count - value.next,
      value.value <= records.count - value.next - key.value
    {
      let middle = value.next + key.value
      index = middle + value.value
      guard
        body(
          UnsafeBufferPointer(rebasing: records[value.next..<middle]),
          UnsafeBufferPointer(rebasing: records[middle..<index]))
      else { return }
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    guard offset >= 0, offset + placeSize <= bytes.count else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    return Int(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}

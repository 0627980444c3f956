/// A read-only hash table from byte strings to byte strings in one block of memory. It is used
/// where it lies: opening it reads 24 bytes.
///
/// Layout, all numbers little-endian: the magic `WARRAQT2`; UInt32 slot count (a power of two);
/// UInt32 entry count; UInt64 offset of the records; the slots, two UInt32 each: 0 for an empty one,
/// else 1 + offset of a record, counted from the records' start, and the upper half of the key's hash,
/// which spares a look at most records that hold another key; the records: LEB128 key length, LEB128
/// value length, key, value. Collisions go to the next slot.
public struct StringTable: Sendable {
  static let magic: [UInt8] = Array("WARRAQT2".utf8)
  static let headerSize = 24
  static let slotSize = 8

  private let storage: StaticBytes
  private let slotCount: Int
  private let recordsStart: Int
  /// Number of keys.
  public let count: Int

  /// Opens a table, or nil when the bytes are not one.
  public init?(_ storage: StaticBytes) {
    let bytes = storage.buffer
    guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic) else {
      return nil
    }
    let slots = Int(Self.uint32(bytes, at: 8))
    let records = Int(Self.uint32(bytes, at: 16))
    guard slots > 0, slots & (slots - 1) == 0, records <= bytes.count,
      Self.headerSize + slots * Self.slotSize <= records
    else { return nil }
    self.storage = storage
    slotCount = slots
    recordsStart = records
    count = Int(Self.uint32(bytes, at: 12))
  }

  /// The value of a key, or nil. Damaged bytes give nil, never a trap.
  public func value(of key: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let bytes = storage.buffer
    let hash = StableHash.hash(key)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    for _ in 0..<slotCount {
      let place = Self.headerSize + slot * Self.slotSize
      let stored = Int(Self.uint32(bytes, at: place))
      if stored == 0 { return nil }
      if Self.uint32(bytes, at: place + 4) == tag {
        guard let record = record(at: recordsStart + stored - 1) else { return nil }
        if record.key.hasSameBytes(as: key) { return record.value }
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  /// The value of a string key, for callers off the hot path.
  public func value(of key: String) -> [UInt8]? {
    var key = key
    return key.withUTF8 { value(of: $0).map(Array.init) }
  }

  /// The value of a key read as one LEB128 number.
  @inlinable
  public func number(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let value = value(of: key) else { return nil }
    return LEB128.read(value, at: 0)?.value
  }

  /// Calls `body` with every key and value, in the order in which they were added.
  public func forEach(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var offset = recordsStart
    while let record = record(at: offset) {
      body(record.key, record.value)
      offset = record.end
    }
  }

  private func record(at offset: Int) -> (
    key: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>, end: Int
  )? {
    let bytes = storage.buffer
    guard offset < bytes.count, let key = LEB128.read(bytes, at: offset),
      let value = LEB128.read(bytes, at: key.next),
      key.value <= bytes.count, value.value <= bytes.count,
      value.next + key.value + value.value <= bytes.count
    else { return nil }
    let middle = value.next + key.value
    return (
      UnsafeBufferPointer(rebasing: bytes[value.next..<middle]),
      UnsafeBufferPointer(rebasing: bytes[middle..<middle + value.value]),
      middle + value.value
    )
  }

  private static func uint32(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
    guard offset >= 0, offset + 4 <= bytes.count else { return 0 }
    let raw = UnsafeRawBufferPointer(bytes)
    return UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

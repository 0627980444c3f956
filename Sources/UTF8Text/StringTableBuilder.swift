/// Makes the bytes that `StringTable` opens. The same entries in the same order give the same
/// bytes on every machine.
public struct StringTableBuilder {
  private var entries: [(key: [UInt8], value: [UInt8])] = []

  /// An empty table.
  public init() {}

  /// Number of entries so far.
  public var count: Int { entries.count }

  /// Adds an entry. Of two entries with one key the first is found.
  public mutating func add(_ key: [UInt8], value: [UInt8]) {
    entries.append((key, value))
  }

  /// Adds an entry whose value is one number, 0 or more.
  public mutating func add(_ key: [UInt8], number: Int) {
    var value: [UInt8] = []
    LEB128.append(number, to: &value)
    entries.append((key, value))
  }

  /// The finished table.
  public func build() -> [UInt8] {
    var slotCount = 16
    while slotCount * 2 < entries.count * 3 { slotCount *= 2 }
    var slots = [UInt32](repeating: 0, count: slotCount)
    var tags = slots
    var records: [UInt8] = []
    for (key, value) in entries {
      let hash = key.withUnsafeBufferPointer { StableHash.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(records.count + 1)
      tags[slot] = UInt32(truncatingIfNeeded: hash >> 32)
      LEB128.append(key.count, to: &records)
      LEB128.append(value.count, to: &records)
      records += key
      records += value
    }
    var bytes = StringTable.magic
    Self.append(UInt32(slotCount), to: &bytes)
    Self.append(UInt32(entries.count), to: &bytes)
    Self.append(UInt32(StringTable.headerSize + slotCount * StringTable.slotSize), to: &bytes)
    Self.append(0, to: &bytes)
    for (slot, tag) in zip(slots, tags) {
      Self.append(slot, to: &bytes)
      Self.append(tag, to: &bytes)
    }
    return bytes + records
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }
}

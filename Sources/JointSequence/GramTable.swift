import UTF8Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// N-grams with their probabilities and backoff weights, in one block of memory: slots of four bytes,
/// 16 bits of the hash, the negative logarithms of probability and weight in steps of 1/16 and 1/32.
///
/// Two n-grams with one slot and one tag are taken for each other, in about one look of fifty thousand
/// for an n-gram that is not there.
struct GramTable: Sendable {
  private static let slotSize = 4
  private static let scale = 16.0
  private static let backoffScale = 32.0
  static let missing: UInt8 = .max

  private let bytes: StaticBytes
  private let start: Int
  private let slotCount: Int

  /// The offset behind the table.
  var end: Int { start + slotCount * Self.slotSize }

  /// Opens a table that begins at `offset`; nil when there is none.
  init?(_ bytes: StaticBytes, at offset: Int) {
    guard let count = LEB128.read(bytes.buffer, at: offset), count.value > 0,
      count.value & (count.value - 1) == 0, count.value <= bytes.buffer.count,
      count.next + count.value * Self.slotSize <= bytes.buffer.count
    else { return nil }
    self.bytes = bytes
    start = count.next
    slotCount = count.value
  }

  /// The slot of an n-gram, by its hash; nil when it is not there.
  @inline(__always)
  func find(_ hash: UInt64) -> (probability: UInt8, backoff: UInt8)? {
    let raw = UnsafeRawBufferPointer(bytes.buffer)
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    for _ in 0..<slotCount {
      let word = UInt32(
        littleEndian: raw.loadUnaligned(
          fromByteOffset: start + slot * Self.slotSize, as: UInt32.self))
      let found = word & 0xFFFF
      if found == 0 { return nil }
      if found == tag {
        return (UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 24))
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  /// The upper bits of a hash; never 0, which is an empty slot.
  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 48) | 1 }

  /// The natural logarithm of a probability that is stored.
  @inline(__always)
  static func logarithm(probability stored: UInt8) -> Float { -Float(stored) / Float(scale) }

  /// The natural logarithm of a weight that is stored.
  @inline(__always)
  static func logarithm(backoff stored: UInt8) -> Float { -Float(stored) / Float(backoffScale) }

  /// Gathers n-grams.
  struct Builder {
    private var places: [UInt64: Int] = [:]
    private var entries: [(hash: UInt64, probability: UInt8, backoff: UInt8)] = []

    mutating func set(_ gram: [UInt16], probability: Double) {
      entries[place(gram)].probability = Self.stored(probability, GramTable.scale)
    }

    mutating func set(_ gram: [UInt16], backoff: Double) {
      entries[place(gram)].backoff = Self.stored(backoff, GramTable.backoffScale)
    }

    private mutating func place(_ gram: [UInt16]) -> Int {
      var hash = GramHash.start
      for symbol in gram.reversed() { hash = GramHash.step(hash, symbol) }
      if let place = places[hash] { return place }
      entries.append((hash, GramTable.missing, 0))
      places[hash] = entries.count - 1
      return entries.count - 1
    }

    private static func stored(_ probability: Double, _ scale: Double) -> UInt8 {
      UInt8(min(max(-log(probability) * scale, 0), Double(GramTable.missing - 1)).rounded())
    }

    func write(to bytes: inout [UInt8]) {
      var slotCount = 16
      while slotCount * 3 < entries.count * 4 { slotCount *= 2 }
      var slots = [UInt32](repeating: 0, count: slotCount)
      for entry in entries {
        var slot = Int(truncatingIfNeeded: entry.hash) & (slotCount - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] =
          GramTable.tag(entry.hash) | UInt32(entry.probability) << 16 | UInt32(entry.backoff) << 24
      }
      LEB128.append(slotCount, to: &bytes)
      for slot in slots {
        for shift in stride(from: 0, to: 32, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: slot >> UInt32(shift)))
        }
      }
    }
  }
}

import UTF8Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// N-grams with their probabilities and backoff weights, in one block of memory: slots of eight bytes,
/// 32 bits of the hash, the negative logarithms of probability and weight in steps of 1/2048.
///
/// Two n-grams with one slot and one tag are taken for each other: about one look in four thousand
/// million.
struct GramTable: Sendable {
  private static let scale = 2048.0
  static let missing: UInt16 = .max

  private let bytes: StaticBytes
  private let start: Int
  private let slotCount: Int

  /// Opens a table that begins at `offset`; nil when there is none.
  init?(_ bytes: StaticBytes, at offset: Int) {
    guard let count = LEB128.read(bytes.buffer, at: offset), count.value > 0,
      count.value & (count.value - 1) == 0, count.value <= bytes.buffer.count,
      count.next + count.value * 8 <= bytes.buffer.count
    else { return nil }
    self.bytes = bytes
    start = count.next
    slotCount = count.value
  }

  /// The slot of an n-gram, by its hash; nil when it is not there.
  @inline(__always)
  func find(_ hash: UInt64) -> (probability: UInt16, backoff: UInt16)? {
    let raw = UnsafeRawBufferPointer(bytes.buffer)
    let tag = UInt32(truncatingIfNeeded: hash >> 32) | 1
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    for _ in 0..<slotCount {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: start + slot * 8, as: UInt64.self))
      let found = UInt32(truncatingIfNeeded: word)
      if found == 0 { return nil }
      if found == tag {
        return (UInt16(truncatingIfNeeded: word >> 32), UInt16(truncatingIfNeeded: word >> 48))
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  /// The natural logarithm that is stored.
  @inline(__always)
  static func logarithm(_ stored: UInt16) -> Float { -Float(stored) / Float(scale) }

  /// Gathers n-grams.
  struct Builder {
    private var places: [UInt64: Int] = [:]
    private var entries: [(hash: UInt64, probability: UInt16, backoff: UInt16)] = []

    mutating func set(_ gram: [UInt16], probability: Double) {
      entries[place(gram)].probability = Self.stored(probability)
    }

    mutating func set(_ gram: [UInt16], backoff: Double) {
      entries[place(gram)].backoff = Self.stored(backoff)
    }

    private mutating func place(_ gram: [UInt16]) -> Int {
      var hash = GramHash.start
      for symbol in gram.reversed() { hash = GramHash.step(hash, symbol) }
      if let place = places[hash] { return place }
      entries.append((hash, GramTable.missing, 0))
      places[hash] = entries.count - 1
      return entries.count - 1
    }

    private static func stored(_ probability: Double) -> UInt16 {
      UInt16(min(max(-log(probability) * scale, 0), Double(GramTable.missing - 1)).rounded())
    }

    func write(to bytes: inout [UInt8]) {
      var slotCount = 16
      while slotCount * 3 < entries.count * 4 { slotCount *= 2 }
      var slots = [UInt64](repeating: 0, count: slotCount)
      for entry in entries {
        let tag = UInt64(UInt32(truncatingIfNeeded: entry.hash >> 32) | 1)
        var slot = Int(truncatingIfNeeded: entry.hash) & (slotCount - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = tag | UInt64(entry.probability) << 32 | UInt64(entry.backoff) << 48
      }
      LEB128.append(slotCount, to: &bytes)
      for slot in slots {
        for shift in stride(from: 0, to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: slot >> UInt64(shift)))
        }
      }
    }
  }
}

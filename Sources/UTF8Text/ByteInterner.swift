/// Gives byte strings numbers from 0, in the order in which they first come. The strings lie one
/// behind the other in one block, so that a new one costs no allocation of its own.
public struct ByteInterner: Sendable {
  /// Open addressing; the hash beside the number spares a look at strings that differ.
  private struct Slot {
    var hash: UInt32
    /// 1 + number; 0 = empty.
    var mark: UInt32
  }

  private var slots: [Slot]
  private var arena: [UInt8] = []
  /// Offset of each string in `arena`, and the arena's end behind the last.
  private var starts: [Int] = [0]

  /// Number of strings.
  public var count: Int { starts.count - 1 }

  /// An interner without strings, with room for some.
  public init(minimumCapacity: Int = 256) {
    var slotCount = 16
    while slotCount < minimumCapacity * 2, slotCount < 1 << 30 { slotCount *= 2 }
    slots = [Slot](repeating: Slot(hash: 0, mark: 0), count: slotCount)
  }

  /// The number of a string, or nil when it has none.
  public func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    number(of: bytes, hash: Self.hash(bytes))
  }

  /// The same for a caller that knows the string's `hash`.
  public func number(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
    let found = find(bytes, hash)
    return found.number < 0 ? nil : found.number
  }

  /// The number of a string, which it gets if it has none; `isNew` tells which.
  public mutating func intern(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (number: Int, isNew: Bool) {
    intern(bytes, hash: Self.hash(bytes))
  }

  /// The same for a caller that knows the string's `hash`.
  public mutating func intern(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32
  ) -> (number: Int, isNew: Bool) {
    let found = find(bytes, hash)
    if found.number >= 0 { return (found.number, false) }
    let number = count
    slots[found.slot] = Slot(hash: hash, mark: UInt32(truncatingIfNeeded: number + 1))
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    if count * 2 > slots.count { grow() }
    return (number, true)
  }

  /// Calls `body` with the string of a number.
  public func withBytes<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    arena.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[number]..<starts[number + 1]]))
    }
  }

  private func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32
  ) -> (number: Int, slot: Int) {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var index = Int(hash) & mask
      while true {
        let slot = slots[index]
        if slot.mark == 0 { return (-1, index) }
        let number = Int(slot.mark) - 1
        if slot.hash == hash, isEqual(number, bytes) { return (number, index) }
        index = (index + 1) & mask
      }
    }
  }

  private func isEqual(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[start..<start + bytes.count]).hasSameBytes(as: bytes)
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(hash: 0, mark: 0), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.mark != 0 {
      var index = Int(slot.hash) & mask
      while slots[index].mark != 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }

  /// Differs from run to run, so that no text can be made to collide; numbers do not depend on it.
  public static let seed = UInt64.random(in: .min ... .max)

  /// A hash for tables in memory: eight bytes a step, the last eight over again, each mixed by a
  /// multiplication.
  @inlinable
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var value = seed ^ UInt64(truncatingIfNeeded: raw.count)
    if raw.count >= 8 {
      var index = 0
      let last = raw.count - 8
      while index < last {
        value = mix(value ^ raw.word(at: index))
        index += 8
      }
      value = mix(value ^ raw.word(at: last))
    } else {
      var tail: UInt64 = 0
      for byte in raw { tail = tail << 8 | UInt64(byte) }
      value = mix(value ^ tail)
    }
    return UInt32(truncatingIfNeeded: value ^ value >> 32)
  }

  /// The two halves of a product, folded: every bit of the value reaches every bit of the result.
  @inlinable
  public static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

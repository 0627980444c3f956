/// Gives byte strings numbers from 0, in the order in which they first come. The strings lie one
/// behind the other in one block, so that a new one costs no allocation of its own.
public struct ByteInterner: Sendable {
  private var slots: HashSlots
  private var arena: [UInt8] = []
  /// Offset of each string in `arena`, and the arena's end behind the last.
  private var starts: [Int] = [0]

  /// Number of strings.
  public var count: Int { starts.count - 1 }

  /// An interner without strings, with room for some.
  public init(minimumCapacity: Int = 256) {
    slots = HashSlots(minimumCapacity: minimumCapacity)
  }

  /// The number of a string, or nil when it has none.
  public func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    number(of: bytes, hash: Self.hash(bytes))
  }

  /// The same for a caller that knows the string's `hash`.
  public func number(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
    let found = slots.find(hash) { isEqual($0, bytes) }
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
    let found = slots.find(hash) { isEqual($0, bytes) }
    if found.number >= 0 { return (found.number, false) }
    let number = count
    slots.insert(number, hash: hash, slot: found.slot)
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    return (number, true)
  }

  /// Has the memory fetched in which the search for a string begins: of many, all should be asked for before the first is
  /// looked for.
  public func fetch(hash: UInt32) { slots.fetch(hash) }

  /// Calls `body` with the string of a number.
  public func withBytes<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    arena.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[number]..<starts[number + 1]]))
    }
  }

  private func isEqual(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[start..<start + bytes.count]).hasSameBytes(as: bytes)
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

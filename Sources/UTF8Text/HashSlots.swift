import CHashLines

/// The slots of a hash table from hashes to numbers, by open addressing. What the numbers stand for
/// is kept by others; the hash beside each number spares a look at entries that differ.
public struct HashSlots: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var hash: UInt32
    /// 1 + number; 0 = empty.
    @usableFromInline var mark: UInt32

    @inlinable
    init(hash: UInt32, mark: UInt32) {
      self.hash = hash
      self.mark = mark
    }
  }

  @usableFromInline var slots: [Slot]
  @usableFromInline var count = 0

  /// Empty slots, with room for so many numbers.
  public init(minimumCapacity: Int) {
    var slotCount = 16
    while slotCount < minimumCapacity * 2, slotCount < 1 << 30 { slotCount *= 2 }
    slots = [Slot](repeating: Slot(hash: 0, mark: 0), count: slotCount)
  }

  /// The number of a hash for which `isEqual` holds, or -1, and the slot where it is or belongs.
  @inlinable
  public func find(
    _ hash: UInt32, isEqual: (_ number: Int) -> Bool
  ) -> (number: Int, slot: Int) {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var index = Int(hash) & mask
      while slots[index].mark != 0 {
        let number = Int(slots[index].mark) - 1
        if slots[index].hash == hash, isEqual(number) { return (number, index) }
        index = (index + 1) & mask
      }
      return (-1, index)
    }
  }

  /// Has the slot fetched where the search for a hash begins, so that `find` does not wait for it later.
  public func fetch(_ hash: UInt32) {
    slots.withUnsafeBytes { bytes in
      let place = (Int(hash) & (slots.count - 1)) * MemoryLayout<Slot>.stride
      guard let base = bytes.baseAddress else { return }
      hash_line_fetch((base + place).assumingMemoryBound(to: UInt8.self))
    }
  }

  /// Puts a number into the slot that `find` gave for its hash. Grows when half of the slots are
  /// taken, so a slot is good for one insertion only.
  @inlinable
  public mutating func insert(_ number: Int, hash: UInt32, slot: Int) {
    slots[slot] = Slot(hash: hash, mark: UInt32(truncatingIfNeeded: number + 1))
    count += 1
    if count * 2 > slots.count { grow() }
  }

  @usableFromInline
  mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(hash: 0, mark: 0), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.mark != 0 {
      var index = Int(slot.hash) & mask
      while slots[index].mark != 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }
}

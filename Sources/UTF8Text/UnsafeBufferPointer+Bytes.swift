extension UnsafeBufferPointer<UInt8> {
  /// True when both hold the same bytes. Meant for words, which a call of the C library would cost
  /// more than the comparison: eight bytes a step, the last eight over again.
  @inlinable
  public func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let left = UnsafeRawBufferPointer(self)
    let right = UnsafeRawBufferPointer(other)
    guard count >= 8 else {
      for index in 0..<count where left[index] != right[index] { return false }
      return true
    }
    var index = 0
    let last = count - 8
    while index < last {
      if left.word(at: index) != right.word(at: index) { return false }
      index += 8
    }
    return left.word(at: last) == right.word(at: last)
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes from an offset on, in the machine's order.
  ///
  /// - Precondition: Eight bytes stand there.
  @inlinable
  func word(at offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
}

/// Numbers in as few bytes as they need: seven bits a byte, the lowest first, the high bit set on
/// all but the last (the "unsigned LEB128" of DWARF and WebAssembly).
public enum LEB128 {
  /// Appends a number; a negative one is written as 0.
  public static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(max(number, 0))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The number at `offset` and the offset after it, or nil when the bytes end too soon.
  @inlinable
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (value: Int, next: Int)? {
    // Most numbers in our tables are lengths and small counts of one byte.
    if offset < bytes.count, bytes[offset] < 0x80 { return (Int(bytes[offset]), offset + 1) }
    var value = 0
    var shift = 0
    var index = offset
    while index < bytes.count, shift < 56 {
      let byte = bytes[index]
      value |= Int(byte & 0x7F) << shift
      index += 1
      if byte < 0x80 { return (value, index) }
      shift += 7
    }
    return nil
  }
}

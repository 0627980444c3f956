/// Reading scalars out of well-formed UTF-8. Everything here assumes valid bytes, as `Text` holds,
/// yet stays in bounds for any.
public enum UTF8Bytes {
  /// Length in bytes, 1 to 4, of the scalar that a lead byte opens.
  @inlinable
  public static func length(ofLead byte: UInt8) -> Int {
    if byte < 0x80 { return 1 }
    if byte < 0xE0 { return 2 }
    if byte < 0xF0 { return 3 }
    return 4
  }

  /// True for a byte that starts a scalar.
  @inlinable
  public static func isBoundary(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// The scalar at `index` and the offset after it.
  ///
  /// A sequence that the end of the bytes cuts short reads as U+FFFD.
  @inlinable
  public static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, next: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), index + 1) }
    let next = index + length(ofLead: lead)
    guard next <= bytes.count else { return (0xFFFD, bytes.count) }
    switch next - index {
    case 2:
      return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), next)
    case 3:
      let middle = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      return (UInt32(lead & 0x0F) << 12 | middle, next)
    default:
      let high = UInt32(lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
      return (high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), next)
    }
  }

  /// The scalar that ends at `index` and the offset where it starts; nil at the start.
  @inlinable
  public static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: Int, from lowerBound: Int = 0
  ) -> (scalar: UInt32, start: Int)? {
    guard index > lowerBound else { return nil }
    var start = index - 1
    while start > lowerBound, !isBoundary(bytes[start]) { start -= 1 }
    return (decode(bytes, at: start).scalar, start)
  }

  /// All scalars, as `decode` reads them.
  @inlinable
  public static func scalars(of bytes: [UInt8]) -> [UInt32] {
    var scalars: [UInt32] = []
    // There are as many as bytes where every letter is of one byte, and never more.
    scalars.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, next) = decode(bytes, at: index)
        scalars.append(scalar)
        index = next
      }
    }
    return scalars
  }

  /// Appends a scalar's UTF-8; a surrogate or out-of-range value is written as U+FFFD.
  @inlinable
  public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    case 0xD800..<0xE000:
      append(0xFFFD, to: &bytes)
    case 0x800..<0x10000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    case 0x10000..<0x110000:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    default:
      append(0xFFFD, to: &bytes)
    }
  }
}

/// The unit in which offsets are written for readers outside.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode code points, as Python's strings count.
  case codepoints
  /// UTF-8 bytes, as Rust, Go and C count.
  case utf8
  /// UTF-16 code units, as JavaScript, Java and C# count.
  case utf16
}

/// Turns byte offsets of one text into another unit.
///
/// Built in one pass; a look-up scans at most 63 bytes.
public struct OffsetConverter: Sendable {
  private static let blockShift = 6
  private let bytes: [UInt8]
  private let unit: OffsetUnit
  /// Units before each block of 64 bytes.
  private let unitsBeforeBlock: [Int]

  /// Prepares conversion of a text's byte offsets to `unit`.
  public init(_ text: Text, unit: OffsetUnit) {
    bytes = text.bytes
    self.unit = unit
    guard unit != .utf8 else {
      unitsBeforeBlock = []
      return
    }
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count >> Self.blockShift + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var total = 0
      var index = 0
      while index < buffer.count {
        counts.append(total)
        let end = min(index + 1 << Self.blockShift, buffer.count)
        total += Self.units(in: buffer, index..<end, unit: unit)
        index = end
      }
      counts.append(total)
    }
    unitsBeforeBlock = counts
  }

  /// The offset in the converter's unit; `byteOffset` is cut to the text's bounds.
  public func offset(ofByte byteOffset: Int) -> Int {
    let offset = min(max(byteOffset, 0), bytes.count)
    if unit == .utf8 { return offset }
    let block = offset >> Self.blockShift
    let start = block << Self.blockShift
    if start == offset || block + 1 >= unitsBeforeBlock.count {
      return unitsBeforeBlock[min(block, unitsBeforeBlock.count - 1)]
    }
    let rest = bytes.withUnsafeBufferPointer {
      Self.units(in: $0, start..<offset, unit: unit)
    }
    return unitsBeforeBlock[block] + rest
  }

  private static func units(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, unit: OffsetUnit
  ) -> Int {
    var count = 0
    for index in range {
      let byte = bytes[index]
      if UTF8Bytes.isBoundary(byte) { count += 1 }
      if unit == .utf16, byte >= 0xF0 { count += 1 }
    }
    return count
  }
}

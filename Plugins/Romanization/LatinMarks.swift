import Warraq

/// Arabic punctuation and digits as their Latin ones.
enum LatinMarks {
  /// The ASCII sign that stands for an Arabic mark or a digit of any script; nil for what stays.
  static func sign(for scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x060C: return UInt8(ascii: ",")
    case 0x061B: return UInt8(ascii: ";")
    case 0x061F: return UInt8(ascii: "?")
    case 0x06D4: return UInt8(ascii: ".")
    case 0x066A: return UInt8(ascii: "%")
    default:
      guard scalar >= 0x80, let digit = ScalarClass.digitValue(scalar) else { return nil }
      return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
    }
  }

  /// Writes part of a text, Arabic marks and digits turned; all else as it is.
  static func write(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    if range.count == 1, text[range.lowerBound] < 0x80 {
      result.append(text[range.lowerBound])
      return
    }
    // What stays is copied at once.
    var start = range.lowerBound
    forEachOther(of: text, in: range) { place, sign in
      guard let sign else { return }
      result.append(contentsOf: text[start..<place.lowerBound])
      result.append(sign)
      start = place.upperBound
    }
    result.append(contentsOf: text[start..<range.upperBound])
  }

  /// The same with an alignment.
  static func write(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to rewriter: inout TextRewriter
  ) {
    forEachOther(of: text, in: range) { place, sign in
      if let sign { rewriter.replace(place, with: CollectionOfOne(sign)) }
    }
  }

  @inline(__always)
  private static func forEachOther(
    of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (Range<Int>, UInt8?) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      // ASCII stays as it is.
      if text[index] < 0x80 {
        index += 1
        continue
      }
      let (scalar, next) = UTF8Bytes.decode(text, at: index)
      body(index..<min(next, range.upperBound), sign(for: scalar))
      index = next
    }
  }
}

import Warraq

/// Arabic punctuation and digits as their Latin ones.
enum LatinMarks {
  /// Writes part of a text, Arabic marks and digits turned; all else as it is.
  static func write(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, next) = UTF8Bytes.decode(text, at: index)
      switch scalar {
      case 0x060C: result.append(UInt8(ascii: ","))
      case 0x061B: result.append(UInt8(ascii: ";"))
      case 0x061F: result.append(UInt8(ascii: "?"))
      case 0x06D4: result.append(UInt8(ascii: "."))
      case 0x066A: result.append(UInt8(ascii: "%"))
      default:
        if let digit = ScalarClass.digitValue(scalar) {
          result.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
        } else {
          result += text[index..<min(next, range.upperBound)]
        }
      }
      index = next
    }
  }
}

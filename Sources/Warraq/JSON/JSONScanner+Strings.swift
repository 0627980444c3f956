import UTF8Text

extension JSONScanner {
  /// Reads a string as UTF-8 bytes. A lone surrogate escape becomes U+FFFD and is counted.
  public mutating func readStringBytes() throws(JSONError) -> [UInt8] {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw fault("expected a string") }
    let opening = offset
    offset += 1
    var result: [UInt8] = []
    var runStart = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        result.append(contentsOf: bytes[runStart..<offset])
        offset += 1
        return result
      }
      if byte < 0x20 { throw fault("a control character must be escaped in a string") }
      if byte == UInt8(ascii: "\\") {
        result.append(contentsOf: bytes[runStart..<offset])
        try readEscape(into: &result)
        runStart = offset
      } else {
        offset += 1
      }
    }
    offset = opening
    throw fault("a string is not closed")
  }

  private mutating func readEscape(into result: inout [UInt8]) throws(JSONError) {
    offset += 1
    guard let letter = peek else { throw fault("an escape is cut off") }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): try readUnicodeEscape(into: &result)
    default:
      offset -= 1
      throw fault("unknown escape in a string")
    }
  }

  private mutating func readUnicodeEscape(into result: inout [UInt8]) throws(JSONError) {
    let first = try readHexadecimal()
    if (0xD800..<0xDC00).contains(first), peek == UInt8(ascii: "\\"),
      offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "u")
    {
      let resume = offset
      offset += 2
      let second = try readHexadecimal()
      if (0xDC00..<0xE000).contains(second) {
        UTF8Bytes.append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &result)
        return
      }
      offset = resume
    }
    if (0xD800..<0xE000).contains(first) { replacements += 1 }
    UTF8Bytes.append(first, to: &result)
  }

  private mutating func readHexadecimal() throws(JSONError) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw fault("an escape is cut off") }
    var value: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: throw fault("expected four hexadecimal digits")
      }
    }
    offset += 4
    return value
  }
}

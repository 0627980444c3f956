/// Finding and removing tags in text that is only roughly markup.
enum MarkupScan {
  /// Offset of a pattern of ASCII in lower case, whatever the case of the text; nil when not there.
  static func find(_ pattern: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(pattern.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var index = start
    let last = bytes.count - wanted.count
    while index <= last {
      if lower(bytes[index]) == first,
        zip(wanted, bytes[index...]).allSatisfy({ $0 == lower($1) })
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  /// The text without its tags, the five entities of XML and numbers resolved; white space at its
  /// rims left out. `<p>` and `<br>` begin a line.
  static func text(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let close = tagEnd(bytes, index) {
        let name = bytes[(index + 1)..<close].prefix { $0 > 0x20 && $0 != 0x2F }.map(lower)
        if name == [0x70] || name == [0x62, 0x72] { text.append(UInt8(ascii: "\n")) }
        index = close + 1
      } else if byte == UInt8(ascii: "&"), let (scalar, end) = entity(bytes, index) {
        text += Array(String(Character(scalar)).utf8)
        index = end
      } else {
        text.append(byte)
        index += 1
      }
    }
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    guard let start = text.firstIndex(where: { !isSpace($0) }),
      let end = text.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(text[start...end])
  }

  /// Where a tag that opens at `start` ends; nil for a bare `<`.
  private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1]
    guard (0x41...0x5A).contains(lower(next) &- 0x20) || next == 0x2F || next == 0x21 else {
      return nil
    }
    return bytes[start...].prefix(4096).firstIndex(of: UInt8(ascii: ">"))
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  private static func entity(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, end: Int)? {
    let body = bytes[(start + 1)...].prefix(10)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if let scalar = names[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, code != 0, let scalar = Unicode.Scalar(code) else { return nil }
    return (scalar, end + 1)
  }
}

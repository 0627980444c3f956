import UTF8Text

/// Writes compact JSON as bytes; commas take care of themselves.
public struct JSONWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty writer.
  public init() {}

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes the object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes the array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key; its value must follow.
  public mutating func key(_ key: String) {
    separate()
    writeQuoted(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string value.
  public mutating func string(_ string: String) {
    separate()
    writeQuoted(string)
    needsComma = true
  }

  /// Writes bytes as a string value, escaped and otherwise as they are: bytes that are not UTF-8
  /// make JSON that is none.
  public mutating func string(utf8 content: [UInt8]) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    content.withUnsafeBufferPointer { Self.escape($0, into: &bytes) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes part of a text as a string value.
  public mutating func string(_ text: Text, _ span: TextSpan) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    let start = min(max(span.start, 0), text.bytes.count)
    let end = min(max(span.end, start), text.bytes.count)
    text.bytes.withUnsafeBufferPointer { buffer in
      Self.escape(UnsafeBufferPointer(rebasing: buffer[start..<end]), into: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) { lexeme(String(number)) }

  /// Writes a number with at most `decimals` digits after the point; what is not finite as null.
  public mutating func number(_ number: Double, decimals: Int = 4) {
    guard number.isFinite, abs(number) < 1e12 else {
      lexeme("null")
      return
    }
    var scale = 1.0
    for _ in 0..<min(max(decimals, 0), 6) { scale *= 10 }
    let rounded = (number * scale).rounded() / scale
    lexeme(rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)")
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { lexeme(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { lexeme("null") }

  /// Writes any value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let spelling): lexeme(spelling)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func lexeme(_ lexeme: String) {
    separate()
    bytes.append(contentsOf: lexeme.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func writeQuoted(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { Self.escape($0, into: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var runStart = 0
    while true {
      let index = firstEscaped(source, from: runStart)
      bytes.append(contentsOf: source[runStart..<index])
      guard index < source.count else { return }
      let byte = source[index]
      runStart = index + 1
      switch byte {
      case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
      case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8)
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  /// Index of the first control, quotation mark or backslash from `start` on, or the count. Looks
  /// at eight bytes a step: most of a text needs no escape.
  private static func firstEscaped(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(source)
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      // A borrow sets the high bit of a byte that is too small, and of none that was large.
      let found =
        (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes
        | (backslashes &- ones) & ~backslashes
      if found & (ones &* 0x80) != 0 { break }
      index += 8
    }
    while index < raw.count {
      let byte = raw[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index
  }
}

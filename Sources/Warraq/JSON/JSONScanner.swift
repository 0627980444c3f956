/// Reads JSON (RFC 8259) from bytes that are valid UTF-8, a token at a time.
///
/// The scanner is made for lines of JSON Lines, where one long string member is wanted as bytes
/// and the rest as values.
public struct JSONScanner {
  /// Nesting beyond this is refused, so that hostile input cannot exhaust the stack.
  public static let maximumDepth = 128

  let bytes: [UInt8]
  /// Offset of the next byte to read.
  public internal(set) var offset = 0
  /// Number of lone surrogate escapes that were read as U+FFFD.
  public internal(set) var replacements = 0
  /// Offsets of values by JSON pointer, kept when asked for.
  private var positions: [String: Int]?

  /// A scanner at the start of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// Parses one value that must fill the bytes.
  ///
  /// - Throws: `JSONError` with the byte offset of the fault.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var scanner = JSONScanner(bytes)
    let value = try scanner.readValue()
    try scanner.expectEnd()
    return value
  }

  /// Parses one value that must fill the bytes, and tells where each part of it starts: byte
  /// offsets by JSON pointer (RFC 6901); a member's pointer with `#key` behind it is its key's.
  ///
  /// - Throws: `JSONError` with the byte offset of the fault.
  public static func parseWithPositions(
    _ bytes: [UInt8]
  ) throws(JSONError) -> (value: JSONValue, positions: [String: Int]) {
    var scanner = JSONScanner(bytes)
    scanner.positions = [:]
    let value = try scanner.readValue(pointer: "")
    try scanner.expectEnd()
    return (value, scanner.positions ?? [:])
  }

  /// Fails unless only white space is left.
  public mutating func expectEnd() throws(JSONError) {
    skipSpace()
    if offset < bytes.count { throw fault("unexpected text after the value") }
  }

  /// Reads an object, giving each key to `member`, which must read the value.
  public mutating func readObject(
    _ member: (inout JSONScanner, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw fault("expected an object") }
    offset += 1
    skipSpace()
    if peek == UInt8(ascii: "}") {
      offset += 1
      return
    }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw fault("expected a key in double quotes") }
      let key = String(decoding: try readStringBytes(), as: UTF8.self)
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw fault("expected ':' after a key") }
      offset += 1
      try member(&self, key)
      skipSpace()
      if peek == UInt8(ascii: ",") {
        offset += 1
        continue
      }
      guard peek == UInt8(ascii: "}") else { throw fault("expected ',' or '}'") }
      offset += 1
      return
    }
  }

  /// The next byte that is not white space, without reading it.
  public mutating func peekToken() -> UInt8? {
    skipSpace()
    return peek
  }

  /// Reads any value.
  public mutating func readValue() throws(JSONError) -> JSONValue {
    try readValue(pointer: positions == nil ? nil : "", depth: 0)
  }

  private mutating func readValue(pointer: String?) throws(JSONError) -> JSONValue {
    try readValue(pointer: pointer, depth: 0)
  }

  private mutating func readValue(pointer: String?, depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard depth < Self.maximumDepth else { throw fault("nested too deeply") }
    if let pointer { positions?[pointer] = offset }
    switch peek {
    case UInt8(ascii: "{"): return try readObjectValue(pointer: pointer, depth: depth)
    case UInt8(ascii: "["): return try readArray(pointer: pointer, depth: depth)
    case UInt8(ascii: "\""): return .string(String(decoding: try readStringBytes(), as: UTF8.self))
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case nil: throw fault("the text ends where a value was expected")
    default: return try readNumber()
    }
  }

  private mutating func readObjectValue(
    pointer: String?, depth: Int
  ) throws(JSONError) -> JSONValue {
    var members: [JSONValue.Member] = []
    offset += 1
    skipSpace()
    if peek == UInt8(ascii: "}") {
      offset += 1
      return .object([])
    }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw fault("expected a key in double quotes") }
      let keyOffset = offset
      let key = String(decoding: try readStringBytes(), as: UTF8.self)
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw fault("expected ':' after a key") }
      offset += 1
      let inner = pointer.map { $0 + "/" + JSONPointer.escape(key) }
      if let inner { positions?[inner + "#key"] = keyOffset }
      members.append(.init(key, try readValue(pointer: inner, depth: depth + 1)))
      skipSpace()
      let separator = peek
      if separator != UInt8(ascii: ","), separator != UInt8(ascii: "}") {
        throw fault("expected ',' or '}'")
      }
      offset += 1
      if separator == UInt8(ascii: "}") { return .object(members) }
    }
  }

  private mutating func readArray(pointer: String?, depth: Int) throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    offset += 1
    skipSpace()
    if peek == UInt8(ascii: "]") {
      offset += 1
      return .array([])
    }
    while true {
      let inner = pointer.map { "\($0)/\(elements.count)" }
      elements.append(try readValue(pointer: inner, depth: depth + 1))
      skipSpace()
      let separator = peek
      if separator != UInt8(ascii: ","), separator != UInt8(ascii: "]") {
        throw fault("expected ',' or ']'")
      }
      offset += 1
      if separator == UInt8(ascii: "]") { return .array(elements) }
    }
  }

  private mutating func readWord(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let matches = word.withUTF8Buffer { bytes[offset...].starts(with: $0) }
    guard matches else { throw fault("unknown word") }
    offset += word.utf8CodeUnitCount
    return value
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    let integerStart = offset
    guard skipDigits() > 0 else {
      offset = start
      throw fault("expected a value")
    }
    if bytes[integerStart] == UInt8(ascii: "0"), offset - integerStart > 1 {
      offset = integerStart
      throw fault("a number must not start with 0")
    }
    if peek == UInt8(ascii: ".") {
      offset += 1
      guard skipDigits() > 0 else { throw fault("expected digits after '.'") }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() > 0 else { throw fault("expected digits in the exponent") }
    }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = peek, (0x30...0x39).contains(byte) { offset += 1 }
    return offset - start
  }

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  func fault(_ problem: String) -> JSONError {
    JSONError(byteOffset: offset, problem: problem)
  }
}

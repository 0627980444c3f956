/// One JSON array of objects, cut at the borders of its elements without being parsed.
struct JSONArrayReader: RecordReader {
  private let path: String
  private let limit: Int
  private var cursor: ByteCursor
  private var number = 0
  private var state = State.start

  private enum State {
    case start
    case inside
    case end
  }

  init(_ source: any ByteSource, path: String, limit: Int) {
    self.path = path
    self.limit = limit
    cursor = ByteCursor(source)
  }

  mutating func next() throws(InputError) -> CutRecord? {
    if state == .end { return nil }
    if state == .start {
      guard try skipSpace() == UInt8(ascii: "[") else {
        throw InputError(path: path, problem: "the file is no JSON array")
      }
      _ = try cursor.next()
      state = .inside
      if try skipSpace() == UInt8(ascii: "]") { return try finish() }
    }
    number += 1
    let element = try readElement()
    switch try skipSpace() {
    case UInt8(ascii: ","): _ = try cursor.next()
    case UInt8(ascii: "]"): _ = try finish()
    default:
      state = .end
      throw InputError(
        path: path, problem: "the array breaks off behind element \(number)")
    }
    return element
  }

  /// Behind the array nothing may come.
  private mutating func finish() throws(InputError) -> CutRecord? {
    _ = try cursor.next()
    state = .end
    if try skipSpace() != nil {
      return .unusable("something stands behind the array's end", number: number + 1)
    }
    return nil
  }

  private mutating func skipSpace() throws(InputError) -> UInt8? {
    while let byte = try cursor.peek() {
      // A byte order mark may stand before the array.
      let isMark = state == .start && (byte == 0xEF || byte == 0xBB || byte == 0xBF)
      guard byte == 0x20 || (0x09...0x0D).contains(byte) || isMark else { return byte }
      _ = try cursor.next()
    }
    return nil
  }

  /// The bytes up to a comma or bracket outside strings and inner brackets.
  private mutating func readElement() throws(InputError) -> CutRecord {
    var bytes: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    var isTooLong = false
    while let byte = try cursor.peek() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
          if depth == 0 {
            return isTooLong
              ? .unusable("the element is longer than \(limit) bytes", number: number)
              : .object(bytes, number: number)
          }
          if byte != UInt8(ascii: ",") { depth -= 1 }
        default: break
        }
      }
      if bytes.count < limit { bytes.append(byte) } else { isTooLong = true }
      _ = try cursor.next()
    }
    return .object(bytes, number: number)
  }
}

import Warraq

/// CSV and TSV (RFC 4180): the first row names the fields, every other row is a record. Rows become
/// JSON objects of strings, so that the recipe's `input` names fields as it does for JSON.
struct TableReader: RecordReader {
  private let path: String
  private let limit: Int
  private let separator: UInt8?
  private var cursor: ByteCursor
  private var header: [String]?
  private var chosen: UInt8 = 0x2C
  private var line = 1

  /// A reader of rows.
  ///
  /// - Parameter separator: The byte between fields; nil for the one of `,` `;` and tab that stands
  ///   most often in the header.
  init(_ source: any ByteSource, separator: UInt8?, path: String, limit: Int) {
    self.path = path
    self.limit = limit
    self.separator = separator
    cursor = ByteCursor(source)
  }

  mutating func next() throws(InputError) -> CutRecord? {
    if header == nil { try readHeader() }
    guard let header else { return nil }
    while true {
      let number = line
      guard let row = try readRow() else { return nil }
      if row.fields.count == 1, row.fields[0].isEmpty { continue }
      if row.isTooLong {
        return .unusable("the row is longer than \(limit) bytes", number: number)
      }
      if row.isOpen {
        return .unusable("a quotation mark is never closed", number: number)
      }
      guard row.fields.count == header.count else {
        return .unusable(
          "the row has \(row.fields.count) fields and the header \(header.count)", number: number)
      }
      return .object(object(header, row.fields), number: number)
    }
  }

  private mutating func readHeader() throws(InputError) {
    // The header is taken whole before its separator is known.
    let line = try readHeaderLine()
    if line.isEmpty { return }
    chosen = separator ?? Self.separator(of: line)
    var parser = TableReader(
      MemorySource(bytes: line), separator: chosen, path: path, limit: limit)
    parser.chosen = chosen
    guard let row = try parser.readRow() else { return }
    let names = row.fields.map { String(decoding: $0, as: UTF8.self) }
    guard Set(names).count == names.count, !names.contains("") else {
      throw InputError(path: path, problem: "the header has fields without a name of their own")
    }
    header = names
  }

  /// The bytes of the first row without a byte order mark.
  private mutating func readHeaderLine() throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var isQuoted = false
    while let byte = try cursor.next() {
      if byte == 0x0A { line += 1 }
      if byte == 0x0A, !isQuoted { break }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      bytes.append(byte)
      guard bytes.count <= limit else {
        throw InputError(path: path, problem: "the header is longer than \(limit) bytes")
      }
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private static func separator(of header: [UInt8]) -> UInt8 {
    let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].map { byte in
      (byte: byte, count: header.lazy.filter { $0 == byte }.count)
    }
    return counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.byte
  }

  private func object(_ header: [String], _ fields: [[UInt8]]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (name, field) in zip(header, fields) {
      writer.key(name)
      writer.string(utf8: field)
    }
    writer.endObject()
    return writer.bytes
  }

  private struct Row {
    var fields: [[UInt8]] = [[]]
    var size = 0
    var isTooLong = false
    /// True when the file ends within quotation marks.
    var isOpen = false

    mutating func append(_ byte: UInt8, limit: Int) {
      size += 1
      if size > limit { isTooLong = true } else { fields[fields.count - 1].append(byte) }
    }
  }

  /// The next row, or nil at the end.
  private mutating func readRow() throws(InputError) -> Row? {
    guard try cursor.peek() != nil else { return nil }
    var row = Row()
    var isQuoted = false
    while let byte = try cursor.next() {
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          row.append(byte, limit: limit)
        } else if try cursor.peek() == UInt8(ascii: "\"") {
          _ = try cursor.next()
          row.append(byte, limit: limit)
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), row.fields[row.fields.count - 1].isEmpty {
        isQuoted = true
      } else if byte == chosen {
        row.fields.append([])
      } else if byte == 0x0A {
        return row
      } else if byte == 0x0D, try cursor.peek() == 0x0A {
        continue
      } else {
        row.append(byte, limit: limit)
      }
    }
    row.isOpen = isQuoted
    return row
  }
}

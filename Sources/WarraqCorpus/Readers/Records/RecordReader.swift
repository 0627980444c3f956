/// Cuts one file into records.
protocol RecordReader {
  /// The next record, or nil at the end.
  ///
  /// - Throws: `InputError` when the file cannot be read further; records before it stay good.
  mutating func next() throws(InputError) -> CutRecord?
}

/// A record as a reader cut it.
enum CutRecord {
  /// One JSON object, and its number in the file, from 1.
  case object([UInt8], number: Int)
  /// A record that cannot be used, what is wrong with it, and its number.
  case unusable(String, number: Int)
}

/// A byte after the other out of a source.
struct ByteCursor {
  private var source: any ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  /// The next byte, which stays; nil at the end.
  mutating func peek() throws(InputError) -> UInt8? {
    if position < buffer.count { return buffer[position] }
    if isAtEnd { return nil }
    position = 0
    try source.read(into: &buffer)
    if buffer.isEmpty {
      isAtEnd = true
      return nil
    }
    return buffer[0]
  }

  /// The next byte, which is taken; nil at the end.
  mutating func next() throws(InputError) -> UInt8? {
    let byte = try peek()
    if byte != nil { position += 1 }
    return byte
  }
}

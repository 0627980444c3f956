/// Cuts a stream of bytes into lines.
struct LineReader {
  /// A line, or the mark that one was too long to keep.
  enum Line {
    case line([UInt8])
    case tooLong
  }

  /// The longest line in bytes; longer ones are passed over.
  let limit: Int
  private var source: any ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(_ source: any ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The next line without its line end, or nil at the end.
  mutating func next() throws(InputError) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var sawBytes = false
    while true {
      if position == buffer.count {
        if isAtEnd { break }
        position = 0
        try source.read(into: &buffer)
        if buffer.isEmpty {
          isAtEnd = true
          break
        }
      }
      sawBytes = true
      let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n"))
      let part = buffer[position..<(end ?? buffer.count)]
      if line.count + part.count > limit { isTooLong = true }
      if !isTooLong { line.append(contentsOf: part) }
      position = end.map { $0 + 1 } ?? buffer.count
      if end != nil { break }
    }
    guard sawBytes else { return nil }
    if isTooLong { return .tooLong }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return .line(line)
  }
}

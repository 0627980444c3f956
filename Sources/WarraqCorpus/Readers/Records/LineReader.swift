#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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

  /// Bytes that the next line shall begin with: the rest of one that was taken and not used up.
  mutating func putBack(_ bytes: [UInt8]) {
    buffer.replaceSubrange(..<position, with: bytes + [UInt8(ascii: "\n")])
    position = 0
  }

  /// Index of the next line end. The C library looks at a vector a step; reading lines is what one
  /// thread does for all others.
  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      guard let found = memchr(base + start, 0x0A, buffer.count - start) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether the next line is not all here, and its rest is yet to be written by whoever does so.
  var wouldWait: Bool {
    !isAtEnd && Self.lineEnd(in: buffer, from: position) == nil && !source.isReady
  }

  /// Whole lines with their line ends, as many as are at hand up to `size` bytes; nil when `next()` has to be asked: at
  /// the end, for lines that end in CR LF, and for a line that is longer or not all at hand.
  mutating func wholeLines(size: Int) throws(InputError) -> ArraySlice<UInt8>? {
    if position == buffer.count, !isAtEnd {
      position = 0
      try source.read(into: &buffer)
      isAtEnd = buffer.isEmpty
    }
    let start = position
    let limit = min(buffer.count, start + min(size, limit))
    let end = buffer.withUnsafeBytes { bytes -> Int? in
      guard limit > start, let first = bytes.baseAddress.map({ $0 + start }) else { return nil }
      let plain = memchr(first, 0x0D, limit - start).map { UnsafeRawPointer($0) - first }
      return bytes[start..<start + (plain ?? limit - start)].lastIndex(of: 0x0A)
    }
    guard let end else { return nil }
    position = end + 1
    return buffer[start..<position]
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
      let end = Self.lineEnd(in: buffer, from: position)
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

/// Turns a stream of UTF-16 with a byte order mark into UTF-8, so that it can be cut at line ends.
struct UTF16Source: ByteSource {
  private var source: any ByteSource
  private let isBigEndian: Bool
  private var left: [UInt8] = []
  private var highSurrogate: UInt16?

  /// The stream as it is, or turned around when it begins with a mark of UTF-16.
  static func wrapping(_ source: any ByteSource) throws(InputError) -> any ByteSource {
    let peeked = try PeekedSource(source)
    guard let isBigEndian = peeked.isBigEndianUTF16 else { return peeked }
    return UTF16Source(peeked, isBigEndian: isBigEndian)
  }

  private init(_ source: any ByteSource, isBigEndian: Bool) {
    self.source = source
    self.isBigEndian = isBigEndian
  }

  mutating func read(into buffer: inout [UInt8]) throws(InputError) {
    buffer.removeAll(keepingCapacity: true)
    while buffer.isEmpty {
      var chunk: [UInt8] = []
      try source.read(into: &chunk)
      if chunk.isEmpty {
        // Half a unit, or half a pair, at the end has no meaning.
        if !left.isEmpty || highSurrogate != nil { buffer += Array("\u{FFFD}".utf8) }
        left = []
        highSurrogate = nil
        return
      }
      let bytes = left + chunk
      let whole = bytes.count / 2 * 2
      left = Array(bytes[whole...])
      for index in stride(from: 0, to: whole, by: 2) {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        append(isBigEndian ? first << 8 | second : second << 8 | first, to: &buffer)
      }
    }
  }

  private mutating func append(_ unit: UInt16, to buffer: inout [UInt8]) {
    if let high = highSurrogate.take() {
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high & 0x3FF) << 10) + UInt32(unit & 0x3FF)
        if let scalar = Unicode.Scalar(value) { buffer += Array(String(Character(scalar)).utf8) }
        return
      }
      buffer += Array("\u{FFFD}".utf8)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else if unit < 0x80 {
      buffer.append(UInt8(unit))
    } else if unit != 0xFEFF {
      let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
      buffer += Array(String(Character(scalar)).utf8)
    }
  }
}

import CZlib

/// Uncompresses gzip, several members in a row included, through zlib.
struct GzipSource: ByteSource {
  private let path: String
  private var source: any ByteSource
  private let inflater: Inflater
  private var expansion: ExpansionGuard
  private var input: [UInt8] = []
  private var consumed = 0
  private var isInMember = false
  private var sawMember = false

  /// Owns zlib's state and frees it.
  private final class Inflater {
    var stream = z_stream()

    init?() {
      // 15 bits of window and 16 for a gzip header.
      let size = Int32(MemoryLayout<z_stream>.size)
      guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else { return nil }
    }

    deinit { inflateEnd(&stream) }
  }

  init(_ source: any ByteSource, path: String, ratio: Int) throws(InputError) {
    guard let inflater = Inflater() else {
      throw InputError(path: path, problem: "zlib has no memory for it")
    }
    self.source = source
    self.path = path
    self.inflater = inflater
    expansion = ExpansionGuard(ratio: ratio)
  }

  mutating func read(into buffer: inout [UInt8]) throws(InputError) {
    buffer.removeAll(keepingCapacity: true)
    while buffer.isEmpty {
      if consumed == input.count {
        try source.read(into: &input)
        consumed = 0
        if input.isEmpty {
          guard !isInMember, sawMember else {
            throw InputError(path: path, problem: "the gzip data is cut off")
          }
          return
        }
      }
      try inflate(into: &buffer)
    }
  }

  private mutating func inflate(into buffer: inout [UInt8]) throws(InputError) {
    if !isInMember {
      // Zeros behind the last member are padding, as tape and block devices leave it.
      while sawMember, consumed < input.count, input[consumed] == 0 { consumed += 1 }
      if consumed == input.count { return }
      guard !sawMember || input[consumed] == 0x1F else {
        throw InputError(path: path, problem: "bytes that are no gzip stand behind the gzip data")
      }
      inflateReset(&inflater.stream)
      isInMember = true
      sawMember = true
    }
    var status = Z_OK
    let start = consumed
    let available = input.count - consumed
    let inflater = inflater
    buffer = [UInt8](unsafeUninitializedCapacity: FileSource.chunkSize) { memory, count in
      input.withUnsafeMutableBufferPointer { bytes in
        inflater.stream.next_in = bytes.baseAddress.map { $0 + start }
        inflater.stream.avail_in = UInt32(available)
        inflater.stream.next_out = memory.baseAddress
        inflater.stream.avail_out = UInt32(memory.count)
        status = CZlib.inflate(&inflater.stream, Z_NO_FLUSH)
        count = memory.count - Int(inflater.stream.avail_out)
      }
    }
    let left = Int(inflater.stream.avail_in)
    consumed = input.count - left
    switch status {
    case Z_STREAM_END: isInMember = false
    case Z_OK, Z_BUF_ERROR: break
    default: throw InputError(path: path, problem: "the gzip data is damaged")
    }
    try expansion.count(consumed: available - left, produced: buffer.count, path: path)
  }
}

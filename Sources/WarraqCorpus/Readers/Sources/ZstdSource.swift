import CZstd

/// Uncompresses Zstandard, several frames in a row included, through libzstd.
struct ZstdSource: ByteSource {
  private let path: String
  private var source: any ByteSource
  private let context: Context
  private var expansion: ExpansionGuard
  private var input: [UInt8] = []
  private var consumed = 0
  private var isInFrame = false
  private var sawFrame = false

  /// Owns libzstd's state and frees it.
  private final class Context {
    let stream: OpaquePointer

    init?() {
      guard let stream = ZSTD_createDStream() else { return nil }
      self.stream = stream
    }

    deinit { ZSTD_freeDStream(stream) }
  }

  init(_ source: any ByteSource, path: String, ratio: Int) throws(InputError) {
    guard let context = Context() else {
      throw InputError(path: path, problem: "libzstd has no memory for it")
    }
    self.source = source
    self.path = path
    self.context = context
    expansion = ExpansionGuard(ratio: ratio)
  }

  mutating func read(into buffer: inout [UInt8]) throws(InputError) {
    buffer.removeAll(keepingCapacity: true)
    while buffer.isEmpty {
      if consumed == input.count {
        try source.read(into: &input)
        consumed = 0
        if input.isEmpty {
          guard !isInFrame, sawFrame else {
            throw InputError(path: path, problem: "the zstd data is cut off")
          }
          return
        }
      }
      try decompress(into: &buffer)
    }
  }

  private mutating func decompress(into buffer: inout [UInt8]) throws(InputError) {
    var status = 0
    var taken = 0
    buffer = [UInt8](unsafeUninitializedCapacity: FileSource.chunkSize) { memory, count in
      input.withUnsafeBytes { bytes in
        var source = ZSTD_inBuffer(
          src: bytes.baseAddress.map { $0 + consumed }, size: bytes.count - consumed, pos: 0)
        var target = ZSTD_outBuffer(dst: memory.baseAddress, size: memory.count, pos: 0)
        status = ZSTD_decompressStream(context.stream, &target, &source)
        count = target.pos
        taken = source.pos
      }
    }
    guard ZSTD_isError(status) == 0 else {
      let reason = String(cString: ZSTD_getErrorName(status))
      throw InputError(path: path, problem: "the zstd data is damaged: \(reason)")
    }
    consumed += taken
    sawFrame = true
    isInFrame = status != 0
    try expansion.count(consumed: taken, produced: buffer.count, path: path)
  }
}

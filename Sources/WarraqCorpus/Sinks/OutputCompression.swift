import CZlib
import CZstd

/// How an output file is packed.
public enum OutputCompression: Sendable, Hashable {
  case none
  case gzip
  case zstd

  /// What a file's name tells, and the name below its ending.
  public static func of(_ path: String) -> (compression: OutputCompression, rest: String) {
    if path.hasSuffix(".gz") { return (.gzip, String(path.dropLast(3))) }
    if path.hasSuffix(".zst") { return (.zstd, String(path.dropLast(4))) }
    return (.none, path)
  }

  /// One gzip member or zstd frame that holds the bytes.
  func pack(_ bytes: [UInt8], path: String) throws(OutputError) -> [UInt8] {
    let packed: [UInt8]? =
      switch self {
      case .none: bytes
      case .gzip: Self.gzip(bytes)
      case .zstd: Self.zstd(bytes)
      }
    guard let packed else {
      throw OutputError(path: path, problem: "there is no memory to compress it")
    }
    return packed
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window and 16 for a gzip header, which holds neither name nor time.
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var status = Z_OK
    var bytes = bytes
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    // A frame is what stands between two checkpoints, far below the 4 GiB that zlib counts to.
    guard let available = UInt32(exactly: bytes.count), let space = UInt32(exactly: room) else {
      return nil
    }
    let packed = [UInt8](unsafeUninitializedCapacity: room) { memory, count in
      bytes.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = available
        stream.next_out = memory.baseAddress
        stream.avail_out = space
        status = deflate(&stream, Z_FINISH)
        count = room - Int(stream.avail_out)
      }
    }
    return status == Z_STREAM_END ? packed : nil
  }

  private static func zstd(_ bytes: [UInt8]) -> [UInt8]? {
    var status = 0
    let packed = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) {
      memory, count in
      status = bytes.withUnsafeBytes {
        ZSTD_compress(memory.baseAddress, memory.count, $0.baseAddress, $0.count, 3)
      }
      count = ZSTD_isError(status) == 0 ? status : 0
    }
    return ZSTD_isError(status) == 0 ? packed : nil
  }
}

/// Puts the right unpacker before a source.
enum SourceOpener {
  /// The bytes of standard input, which has no name: unpacked when its first bytes are those of gzip or
  /// Zstandard.
  static func unpackStandardInput(
    _ source: any ByteSource, ratio: Int
  ) throws(InputError) -> any ByteSource {
    let peeked = try PeekedSource(source)
    switch peeked.compression {
    case .none: return peeked
    case .gzip: return try GzipSource(peeked, path: "-", ratio: ratio)
    case .zstd: return try ZstdSource(peeked, path: "-", ratio: ratio)
    }
  }

  /// The bytes of a file behind the compression that its name tells.
  static func unpack(
    _ source: any ByteSource, _ file: InputFile, ratio: Int
  ) throws(InputError) -> any ByteSource {
    switch file.compression {
    case .none: source
    case .gzip: try GzipSource(source, path: file.path, ratio: ratio)
    case .zstd: try ZstdSource(source, path: file.path, ratio: ratio)
    }
  }
}

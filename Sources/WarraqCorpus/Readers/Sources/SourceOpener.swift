/// Puts the right unpacker before a source.
enum SourceOpener {
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

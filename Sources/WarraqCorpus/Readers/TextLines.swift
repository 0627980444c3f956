import Warraq

/// The lines of a text file, plain, gzip or zstd, for filters that answer line by line.
public struct TextLines {
  private var reader: LineReader
  private let path: String

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameter limit: The longest line in bytes.
  /// - Throws: `InputError` when it cannot be opened.
  public init(path: String, limit: Int = CorpusReader.defaultLimit) throws(InputError) {
    self.path = path
    let file = InputFile(path: path, name: path)
    let source = try SourceOpener.unpack(try FileSource(path: path), file, ratio: .max)
    reader = LineReader(source, limit: limit)
  }

  /// Whether the next line has to be waited for: the input is a pipe or a terminal, and more is yet to be written.
  public var wouldWait: Bool { reader.wouldWait }

  /// The next lines up to about `size` bytes, each with a line feed behind it, ill-formed parts replaced
  /// by U+FFFD; nil at the end. Waits for the first one alone.
  ///
  /// - Throws: As `next()`.
  public mutating func nextLines(size: Int = 1 << 18) throws(InputError) -> Text? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 4096)
    while bytes.count < size, bytes.isEmpty || !reader.wouldWait {
      if let lines = try reader.wholeLines(size: size - bytes.count) {
        bytes += lines
        continue
      }
      guard let read = try reader.next() else { break }
      guard case .line(let line) = read else {
        throw InputError(path: path, problem: "a line is longer than \(reader.limit) bytes")
      }
      bytes += line
      bytes.append(0x0A)
    }
    var replacements = 0
    return bytes.isEmpty ? nil : Text(repairing: bytes, replacements: &replacements)
  }

  /// The next line without its line end, ill-formed parts replaced by U+FFFD; nil at the end.
  ///
  /// - Throws: `InputError` when the file cannot be read on, or a line is too long to keep.
  public mutating func next() throws(InputError) -> String? {
    switch try reader.next() {
    case nil: return nil
    case .tooLong:
      throw InputError(path: path, problem: "a line is longer than \(reader.limit) bytes")
    case .line(let bytes): return String(decoding: bytes, as: UTF8.self)
    }
  }
}

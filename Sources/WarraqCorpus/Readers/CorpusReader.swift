import Warraq

/// Reads the records of files and folders, one after the other, in a fixed order.
public struct CorpusReader {
  /// Largest record in bytes; a larger one is reported and passed over.
  public static let defaultLimit = 256 << 20

  /// How far the files have been read.
  public let progress: ReadProgress
  private let format: InputFormat
  private let limit: Int
  private let shard: Shard?
  private var files: [InputFile]
  private var nextFile = 0
  private var current: (reader: any RecordReader, name: String)?
  private var recordNumber = 0

  /// A reader of files, folders and `-` (standard input). Folders are searched for texts and JSON
  /// Lines, in the order of their paths; tables and JSON arrays have to be named.
  ///
  /// - Parameters:
  ///   - inputs: What to read.
  ///   - format: How to cut it.
  ///   - limit: Largest record in bytes.
  ///   - shard: The share to take; nil for all. A record that cannot be read counts as one.
  /// - Throws: `InputError` for an input that does not exist or a folder without such files.
  public init(
    inputs: [String], format: InputFormat = .auto, limit: Int = CorpusReader.defaultLimit,
    shard: Shard? = nil
  ) throws(InputError) {
    self.format = format
    self.limit = limit
    self.shard = shard
    files = try InputFile.expand(inputs)
    progress = ReadProgress(total: InputFile.totalSize(of: files))
  }

  /// The next record or failure of the share; nil at the end.
  public mutating func next() -> CorpusItem? {
    while let item = nextOfAll() {
      defer { recordNumber += 1 }
      if shard?.takes(recordNumber) ?? true { return item }
    }
    return nil
  }

  private mutating func nextOfAll() -> CorpusItem? {
    while true {
      guard var (reader, name) = current else {
        guard nextFile < files.count else { return nil }
        let file = files[nextFile]
        nextFile += 1
        if let item = open(file) { return item }
        continue
      }
      do throws(InputError) {
        let record = try reader.next()
        current = record == nil ? nil : (reader, name)
        switch record {
        case .object(let bytes, let number):
          return .record(Record(place: "\(name):\(number)", format: .json, bytes: bytes))
        case .unusable(let problem, let number):
          return .failure(DocumentError(documentID: "\(name):\(number)", problem: problem))
        case nil: continue
        }
      } catch {
        current = nil
        return .failure(DocumentError(documentID: error.path, problem: error.problem))
      }
    }
  }

  private mutating func open(_ file: InputFile) -> CorpusItem? {
    do throws(InputError) {
      let source = try FileSource(path: file.path, progress: progress)
      var bytes: any ByteSource = source
      if file.isGzip { bytes = try GzipSource(source, path: file.path) }
      var format = format == .auto ? file.format : format
      if self.format == .auto, file.path == "-" {
        let peeking = try PeekedSource(bytes)
        if peeking.firstByte == UInt8(ascii: "{") { format = .jsonl }
        bytes = peeking
      }
      switch format {
      case .auto, .text: return try readWhole(bytes, file)
      case .jsonl: current = (JSONLinesReader(bytes, limit: limit), file.name)
      case .json:
        current = (JSONArrayReader(bytes, path: file.path, limit: limit), file.name)
      case .csv, .tsv:
        let separator = format == .tsv ? UInt8(ascii: "\t") : nil
        let reader = TableReader(bytes, separator: separator, path: file.path, limit: limit)
        current = (reader, file.name)
      }
      return nil
    } catch {
      return .failure(DocumentError(documentID: error.path, problem: error.problem))
    }
  }

  private func readWhole(
    _ source: any ByteSource, _ file: InputFile
  ) throws(InputError) -> CorpusItem {
    var source = source
    var whole: [UInt8] = []
    var chunk: [UInt8] = []
    repeat {
      try source.read(into: &chunk)
      whole += chunk
      if whole.count > limit {
        throw InputError(path: file.path, problem: "the file is longer than \(limit) bytes")
      }
    } while !chunk.isEmpty
    return .record(Record(place: file.name, format: .text, bytes: whole))
  }
}

/// A stream whose first byte that is not white space is known.
private struct PeekedSource: ByteSource {
  let firstByte: UInt8?
  private var head: [UInt8]
  private var source: any ByteSource

  init(_ source: any ByteSource) throws(InputError) {
    var source = source
    var head: [UInt8] = []
    try source.read(into: &head)
    firstByte = head.first { $0 > 0x20 && $0 < 0x80 || $0 >= 0xC0 && $0 != 0xEF }
    self.head = head
    self.source = source
  }

  mutating func read(into buffer: inout [UInt8]) throws(InputError) {
    if head.isEmpty {
      try source.read(into: &buffer)
    } else {
      buffer = head
      head = []
    }
  }
}

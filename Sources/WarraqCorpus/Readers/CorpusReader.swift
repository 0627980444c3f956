import Warraq

/// Reads the records of files and folders, one after the other, in a fixed order.
public struct CorpusReader {
  /// Largest record in bytes; a larger one is reported and passed over.
  public static let defaultLimit = 256 << 20

  private enum Current {
    case none
    case lines(LineReader, path: String, number: Int)
  }

  private let format: InputFormat
  private let limit: Int
  private var files: [InputFile]
  private var nextFile = 0
  private var current = Current.none

  /// A reader of files, folders and `-` (standard input). Folders are searched for `.txt`,
  /// `.jsonl` and `.jsonl.gz`, in the order of their paths.
  ///
  /// - Throws: `InputError` for an input that does not exist or a folder without such files.
  public init(
    inputs: [String], format: InputFormat = .auto, limit: Int = CorpusReader.defaultLimit
  ) throws(InputError) {
    self.format = format
    self.limit = limit
    files = try InputFile.expand(inputs)
  }

  /// The next record or failure; nil at the end.
  public mutating func next() -> CorpusItem? {
    while true {
      switch current {
      case .none:
        guard nextFile < files.count else { return nil }
        let file = files[nextFile]
        nextFile += 1
        if let item = open(file) { return item }
      case .lines(var reader, let path, let number):
        do {
          let line = try reader.next()
          current = line == nil ? .none : .lines(reader, path: path, number: number + 1)
          if let line, let item = item(line, place: "\(path):\(number + 1)") { return item }
        } catch {
          current = .none
          return .failure(DocumentError(documentID: error.path, problem: error.problem))
        }
      }
    }
  }

  private func item(_ line: LineReader.Line, place: String) -> CorpusItem? {
    switch line {
    case .tooLong:
      return .failure(
        DocumentError(documentID: place, problem: "the line is longer than \(limit) bytes"))
    case .line(let bytes):
      let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      return isBlank ? nil : .record(Record(place: place, format: .json, bytes: bytes))
    }
  }

  private mutating func open(_ file: InputFile) -> CorpusItem? {
    do throws(InputError) {
      let source = try FileSource(path: file.path)
      var bytes: any ByteSource = source
      if file.isGzip { bytes = try GzipSource(source, path: file.path) }
      var isLines = format == .jsonl || format == .auto && file.isJSONLines
      if format == .auto, file.path == "-" {
        let peeking = try PeekedSource(bytes)
        isLines = peeking.firstByte == UInt8(ascii: "{")
        bytes = peeking
      }
      if isLines {
        current = .lines(LineReader(bytes, limit: limit), path: file.name, number: 0)
        return nil
      }
      return try readWhole(bytes, file)
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

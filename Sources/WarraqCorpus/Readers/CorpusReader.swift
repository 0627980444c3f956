import Warraq

/// Reads the records of files, folders and archives, one after the other, in a fixed order.
public struct CorpusReader {
  /// Largest record in bytes when nothing else is said.
  public static let defaultLimit = ReadOptions().recordLimit

  /// How far the files have been read.
  public let progress: ReadProgress
  /// The files that are read, as they were named or found, with their size in bytes where they are
  /// regular files.
  public let files: [(path: String, size: Int?)]
  private let options: ReadOptions
  private let found: [FileFinder.Found]
  private var nextFound = 0
  private var archive: ArchiveReader?
  private var current: (reader: any RecordReader, name: String)?
  /// Records of the whole corpus so far, those of other shares included.
  private var recordNumber = 0

  /// A reader of files, folders, archives and `-` (standard input).
  ///
  /// - Throws: `InputError` for an input that does not exist or a folder without a file to read.
  public init(inputs: [String], options: ReadOptions = ReadOptions()) throws(InputError) {
    self.options = options
    found = try FileFinder(filter: options.filter).find(inputs)
    files = found.compactMap { found in
      guard case .file(let file) = found else { return nil }
      return (file.path, FileFinder.size(of: file.path))
    }
    let sizes = files.compactMap(\.size)
    progress = ReadProgress(total: sizes.count == files.count ? sizes.reduce(0, +) : nil)
  }

  /// The next record or failure of the share; nil at the end.
  public mutating func next() -> CorpusItem? {
    while let item = nextOfAll() {
      defer { recordNumber += 1 }
      if options.shard?.takes(recordNumber) ?? true { return item }
    }
    return nil
  }

  private mutating func nextOfAll() -> CorpusItem? {
    while true {
      if current != nil {
        if let item = nextRecord() { return item }
      } else if let archive {
        if let item = nextEntry(archive) { return item }
      } else {
        guard nextFound < found.count else { return nil }
        nextFound += 1
        switch found[nextFound - 1] {
        case .failure(let failure):
          return .failure(DocumentError(documentID: failure.place, problem: failure.problem))
        case .file(let file):
          if let item = open(file) { return item }
        }
      }
    }
  }

  /// The next record of the open file; nil, and no file open, at its end.
  private mutating func nextRecord() -> CorpusItem? {
    guard case (var reader, let name)? = current else { return nil }
    do throws(InputError) {
      let record = try reader.next()
      current = record == nil ? nil : (reader, name)
      switch record {
      case .object(let bytes, let number):
        return .record(Record(place: "\(name):\(number)", format: .json, bytes: bytes))
      case .unusable(let problem, let number):
        return .failure(DocumentError(documentID: "\(name):\(number)", problem: problem))
      case nil: return nil
      }
    } catch {
      current = nil
      return .failure(DocumentError(documentID: error.path, problem: error.problem))
    }
  }

  /// Opens the next file of the open archive; nil when there is nothing to tell of it.
  private mutating func nextEntry(_ archive: ArchiveReader) -> CorpusItem? {
    do throws(InputError) {
      switch try archive.next() {
      case nil:
        self.archive = nil
        return nil
      case .refused(let name, let problem):
        let place = "\(archive.path)/\(name)"
        return .failure(DocumentError(documentID: place, problem: problem))
      case .file(let name):
        let file = InputFile(path: "\(archive.path)/\(name)", name: "\(archive.path)/\(name)")
        let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
        guard !isHidden, !file.isArchive,
          options.filter.takes(name, byDefault: file.isSoughtInFolders)
        else { return nil }
        return try cut(ArchiveEntrySource(archive: archive), file)
      }
    } catch {
      // A damaged entry leaves no way to those behind it.
      if error.path == archive.path || current == nil { self.archive = nil }
      return .failure(DocumentError(documentID: error.path, problem: error.problem))
    }
  }

  private mutating func open(_ file: InputFile) -> CorpusItem? {
    do throws(InputError) {
      if options.format == .auto, file.isArchive {
        archive = try ArchiveReader(
          path: file.path, ratio: options.ratioLimit, progress: progress)
        return nil
      }
      return try cut(try FileSource(path: file.path, progress: progress), file)
    } catch {
      return .failure(DocumentError(documentID: error.path, problem: error.problem))
    }
  }

  /// Begins to cut a file into records; the document itself when the file is one.
  private mutating func cut(
    _ source: any ByteSource, _ file: InputFile
  ) throws(InputError) -> CorpusItem? {
    var bytes =
      file.path == "-"
      ? try SourceOpener.unpackStandardInput(source, ratio: options.ratioLimit)
      : try SourceOpener.unpack(source, file, ratio: options.ratioLimit)
    var format = options.format == .auto ? file.format : options.format
    if options.format == .auto, file.path == "-" {
      let peeked = try PeekedSource(bytes)
      format = peeked.format ?? format
      bytes = peeked
    }
    let limit = options.recordLimit
    // Lines, rows and elements are cut by bytes of ASCII, which UTF-16 does not have.
    if ![.auto, .text, .html].contains(format) { bytes = try UTF16Source.wrapping(bytes) }
    switch format {
    case .auto, .text: return try readWhole(bytes, file, as: .text)
    case .html: return try readWhole(bytes, file, as: .html)
    case .jsonl: current = (JSONLinesReader(bytes, limit: limit), file.name)
    case .json: current = (JSONArrayReader(bytes, path: file.path, limit: limit), file.name)
    case .csv, .tsv:
      let separator = format == .tsv ? UInt8(ascii: "\t") : nil
      let reader = TableReader(bytes, separator: separator, path: file.path, limit: limit)
      current = (reader, file.name)
    case .trec: current = (TrecReader(bytes, limit: limit), file.name)
    }
    return nil
  }

  private func readWhole(
    _ source: any ByteSource, _ file: InputFile, as format: Record.Format
  ) throws(InputError) -> CorpusItem {
    var source = source
    var whole: [UInt8] = []
    var chunk: [UInt8] = []
    repeat {
      try source.read(into: &chunk)
      whole += chunk
      if whole.count > options.recordLimit {
        let problem = "the file is longer than \(options.recordLimit) bytes"
        if archive == nil { throw InputError(path: file.path, problem: problem) }
        return .failure(DocumentError(documentID: file.path, problem: problem))
      }
    } while !chunk.isEmpty
    return .record(Record(place: file.name, format: format, bytes: whole))
  }
}

import Warraq
import WarraqCorpus

/// Answers each line of a file or of standard input with one line, in order.
enum LineFilter {
  /// Reads many lines at a time and writes what `answer` makes of them, line ends included.
  static func runInBlocks(
    _ file: String, limit: Int = CorpusReader.defaultLimit, answer: (Text) -> [UInt8]
  ) throws {
    do {
      var lines = try TextLines(path: file, limit: limit)
      var sink = try OutputFile(path: nil)
      while let block = try lines.nextLines() { try sink.write(answer(block)) }
      try sink.finish()
    } catch let error as OutputError {
      if !error.isClosedPipe { throw CommandFailure("warraq: \(error)", status: .failedDocuments) }
    } catch let error as InputError {
      throw CommandFailure("warraq: \(error)")
    }
  }

  /// Reads lines, repairs what is not UTF-8, and writes what `answer` makes of each.
  static func run(
    _ file: String, limit: Int = CorpusReader.defaultLimit, answer: (String) throws -> String
  ) throws {
    do {
      var lines = try TextLines(path: file, limit: limit)
      var sink = try OutputFile(path: nil)
      var bytes: [UInt8] = []
      while let line = try lines.next() {
        bytes.removeAll(keepingCapacity: true)
        bytes += try answer(line).utf8
        bytes.append(UInt8(ascii: "\n"))
        try sink.write(bytes)
      }
      try sink.finish()
    } catch let error as OutputError {
      if !error.isClosedPipe { throw CommandFailure("warraq: \(error)", status: .failedDocuments) }
    } catch let error as InputError {
      throw CommandFailure("warraq: \(error)")
    }
  }
}

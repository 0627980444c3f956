import Synchronization
import Warraq
import WarraqCorpus

/// What a filter makes of lines. Each job has one of its own, so it may remember what it met, as long as its answers do not
/// depend on it.
protocol LineAnswerer: Sendable {
  /// Appends the answer to each of some lines, in order; lines and answers have a line feed behind each.
  mutating func append(_ lines: Text, to bytes: inout [UInt8]) throws
}

/// Answers each line by itself.
struct LineByLine: LineAnswerer {
  let answer: @Sendable (String) throws -> String

  mutating func append(_ lines: Text, to bytes: inout [UInt8]) throws {
    try lines.forEachLine { line in
      bytes += try answer(line.string).utf8
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

extension Text {
  /// Calls `body` with each line, without its line feed; the last one has one.
  func forEachLine(_ body: (Text) throws -> Void) rethrows {
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try body(Text(wellFormed: Array(bytes[start..<end])))
      start = end + 1
    }
  }
}

/// Answers each line of a file or of standard input with one line, in order. Nothing that was read waits for an answer while
/// more input is waited for, so that a program may write a line and read the answer before it writes the next.
enum LineFilter {
  /// Bytes of lines that a job answers at a time: many to a file, so that all jobs end together.
  private static let blockSize = 1 << 16

  /// Reads lines, repairs what is not UTF-8, and writes the answers.
  ///
  /// - Parameters:
  ///   - limit: The longest line in bytes.
  ///   - jobs: Blocks of lines answered at the same time; nil for as many as there are processors.
  ///   - make: Makes what answers them, once a job at most.
  /// - Returns: What answered them.
  @discardableResult
  static func run<Answerer: LineAnswerer>(
    _ file: String, limit: Int = CorpusReader.defaultLimit, jobs: JobsOption,
    make: @escaping @Sendable () -> Answerer
  ) async throws -> [Answerer] {
    let pool = Pool(make: make)
    do {
      var lines = try TextLines(path: file, limit: limit)
      var sink = try OutputFile(path: nil)
      if jobs.count == 1 {
        while let block = try lines.nextLines(size: blockSize) {
          try sink.write(try pool.answer(block))
          if lines.wouldWait { try sink.flush() }
        }
      } else {
        try await answer(&lines, to: &sink, jobs: jobs.count, pool)
      }
      try sink.finish()
    } catch let error as OutputError {
      if !error.isClosedPipe { throw CommandFailure("warraq: \(error)", status: .failedDocuments) }
    } catch let error as InputError {
      throw CommandFailure("warraq: \(error)")
    }
    return pool.idle.withLock { $0 }
  }

  /// The same for a filter that needs no memory of its own.
  static func run(
    _ file: String, limit: Int = CorpusReader.defaultLimit, jobs: JobsOption,
    answer: @escaping @Sendable (String) throws -> String
  ) async throws {
    try await run(file, limit: limit, jobs: jobs) { LineByLine(answer: answer) }
  }

  /// Several blocks at the same time, their answers in the order of the lines.
  private static func answer<Answerer>(
    _ lines: inout TextLines, to sink: inout OutputFile, jobs: Int, _ pool: Pool<Answerer>
  ) async throws {
    try await withThrowingTaskGroup(of: (number: Int, bytes: [UInt8]).self) { group in
      // Answers that wait for those of lines before theirs.
      var waiting: [Int: [UInt8]] = [:]
      var (read, answered, written) = (0, 0, 0)
      var isAtEnd = false
      while true {
        // No more is read than a few blocks beyond what is written, so that one slow block does not fill the memory.
        if !isAtEnd, read - answered < jobs, read - written < 4 * jobs,
          read == written || !lines.wouldWait
        {
          guard let block = try lines.nextLines(size: blockSize) else {
            isAtEnd = true
            continue
          }
          let number = read
          group.addTask { (number, try pool.answer(block)) }
          read += 1
          continue
        }
        guard let (number, bytes) = try await group.next() else { break }
        answered += 1
        waiting[number] = bytes
        while let bytes = waiting.removeValue(forKey: written) {
          try sink.write(bytes)
          written += 1
        }
        if !isAtEnd, read == written, lines.wouldWait { try sink.flush() }
      }
    }
  }

  /// Answerers that wait for work.
  private final class Pool<Answerer: LineAnswerer>: Sendable {
    let idle = Mutex<[Answerer]>([])
    private let make: @Sendable () -> Answerer

    init(make: @escaping @Sendable () -> Answerer) { self.make = make }

    /// The answers to a block. What answers is taken out meanwhile: were it held in two places, it would be copied at its first
    /// change.
    func answer(_ block: Text) throws -> [UInt8] {
      var answerer = idle.withLock { $0.popLast() } ?? make()
      var bytes: [UInt8] = []
      bytes.reserveCapacity(block.count * 2)
      try answerer.append(block, to: &bytes)
      idle.withLock { $0.append(answerer) }
      return bytes
    }
  }
}

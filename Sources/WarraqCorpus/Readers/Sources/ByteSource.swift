/// A stream of bytes.
protocol ByteSource {
  /// Puts the next bytes into `buffer`, replacing what is there; empty at the end.
  mutating func read(into buffer: inout [UInt8]) throws(InputError)

  /// Whether `read` would answer at once: false for a pipe or a terminal into which nothing more is written yet.
  var isReady: Bool { get }
}

extension ByteSource {
  var isReady: Bool { true }
}

/// Bytes that are there already.
struct MemorySource: ByteSource {
  var bytes: [UInt8]

  mutating func read(into buffer: inout [UInt8]) {
    buffer = bytes
    bytes = []
  }
}

/// An input file that could not be read to its end.
public struct InputError: Error, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What is wrong.
  public let problem: String

  /// Names the file and the problem.
  public init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }

  /// The file and the problem, in one line.
  public var description: String { "\(path): \(problem)" }
}

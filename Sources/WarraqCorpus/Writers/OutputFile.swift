import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where results go: standard output, or a file that appears under its name only when it is whole.
public struct OutputFile: ~Copyable {
  private let path: String?
  private let partialPath: String
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 18

  /// Opens a file for writing, or standard output for nil.
  ///
  /// - Throws: `OutputError` when the file cannot be made.
  public init(path: String?) throws(OutputError) {
    self.path = path
    guard let path else {
      partialPath = ""
      descriptor = .standardOutput
      return
    }
    partialPath = path + ".partial"
    do {
      descriptor = try FileDescriptor.open(
        FilePath(partialPath), .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw OutputError(path: path, problem: "cannot be written: \(error)", isClosedPipe: false)
    }
  }

  /// Writes bytes, gathered into large pieces.
  ///
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  public mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is gathered.
  ///
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  public mutating func flush() throws(OutputError) {
    do {
      try descriptor.writeAll(buffer)
    } catch {
      let isClosedPipe = (error as? Errno) == .brokenPipe
      throw OutputError(
        path: path ?? "standard output", problem: "cannot be written: \(error)",
        isClosedPipe: isClosedPipe)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives the file its name.
  ///
  /// - Throws: `OutputError` when the disk is full, the pipe closed, or the name is taken by a
  ///   folder.
  public consuming func finish() throws(OutputError) {
    try flush()
    guard let path else { return }
    do {
      try descriptor.close()
    } catch {
      throw OutputError(path: path, problem: "cannot be closed: \(error)", isClosedPipe: false)
    }
    if rename(partialPath, path) != 0 {
      throw OutputError(
        path: path, problem: "cannot be renamed: \(Errno(rawValue: errno))", isClosedPipe: false)
    }
  }
}

/// A place that results cannot be written to.
public struct OutputError: Error, Hashable, CustomStringConvertible {
  /// The file, or `standard output`.
  public let path: String
  /// What is wrong.
  public let problem: String
  /// True when the reader of a pipe has gone, which is no fault.
  public let isClosedPipe: Bool

  /// The file and the problem, in one line.
  public var description: String { "\(path): \(problem)" }
}

import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where results go: standard output, a file that appears under its name only when it is whole, or a stream that has its
/// name already, such as a named pipe.
public struct OutputFile: ~Copyable {
  private let path: String?
  private let partialPath: String
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 18
  /// Bytes given to the system so far, those of an earlier run included.
  public private(set) var position: Int

  /// The name of a file that is not whole yet; behind a symbolic link, beside the file that the link names.
  public static func partialPath(of path: String) -> String { target(of: path) + ".partial" }

  /// The file that a symbolic link names, which is to be written in its place, while the link stays; the path itself where
  /// it is none, or names no file yet.
  private static func target(of path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
      let resolved = realpath(path, nil)
    else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path names a pipe, a device or an open descriptor, to which bytes go as they come: nothing else can take
  /// its name, and nothing that was written can be gone on with.
  public static func isStream(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
    let type = type(of: path)
    return type != nil && type != S_IFREG && type != S_IFDIR
  }

  /// What kind of file a path names, by the bits of `stat`; nil where there is none.
  private static func type(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Opens a file for writing, or standard output for nil.
  ///
  /// - Parameters:
  ///   - path: The name that the file gets when it is whole.
  ///   - start: Bytes of an earlier run to keep; nil to begin anew.
  ///   - isWhole: True for a file that has its name from the beginning, such as a log.
  /// - Throws: `OutputError` when the file cannot be made, its name is a folder's, or it is shorter than `start`.
  public init(path: String?, from start: Int? = nil, isWhole: Bool = false) throws(OutputError) {
    self.path = path
    position = start ?? 0
    guard let path else {
      partialPath = ""
      descriptor = .standardOutput
      return
    }
    partialPath = isWhole || Self.isStream(path) ? path : Self.partialPath(of: path)
    descriptor = try Self.open(partialPath, for: path, from: start)
  }

  private static func open(
    _ partialPath: String, for path: String, from start: Int?
  ) throws(OutputError) -> FileDescriptor {
    if type(of: path) == S_IFDIR {
      throw OutputError(path: path, problem: "is a folder: name a file in it")
    }
    // An open descriptor may be that of a file, in which something stands already.
    let options: FileDescriptor.OpenOptions =
      isStream(path) ? .append : start == nil ? [.create, .truncate] : []
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(
        FilePath(partialPath), .writeOnly, options: options,
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw OutputError(path: path, problem: "cannot be written: \(error)", isClosedPipe: false)
    }
    guard let start else { return descriptor }
    let length = (try? descriptor.seek(offset: 0, from: .end)).map { Int($0) } ?? -1
    guard length >= start, ftruncate(descriptor.rawValue, start) == 0,
      (try? descriptor.seek(offset: Int64(start), from: .start)) != nil
    else {
      try? descriptor.close()
      throw OutputError(
        path: partialPath, problem: "is shorter than the journal says", isClosedPipe: false)
    }
    return descriptor
  }

  /// Writes bytes, gathered into large pieces.
  ///
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  public mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    if bytes.count >= Self.bufferSize {
      // Large already: gathering would be a copy for nothing.
      try flush()
      return try give(bytes)
    }
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Gives the system what is gathered.
  ///
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  public mutating func flush() throws(OutputError) {
    try give(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func give(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try descriptor.writeAll(bytes)
    } catch {
      let isClosedPipe = (error as? Errno) == .brokenPipe
      throw OutputError(
        path: path ?? "standard output", problem: "cannot be written: \(error)",
        isClosedPipe: isClosedPipe)
    }
    position += bytes.count
  }

  /// Writes what is left and brings it to the disk; the file does not get its name yet.
  ///
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  public consuming func close() throws(OutputError) {
    try flush()
    guard let path else { return }
    fsync(descriptor.rawValue)
    do {
      try descriptor.close()
    } catch {
      throw OutputError(path: path, problem: "cannot be closed: \(error)", isClosedPipe: false)
    }
  }

  /// Gives a closed file its name; a stream has it.
  ///
  /// - Throws: `OutputError` when the name is taken by a folder, or there is no such file.
  public static func publish(_ path: String) throws(OutputError) {
    if !isStream(path), rename(partialPath(of: path), target(of: path)) != 0 {
      throw OutputError(
        path: path, problem: "cannot be renamed: \(Errno(rawValue: errno))", isClosedPipe: false)
    }
  }

  /// Writes what is left and gives the file its name.
  ///
  /// - Throws: `OutputError` when the disk is full, the pipe closed, or the name is taken by a
  ///   folder.
  public consuming func finish() throws(OutputError) {
    let path = path
    try close()
    if let path { try Self.publish(path) }
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

  /// Names the file and the problem.
  public init(path: String, problem: String, isClosedPipe: Bool = false) {
    self.path = path
    self.problem = problem
    self.isClosedPipe = isClosedPipe
  }

  /// The file and the problem, in one line.
  public var description: String { "\(path): \(problem)" }
}

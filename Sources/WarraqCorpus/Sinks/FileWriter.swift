#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes to a file or to standard output, compressed or not.
public final class FileWriter: SinkWriter {
  public let path: String?
  private let compression: OutputCompression
  private let isWhole: Bool
  private var file: OutputFile?
  /// What the open frame will hold. Each stretch between checkpoints is a frame of its own, so that
  /// a run can go on behind the last one.
  private var frame: [UInt8] = []

  /// A writer.
  ///
  /// - Parameters:
  ///   - path: The file; nil for standard output.
  ///   - compression: How the bytes are packed.
  ///   - isWhole: True for a file that has its name from the beginning, such as a log.
  public init(path: String?, compression: OutputCompression = .none, isWhole: Bool = false) {
    self.path = path
    self.compression = compression
    self.isWhole = isWhole
  }

  public var showsCheckpoints: Bool { compression != .none }

  public func open(at position: Int?, prologue: [UInt8]) throws(OutputError) {
    file = try OutputFile(path: path, from: position, isWhole: isWhole)
    if position == nil { try write(prologue) }
  }

  public func write(_ part: [UInt8]) throws(OutputError) {
    if compression == .none {
      try file?.write(part)
    } else {
      frame += part
    }
  }

  public func checkpoint() throws(OutputError) -> Int {
    try closeFrame()
    try file?.flush()
    return file?.position ?? 0
  }

  public func close() throws(OutputError) {
    try closeFrame()
    guard let file = file.take() else { return }
    try file.close()
  }

  public func publish() throws(OutputError) {
    guard let path, !isWhole, access(OutputFile.partialPath(of: path), F_OK) == 0 else { return }
    try OutputFile.publish(path)
  }

  private func closeFrame() throws(OutputError) {
    guard !frame.isEmpty else { return }
    let packed = try compression.pack(frame, path: path ?? "standard output")
    try file?.write(packed)
    frame.removeAll(keepingCapacity: true)
  }
}

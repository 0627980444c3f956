/// Bytes that live as long as the process: a resource built into the binary, or a mapped file.
///
/// `@unchecked Sendable`: the memory is written by nobody after the value is made and is never
/// freed, so any number of threads may read it.
public struct StaticBytes: @unchecked Sendable {
  /// The bytes.
  public let buffer: UnsafeBufferPointer<UInt8>

  /// Wraps memory that is constant and never freed; the caller vouches for both.
  public init(_ start: UnsafePointer<UInt8>, count: Int) {
    buffer = UnsafeBufferPointer(start: start, count: count)
  }

  /// Copies bytes to memory that is kept for the life of the process.
  public init(keeping bytes: [UInt8]) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = memory.initialize(from: bytes)
    buffer = UnsafeBufferPointer(memory)
  }

  /// The bytes as text, for tables of lines.
  public var string: String { String(decoding: buffer, as: UTF8.self) }
}

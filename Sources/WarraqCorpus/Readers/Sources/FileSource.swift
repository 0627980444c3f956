import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file, or standard input, read in large pieces.
struct FileSource: ByteSource {
  static let chunkSize = 1 << 20

  private let path: String
  private let descriptor: FileDescriptor
  private let closer: Closer?
  private let progress: ReadProgress?

  /// Closes the file when nothing holds it any more.
  private final class Closer: Sendable {
    let descriptor: FileDescriptor
    init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }
    deinit { try? descriptor.close() }
  }

  init(path: String, progress: ReadProgress? = nil) throws(InputError) {
    self.path = path
    self.progress = progress
    if path == "-" {
      descriptor = .standardInput
      closer = nil
      return
    }
    do {
      descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      closer = Closer(descriptor)
    } catch {
      throw InputError(path: path, problem: "cannot be opened: \(error)")
    }
  }

  var isReady: Bool {
    var asked = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    // What cannot be asked is read, and tells then what is wrong with it.
    return poll(&asked, 1, 0) != 0
  }

  mutating func read(into buffer: inout [UInt8]) throws(InputError) {
    do {
      buffer = try [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { memory, count in
        count = try descriptor.read(into: UnsafeMutableRawBufferPointer(memory))
      }
      progress?.add(buffer.count)
    } catch {
      throw InputError(path: path, problem: "cannot be read: \(error)")
    }
  }
}

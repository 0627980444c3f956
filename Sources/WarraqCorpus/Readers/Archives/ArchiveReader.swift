import CArchive
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Walks the files of a tar or zip archive through libarchive, one after the other, without writing
/// any to the disk.
final class ArchiveReader {
  /// What stands next in the archive.
  enum Entry {
    /// A regular file and its path in the archive.
    case file(String)
    /// An entry that is passed over for a reason that the user should know.
    case refused(String, problem: String)
  }

  let path: String
  private let archive: OpaquePointer
  private let descriptor: FileDescriptor
  private let progress: ReadProgress?
  private var expansion: ExpansionGuard
  private var taken = 0

  /// Opens an archive, or standard input for `-`.
  ///
  /// - Throws: `InputError` when it cannot be opened or is no archive.
  init(path: String, ratio: Int, progress: ReadProgress?) throws(InputError) {
    self.path = path
    self.progress = progress
    expansion = ExpansionGuard(ratio: ratio)
    do {
      descriptor = try path == "-" ? .standardInput : .open(FilePath(path), .readOnly)
    } catch {
      throw InputError(path: path, problem: "cannot be opened: \(error)")
    }
    guard let archive = archive_read_new() else {
      throw InputError(path: path, problem: "libarchive has no memory for it")
    }
    self.archive = archive
    archive_read_support_format_tar(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_zstd(archive)
    guard archive_read_open_fd(archive, descriptor.rawValue, 1 << 18) == ARCHIVE_OK else {
      throw problem("is no archive")
    }
  }

  deinit {
    archive_read_free(archive)
    if path != "-" { try? descriptor.close() }
  }

  /// The next file, or nil at the end. What is left of the file before is passed over.
  ///
  /// - Throws: `InputError` when the archive is damaged or cut off.
  func next() throws(InputError) -> Entry? {
    while true {
      var entry: OpaquePointer?
      let status = Self.withUTF8Names { archive_read_next_header(archive, &entry) }
      try note(produced: 0)
      if status == ARCHIVE_EOF { return nil }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
        throw problem("the archive is damaged")
      }
      guard archive_entry_filetype(entry) == S_IFREG, archive_entry_hardlink(entry) == nil else {
        continue
      }
      let name = Self.withUTF8Names { Self.name(of: entry) }
      guard let name, !name.isEmpty else {
        return .refused("?", problem: "the entry's name cannot be read")
      }
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains("..") || name.hasPrefix("/") {
        return .refused(name, problem: "the entry's name leads out of the archive")
      }
      if archive_entry_is_encrypted(entry) != 0 {
        return .refused(name, problem: "the entry is encrypted")
      }
      return .file(parts.first == "." ? String(name.dropFirst(2)) : name)
    }
  }

  /// Puts the next bytes of the present file into `buffer`; empty at its end.
  func read(into buffer: inout [UInt8]) throws(InputError) {
    var count = 0
    buffer = [UInt8](unsafeUninitializedCapacity: FileSource.chunkSize) { memory, filled in
      count = archive_read_data(archive, memory.baseAddress, memory.count)
      filled = max(count, 0)
    }
    guard count >= 0 else { throw problem("the archive is damaged") }
    try note(produced: count)
  }

  private func note(produced: Int) throws(InputError) {
    let position = Int(clamping: archive_filter_bytes(archive, -1))
    let more = max(position - taken, 0)
    taken += more
    progress?.add(more)
    try expansion.count(consumed: more, produced: produced, path: path)
  }

  private func problem(_ what: String) -> InputError {
    let detail = archive_error_string(archive).map { ": " + String(cString: $0) } ?? ""
    return InputError(path: path, problem: what + detail)
  }

  private static func name(of entry: OpaquePointer) -> String? {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    guard let name = archive_entry_pathname(entry) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: name, count: strlen(name)), as: UTF8.self)
  }

  /// libarchive turns names around by the thread's locale, and the program's own is plain C.
  private static func withUTF8Names<Result>(_ body: () -> Result) -> Result {
    guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return body() }
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    return body()
  }
}

/// The bytes of the archive's present file.
struct ArchiveEntrySource: ByteSource {
  let archive: ArchiveReader

  mutating func read(into buffer: inout [UInt8]) throws(InputError) {
    try archive.read(into: &buffer)
  }
}

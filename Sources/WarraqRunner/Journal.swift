import SystemPackage
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a stopped run needs to go on: JSON Lines in a file beside the output, the first with what the
/// run depends on, each further one a point to go on from. A line that was cut off counts for nothing.
public final class Journal {
  /// The point that an earlier run came to.
  struct Resumed {
    let state: RunState
    /// For each sink where it was.
    let positions: [Int]
    /// True when everything was written, and only names were missing.
    let isClosed: Bool
  }

  /// A line behind the first.
  enum Entry {
    case checkpoint(RunState, positions: [Int])
    case closed(RunState)
  }

  /// Where the journal lies.
  public let path: String
  let resumed: Resumed?
  private let descriptor: FileDescriptor

  /// Records that the earlier run had done; 0 for a run that begins anew.
  public var resumedRecords: Int { resumed?.state.records ?? 0 }

  /// Begins a journal, or goes on with the one that lies there.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - key: What the run depends on.
  ///   - steps: Number of the pipeline's steps.
  ///   - sinks: Number of sinks.
  ///   - resumes: True to go on with an earlier run. Without one the run begins anew.
  /// - Throws: `JournalError` when the earlier run differs, or the file cannot be written.
  public init(path: String, key: RunKey, steps: Int, sinks: Int, resumes: Bool) throws(JournalError)
  {
    self.path = path
    let lines = resumes ? JournalLines(path: path) : nil
    if let lines, let old = lines.key {
      let differences = key.differences(from: old)
      guard differences.isEmpty else { throw .mismatch(differences) }
      resumed = lines.last(steps: steps, sinks: sinks)
    } else {
      resumed = nil
    }
    do {
      // What stands behind the last whole line was cut off.
      let keeps = resumed == nil ? 0 : lines?.wholeLength ?? 0
      descriptor = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: keeps == 0 ? [.create, .truncate] : [],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      guard ftruncate(descriptor.rawValue, keeps) == 0 else { throw Errno(rawValue: errno) }
      try descriptor.seek(offset: Int64(keeps), from: .start)
      if keeps == 0 { try descriptor.writeAll(JournalLines.line(for: key)) }
    } catch {
      throw .file(path: path, problem: "the journal cannot be written: \(error)")
    }
  }

  deinit { try? descriptor.close() }

  func write(_ entry: Entry) throws(JournalError) {
    do {
      try descriptor.writeAll(JournalLines.line(for: entry))
    } catch {
      throw .file(path: path, problem: "the journal cannot be written: \(error)")
    }
  }

  /// Takes the journal away when the run is whole.
  func remove() throws(JournalError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw .file(path: path, problem: "the journal cannot be removed: \(Errno(rawValue: errno))")
    }
  }
}

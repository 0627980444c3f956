import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The two standard streams.
enum Terminal {
  /// True when standard error is read by a person.
  static var isInteractive: Bool { isatty(2) == 1 }

  /// Writes a message and a line end to standard error.
  static func complain(_ message: String) {
    _ = try? FileDescriptor.standardError.writeAll((message + "\n").utf8)
  }

  /// Writes to standard error what is drawn over again.
  static func draw(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }

  /// Writes text to standard output; a closed pipe is no fault.
  static func show(_ text: String) {
    _ = try? FileDescriptor.standardOutput.writeAll(text.utf8)
  }
}

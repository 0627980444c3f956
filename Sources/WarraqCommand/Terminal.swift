import SystemPackage

/// The two standard streams.
enum Terminal {
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

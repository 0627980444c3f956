import Foundation

/// Lines of shell, for tests that build what users build.
public enum Shell {
  /// Runs a line in a folder and gives its status and everything that it wrote.
  public static func run(_ line: String, in folder: String) throws -> (
    status: Int32, output: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let scratch = try TemporaryFolder()
    let file = try scratch.write("output", [UInt8]())
    let output = FileHandle(forWritingAtPath: file)
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: scratch.read("output") ?? [], as: UTF8.self)
    )
  }
}

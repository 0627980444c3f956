import TestSupport

#if canImport(Glibc)
  import Foundation
  import Glibc
#endif

/// Runs the real binary.
enum Command {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The binary that was built beside the tests.
  static let path: String = {
    let folder = (CommandLine.arguments.first ?? "").split(separator: "/").dropLast()
    let beside = "/" + folder.joined(separator: "/") + "/warraq"
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Repository.root + ".build/debug/warraq"
  }()

  /// Runs `warraq` with arguments in a folder, with an empty environment.
  static func run(
    _ arguments: [String], input: [UInt8] = [], folder: String? = nil
  ) throws -> Result {
    try launch(path, arguments, environment: [:], input: input, folder: folder)
  }

  /// Runs a line of shell in a folder.
  static func shell(_ line: String, folder: String) throws -> Result {
    let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    return try launch("/bin/sh", ["-c", line], environment: environment, input: [], folder: folder)
  }

  private static func launch(
    _ program: String, _ arguments: [String], environment: [String: String], input: [UInt8],
    folder: String?
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let scratch = try TemporaryFolder()
    let inputFile = try scratch.write("stdin", input)
    let outputFile = try scratch.write("stdout", [UInt8]())
    let errorFile = try scratch.write("stderr", [UInt8]())
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: scratch.read("stdout") ?? [], as: UTF8.self),
      errors: String(decoding: scratch.read("stderr") ?? [], as: UTF8.self))
  }

  static func run(_ arguments: [String], input: String, folder: String? = nil) throws -> Result {
    try run(arguments, input: Array(input.utf8), folder: folder)
  }
}

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

  /// Writes lines to the binary one by one, each when the one before is answered; gives the answers. One that does not come
  /// within a while is nil, and ends the talk.
  static func converse(_ arguments: [String], _ lines: [String]) throws -> [String?] {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = [:]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      try? input.fileHandleForWriting.close()
      // Another test's process that was started meanwhile may hold the pipe open.
      for _ in 0..<2000 where process.isRunning { Thread.sleep(forTimeInterval: 0.01) }
      if process.isRunning { process.terminate() }
    }
    var answers: [String?] = []
    for line in lines {
      try input.fileHandleForWriting.write(contentsOf: Array((line + "\n").utf8))
      let answer = answeredLine(output.fileHandleForReading)
      answers.append(answer)
      if answer == nil { break }
    }
    return answers
  }

  /// What is written to a pipe up to the next line end; nil when it does not come.
  private static func answeredLine(_ pipe: FileHandle) -> String? {
    var bytes: [UInt8] = []
    while bytes.last != UInt8(ascii: "\n") {
      var asked = pollfd(fd: pipe.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&asked, 1, 20_000) > 0 else { return nil }
      let more = pipe.availableData
      if more.isEmpty { return nil }
      bytes += more
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
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

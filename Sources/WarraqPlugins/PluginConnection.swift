import CPluginProcess
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

private let readBytes = read

/// A running plugin process and the lines that go to it and come from it.
///
/// Sendable although the compiler cannot see it: the pool hands a connection to one thread at a time.
final class PluginConnection: @unchecked Sendable {
  /// Why the process can be used no longer.
  struct Failure: Error {
    let problem: String
    let mend: String?

    init(_ problem: String, mend: String? = nil) {
      self.problem = problem
      self.mend = mend
    }
  }

  /// More bytes than this on standard error are thrown away.
  private static let longestLog = 1 << 20

  private let manifest: PluginManifest
  private let log: @Sendable (String) -> Void
  private var process: plugin_process
  private var received: [UInt8] = []
  private var logged: [UInt8] = []
  private var loggedBytes = 0
  private var isLogOpen = true

  /// Starts the process and greets it.
  ///
  /// - Throws: `Failure` when it does not start or does not answer as it should.
  init(
    _ manifest: PluginManifest, hello: [UInt8], log: @escaping @Sendable (String) -> Void
  ) throws(Failure) {
    self.manifest = manifest
    self.log = log
    process = try Self.start(manifest)
    let answer = try exchange(hello, longestAnswer: 1 << 16)
    try ProcessMessages.checkHello(answer)
  }

  deinit { stop() }

  private static func start(_ manifest: PluginManifest) throws(Failure) -> plugin_process {
    guard let program = PluginFiles.program(manifest.command[0], in: manifest.folder) else {
      throw Failure(
        "the program `\(manifest.command[0])` is not there or cannot be run",
        mend: "install it or mend `command` in plugin.json")
    }
    let passed = manifest.environment.compactMap { name in
      getenv(name).map { "\(name)=" + String(cString: $0) }
    }
    let limits = plugin_process_limits(
      memory: UInt64(manifest.limits.megabytes) << 20, network: manifest.usesNetwork ? 1 : 0)
    let process = withCStrings([program] + manifest.command.dropFirst()) { arguments in
      withCStrings(passed) { environment in
        plugin_process_start(arguments, environment, manifest.folder, limits)
      }
    }
    guard process.failure == 0 else {
      throw Failure(
        "the program cannot be started: " + String(cString: strerror(process.failure)),
        mend: "check `command` in plugin.json")
    }
    return process
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { pointers.forEach { free($0) } }
    return body(pointers)
  }

  /// Sends a line and waits for one.
  ///
  /// - Throws: `Failure` when the process ends, takes too long or answers at too great a length.
  func exchange(_ line: [UInt8], longestAnswer: Int) throws(Failure) -> [UInt8] {
    let deadline = Self.now() + manifest.limits.seconds
    var sent = 0
    while true {
      if let end = received.firstIndex(of: 0x0A) {
        let answer = Array(received[..<end])
        received.removeSubrange(...end)
        return answer
      }
      guard received.count <= longestAnswer else {
        throw Failure("the plugin answered with more than \(longestAnswer) bytes")
      }
      let left = deadline - Self.now()
      guard left > 0 else {
        throw Failure(
          "the plugin took longer than \(manifest.limits.seconds) seconds",
          mend: "raise `limits.seconds` in plugin.json if it needs more")
      }
      try turn(line, &sent, left, room: longestAnswer + 1 - received.count)
    }
  }

  /// Waits until one of the pipes is ready, and moves what it can.
  private func turn(
    _ line: [UInt8], _ sent: inout Int, _ seconds: Double, room: Int
  ) throws(Failure) {
    let isSending = sent < line.count
    var events = [
      pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isLogOpen ? process.errors : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isSending ? process.input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    let milliseconds = Int32(min(max(seconds * 1000, 1), 60_000))
    guard poll(&events, 3, milliseconds) > 0 else { return }
    if events[1].revents != 0 { readLog() }
    if events[0].revents != 0 {
      guard read(process.output, into: &received, atMost: room) else { throw end() }
    }
    if isSending, events[2].revents != 0 {
      let count = line.withUnsafeBytes { bytes in
        write(process.input, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno != EAGAIN, errno != EINTR {
        throw end()
      }
    }
  }

  /// Reads what is there; false at the end.
  private func read(_ file: Int32, into buffer: inout [UInt8], atMost room: Int) -> Bool {
    var isOpen = true
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { space in
      let count = readBytes(file, space.baseAddress, min(space.count, max(room, 1)))
      if count > 0 {
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: space[..<count]))
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        isOpen = false
      }
    }
    return isOpen
  }

  private func readLog() {
    let before = logged.count
    isLogOpen = read(process.errors, into: &logged, atMost: 1 << 16)
    loggedBytes += logged.count - before
    if loggedBytes > Self.longestLog {
      if loggedBytes - (logged.count - before) <= Self.longestLog {
        log("plugin \(manifest.id): what it writes to standard error is left out from here on")
      }
      logged.removeAll()
      return
    }
    while let end = logged.firstIndex(of: 0x0A) {
      log("plugin \(manifest.id): " + String(decoding: logged[..<end], as: UTF8.self))
      logged.removeSubrange(...end)
    }
  }

  /// What is left on standard error tells the cause of an end.
  private func end() -> Failure {
    while isLogOpen, loggedBytes <= Self.longestLog {
      var event = pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0)
      guard poll(&event, 1, 50) > 0 else { break }
      readLog()
    }
    if !logged.isEmpty {
      log("plugin \(manifest.id): " + String(decoding: logged, as: UTF8.self))
      logged.removeAll()
    }
    return Failure("the plugin's process ended", mend: "see what it wrote to standard error")
  }

  /// Says goodbye, waits a moment, and kills what is left.
  private func stop() {
    _ = ProcessMessages.bye.withUnsafeBytes { write(process.input, $0.baseAddress, $0.count) }
    close(process.input)
    process.input = -1
    if plugin_process_wait(process.pid, 200) == 1 {
      // What it left behind in its group goes with it.
      kill(-process.pid, SIGKILL)
      process.pid = -1
    }
    plugin_process_kill(process)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

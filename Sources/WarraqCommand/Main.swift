import ArgumentParser
import CMemory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program's entry: parses, runs, and turns what is thrown into the documented exit codes.
@main
enum Main {
  static func main() async {
    memory_keep_freed()
    // A reader that goes away is told by the failed write, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try WarraqCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch let failure as CommandFailure {
      Terminal.complain(failure.message)
      exit(failure.status.rawValue)
    } catch {
      let message = WarraqCommand.fullMessage(for: error)
      if WarraqCommand.exitCode(for: error) == .success {
        print(message)
        exit(0)
      }
      Terminal.complain(message)
      exit(ExitStatus.usage.rawValue)
    }
  }
}

/// The program's exit codes.
enum ExitStatus: Int32, Error {
  /// Everything was done.
  case success = 0
  /// Some documents failed, or results could not be written.
  case failedDocuments = 1
  /// The command line, the recipe or an input file is wrong; nothing was done.
  case usage = 2
  /// The user stopped the run.
  case interrupted = 130
}

/// A fault with its message, for the user.
struct CommandFailure: Error {
  let message: String
  var status = ExitStatus.usage

  init(_ message: String, status: ExitStatus = .usage) {
    self.message = message
    self.status = status
  }
}

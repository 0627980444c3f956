import Warraq
import WarraqCorpus
import WarraqRunner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A run as every command does it: results to a file or standard output, failures to standard
/// error, the exit code at the end.
struct PipelineRun {
  let pipeline: Pipeline
  let formatter: any DocumentFormatter
  let input: InputOptions
  let jobs: Int?
  var output: String?
  /// A file for failed documents, or nil.
  var failures: String?
  /// The run stops behind so many failures; nil for never.
  var maximumFailures: Int?
  /// No progress and no closing line.
  var isQuiet = false

  /// More documents failed than the user allows.
  private struct TooManyFailures: Error {}

  /// Runs over inputs.
  ///
  /// - Throws: `ExitStatus` or `CommandFailure` unless everything was done.
  func run(_ inputs: [String]) async throws {
    var reader = try input.reader(inputs)
    let decoder = DocumentDecoder(
      fields: pipeline.recipe.input, invalid: input.invalid, encoding: try input.textEncoding())
    let run = CorpusRun(
      pipeline: pipeline, decoder: decoder, formatter: formatter,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let progress = ProgressReporter(reader.progress, isQuiet: isQuiet)
    defer { progress?.clear() }
    let counts: RunCounts
    do {
      var sink = try OutputFile(path: output)
      let failureSink = try failures.map { path throws(OutputError) in
        try FailureFile(path: path)
      }
      var failed = 0
      defer { try? failureSink?.finish() }
      counts = try await run.run(
        &reader,
        write: { try sink.write($0) },
        report: { error in
          progress?.clear()
          Terminal.complain("warraq: \(error)")
          try failureSink?.write(error)
          failed += 1
          if let maximumFailures, failed > maximumFailures { throw TooManyFailures() }
        },
        progress: { progress?.report($0) })
      try sink.finish()
    } catch is TooManyFailures {
      throw CommandFailure(
        "warraq: stopped: more than \(maximumFailures ?? 0) documents failed (--max-failures)",
        status: .failedDocuments)
    } catch let error as OutputError {
      if error.isClosedPipe { return }
      throw CommandFailure("warraq: \(error)", status: .failedDocuments)
    }
    progress?.clear()
    if !isQuiet { summarize(counts) }
    if counts.failed > 0 { throw ExitStatus.failedDocuments }
  }

  private func summarize(_ counts: RunCounts) {
    if counts.repairedDocuments > 0 {
      Terminal.complain(
        "warraq: \(counts.replacements) ill-formed parts \(input.invalid == .skip ? "left out" : "replaced by U+FFFD") in "
          + "\(counts.repairedDocuments) documents (--invalid fail refuses them)")
    }
    if counts.failed > 0 {
      Terminal.complain(
        "warraq: \(counts.failed) of \(counts.read) documents failed, \(counts.written) written")
    }
  }
}

import CSignals
import ICUText
import Warraq
import WarraqCorpus
import WarraqRunner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A run as every command does it: results to sinks, failures to standard error, the exit code at the
/// end.
struct PipelineRun {
  let pipeline: Pipeline
  let input: InputOptions
  let jobs: JobsOption
  /// The recipe as it was read, for runs that can be gone on with.
  var recipe: [UInt8] = []
  var sinks: [(sink: Sink, description: String)]
  let options: OutputOptions

  /// More documents failed than the user allows.
  private struct TooManyFailures: Error {}

  /// Runs over inputs.
  ///
  /// - Throws: `ExitStatus` or `CommandFailure` unless everything was done.
  func run(_ inputs: [String]) async throws {
    let start = ContinuousClock.now
    var reader = try input.reader(inputs)
    let decoder = DocumentDecoder(
      fields: pipeline.recipe.input, invalid: input.invalid, encoding: try input.textEncoding())
    let run = CorpusRun(
      pipeline: pipeline, decoder: decoder, sinks: sinks.map(\.sink), jobs: jobs.count,
      timeLimit: options.maxSeconds.map { .seconds($0) })
    let journal = try journal(reader)
    if let journal, journal.resumedRecords > 0, !options.quiet {
      Terminal.complain("warraq: going on behind record \(journal.resumedRecords)")
    }
    signals_watch()
    let progress = ProgressReporter(reader.progress, isQuiet: options.quiet)
    defer { progress?.clear() }
    let state: RunState
    do {
      state = try await run.run(&reader, journal: journal, observer: observer(progress))
    } catch is TooManyFailures {
      throw CommandFailure(
        "warraq: stopped: more than \(options.maxFailures ?? 0) documents failed (--max-failures)",
        status: .failedDocuments)
    } catch let error as OutputError {
      if error.isClosedPipe { return }
      let mend = journal == nil ? "" : ": make room and run again with --resume"
      throw CommandFailure("warraq: \(error)\(mend)", status: .failedDocuments)
    } catch let error as JournalError {
      throw CommandFailure("warraq: \(error)")
    }
    progress?.clear()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    try writeManifest(state, reader, seconds)
    if !options.quiet { tell(state, seconds: seconds) }
    if state.wasInterrupted {
      Terminal.complain(
        journal == nil ? "warraq: stopped" : "warraq: stopped: run again with --resume to go on")
      throw ExitStatus.interrupted
    }
    if state.counts.failed > 0 { throw ExitStatus.failedDocuments }
  }

  private func observer(_ progress: ProgressReporter?) -> CorpusRun.Observer {
    var failed = 0
    var observer = CorpusRun.Observer()
    observer.failed = { error in
      progress?.clear()
      Terminal.complain("warraq: \(error)")
      failed += 1
      if let most = options.maxFailures, failed > most { throw TooManyFailures() }
    }
    observer.progressed = { progress?.report($0.counts) }
    observer.isInterrupted = { signals_asked_to_stop() != 0 }
    return observer
  }

  /// The journal beside the first output file; nil when results go to standard output or another stream.
  ///
  /// - Throws: `CommandFailure` when a run that is to be gone on with cannot be.
  private func journal(_ reader: CorpusReader) throws -> Journal? {
    let readsPipe = reader.files.contains { $0.path == "-" }
    let paths = sinks.map(\.sink.writer.path)
    let writesStream = paths.contains { path in path.map(OutputFile.isStream) ?? true }
    guard let first = paths.first ?? nil, !writesStream, !readsPipe else {
      if options.resume {
        throw CommandFailure(
          readsPipe
            ? "warraq run: --resume cannot read standard input again: name files"
            : "warraq run: --resume needs results in files: name them with --output")
      }
      return nil
    }
    do {
      return try Journal(
        path: first + ".journal", key: key(reader), steps: pipeline.steps.count,
        sinks: sinks.count, resumes: options.resume)
    } catch {
      throw CommandFailure("warraq: \(error)", status: error.isMismatch ? .usage : .failedDocuments)
    }
  }

  private func key(_ reader: CorpusReader) -> RunKey {
    var key = RunKey()
    for version in Self.versions { key.add("the version of \(version.name)", version.version) }
    key.add(pipeline, recipe: recipe)
    key.add("the number of inputs", "\(reader.files.count)")
    for file in reader.files {
      key.add("the size of \(file.path)", file.size.map { "\($0) bytes" } ?? "unknown")
    }
    key.add("how inputs are read", "\(input.readOptions) \(input.encoding) \(input.invalid)")
    key.add("--max-seconds", "\(options.maxSeconds ?? 0)")
    for (index, sink) in sinks.enumerated() { key.add("output \(index + 1)", sink.description) }
    return key
  }

  private static var versions: [(name: String, version: String)] {
    [("warraq", WarraqVersion.current), ("ICU", ICUVersion.icu), ("Unicode", ICUVersion.unicode)]
  }

  private func writeManifest(_ state: RunState, _ reader: CorpusReader, _ seconds: Double) throws {
    guard let path = options.stats else { return }
    let manifest = RunManifest(pipeline: pipeline, recipe: recipe, versions: Self.versions)
    let json = manifest.json(
      state: state, inputs: reader.files, outputs: sinks.map { $0.sink.writer.path ?? "-" },
      jobs: jobs.count, seconds: seconds)
    try CorpusTables.write(json, to: path)
  }

  private func tell(_ state: RunState, seconds: Double) {
    let counts = state.counts
    if counts.repairedDocuments > 0 {
      Terminal.complain(
        "warraq: \(counts.replacements) ill-formed parts \(input.invalid == .skip ? "left out" : "replaced by U+FFFD") in "
          + "\(counts.repairedDocuments) documents (--invalid fail refuses them)")
    }
    let writesFiles = sinks.contains { $0.sink.writer.path != nil }
    if writesFiles || Terminal.isInteractive {
      Terminal.complain(ClosingTable.text(state, pipeline: pipeline, seconds: seconds))
    } else if counts.failed > 0 {
      Terminal.complain(
        "warraq: \(counts.failed) of \(counts.read) documents failed, \(counts.written) written")
    }
  }
}

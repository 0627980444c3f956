import Warraq
import WarraqCorpus

/// A recipe over a corpus: documents in parallel, results in input order, memory bounded.
public struct CorpusRun {
  private let processing: BatchProcessing
  private let writers: [any SinkWriter]
  private let jobs: Int
  /// Batches between two checkpoints, where checkpoints show in the output.
  private static let checkpointInterval = 16
  private static let checkpointPause = Duration.seconds(1)

  /// What a run calls on its way; each in input order, none at the same time as another.
  public struct Observer {
    /// Takes failures; may stop the run by throwing.
    public var failed: (DocumentError) throws -> Void = { _ in }
    /// Takes what is done so far, behind each batch.
    public var progressed: (RunState) -> Void = { _ in }
    /// Asked before each batch; true ends the run behind those that are under way.
    public var isInterrupted: () -> Bool = { false }

    /// One that does nothing.
    public init() {}
  }

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - sinks: Where results go.
  ///   - jobs: Documents processed at the same time; raised to 1.
  ///   - timeLimit: The longest time for the stages of one document; see `Pipeline.process`.
  public init(
    pipeline: Pipeline, decoder: DocumentDecoder, sinks: [Sink], jobs: Int,
    timeLimit: Duration? = nil
  ) {
    processing = BatchProcessing(
      pipeline: pipeline, decoder: decoder, formatters: sinks.map(\.formatter),
      timeLimit: timeLimit)
    writers = sinks.map(\.writer)
    self.jobs = max(jobs, 1)
  }

  /// Runs to the end of the corpus, or to an interruption. Opens the sinks, and gives them their
  /// names when all is done.
  ///
  /// - Parameters:
  ///   - reader: The corpus, from its beginning.
  ///   - journal: Keeps what is needed to go on later; nil for a run that cannot.
  ///   - observer: Told what happens.
  /// - Returns: What was done, earlier runs of the journal included.
  /// - Throws: `OutputError`, `JournalError`, or what the observer throws; the run stops there.
  public func run(
    _ reader: inout CorpusReader, journal: Journal? = nil, observer: Observer = Observer()
  ) async throws -> RunState {
    var batches = BatchReader(reader)
    defer { reader = batches.reader }
    var state = RunState(steps: processing.pipeline.steps.count)
    if let resumed = journal?.resumed {
      state = resumed.state
      if resumed.isClosed {
        for writer in writers { try writer.publish() }
        try journal?.remove()
        return state
      }
      try skip(&batches, to: resumed.state)
    }
    for (index, writer) in writers.enumerated() {
      let position = journal?.resumed?.positions[index]
      try writer.open(at: position, prologue: processing.formatters[index].prologue)
    }
    var progress = Progress(state: state, journal: journal)
    do {
      try await runBatches(&batches, &progress, observer)
    } catch let error as OutputError {
      // Some sinks may have a batch that others lack: the last checkpoint is what counts.
      throw error
    } catch {
      // What was written up to here stays good, and a log that is read now is whole.
      try? leave(&progress)
      throw error
    }
    state = progress.state
    guard !state.wasInterrupted else {
      try leave(&progress)
      return state
    }
    for writer in writers { try writer.close() }
    try journal?.write(.closed(state))
    for writer in writers { try writer.publish() }
    try journal?.remove()
    return state
  }

  /// A run under way, as its serial side sees it.
  private struct Progress {
    var state: RunState
    let journal: Journal?
    var batchesSinceCheckpoint = 0
    var lastCheckpoint = ContinuousClock.now
  }

  /// Reads over what was done before.
  private func skip(_ batches: inout BatchReader, to state: RunState) throws(JournalError) {
    var done = RunState(steps: 0)
    while done.records < state.records, let batch = batches.next() {
      done.records += batch.count
      done.digest = Digest.chain(done.digest, Digest.of(batch))
    }
    guard done.records == state.records, done.digest == state.digest else {
      throw JournalError.mismatch(["the input before record \(state.records) is not what it was"])
    }
  }

  private func runBatches(
    _ batches: inout BatchReader, _ progress: inout Progress, _ observer: Observer
  ) async throws {
    if jobs == 1 {
      while true {
        if observer.isInterrupted() {
          progress.state.wasInterrupted = true
          return
        }
        guard let batch = batches.next() else { return }
        try finish(processing.process(batch), &progress, observer)
      }
    }
    try await runInParallel(&batches, &progress, observer)
  }

  /// Keeps `jobs` batches under way. A batch that is done early waits for those before it; no new
  /// one starts while too many wait, so that memory stays bounded.
  private func runInParallel(
    _ batches: inout BatchReader, _ progress: inout Progress, _ observer: Observer
  ) async throws {
    let window = jobs * 4
    let processing = processing
    try await withThrowingTaskGroup(of: (Int, BatchResult).self) { group in
      var started = 0
      var finished = 0
      var running = 0
      var waiting: [Int: BatchResult] = [:]
      var isAtEnd = false
      while true {
        while !isAtEnd, running < jobs, started - finished < window {
          if observer.isInterrupted() {
            progress.state.wasInterrupted = true
            isAtEnd = true
            break
          }
          guard let batch = batches.next() else {
            isAtEnd = true
            break
          }
          let number = started
          group.addTask { (number, processing.process(batch)) }
          started += 1
          running += 1
        }
        guard let (number, result) = try await group.next() else { break }
        running -= 1
        waiting[number] = result
        while let next = waiting.removeValue(forKey: finished) {
          finished += 1
          try finish(next, &progress, observer)
        }
      }
    }
  }

  private func finish(
    _ result: BatchResult, _ progress: inout Progress, _ observer: Observer
  ) throws {
    for (part, writer) in zip(result.parts, writers) { try writer.write(part) }
    progress.state.add(result)
    progress.batchesSinceCheckpoint += 1
    let isDue =
      writers.contains(where: \.showsCheckpoints)
      ? progress.batchesSinceCheckpoint == Self.checkpointInterval
      : progress.journal != nil
        && ContinuousClock.now - progress.lastCheckpoint > Self.checkpointPause
    if isDue { try checkpoint(&progress) }
    observer.progressed(progress.state)
    try result.failures.forEach(observer.failed)
  }

  /// Leaves a run that ends early so that it can be gone on with.
  private func leave(_ progress: inout Progress) throws {
    guard writers.contains(where: \.showsCheckpoints) else { return try checkpoint(&progress) }
    for writer in writers where !writer.showsCheckpoints { _ = try writer.checkpoint() }
  }

  private func checkpoint(_ progress: inout Progress) throws {
    var positions: [Int] = []
    for writer in writers { positions.append(try writer.checkpoint()) }
    try progress.journal?.write(.checkpoint(progress.state, positions: positions))
    progress.batchesSinceCheckpoint = 0
    progress.lastCheckpoint = .now
  }
}

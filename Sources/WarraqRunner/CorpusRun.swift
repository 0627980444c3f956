import Warraq
import WarraqCorpus

/// A recipe over a corpus: documents in parallel, results in input order, memory bounded.
public struct CorpusRun: Sendable {
  private let pipeline: Pipeline
  private let decoder: DocumentDecoder
  private let formatter: any DocumentFormatter
  private let jobs: Int

  /// Prepares a run.
  ///
  /// - Parameter jobs: Documents processed at the same time; raised to 1.
  public init(
    pipeline: Pipeline, decoder: DocumentDecoder, formatter: any DocumentFormatter, jobs: Int
  ) {
    self.pipeline = pipeline
    self.decoder = decoder
    self.formatter = formatter
    self.jobs = max(jobs, 1)
  }

  /// Runs to the end of the corpus.
  ///
  /// - Parameters:
  ///   - write: Takes results, in input order, as bytes.
  ///   - report: Takes failures, in input order; may stop the run by throwing.
  ///   - progress: Takes what is done so far, behind each batch.
  /// - Returns: What was done.
  /// - Throws: What `write` or `report` throws; the run stops there.
  public func run(
    _ reader: inout CorpusReader, write: ([UInt8]) throws -> Void,
    report: (DocumentError) throws -> Void, progress: (RunCounts) -> Void = { _ in }
  ) async throws -> RunCounts {
    var batches = BatchReader(reader)
    var counts = RunCounts()
    defer { reader = batches.reader }
    if jobs == 1 {
      while let batch = batches.next() {
        try finish(process(batch), &counts, write: write, report: report)
        progress(counts)
      }
      return counts
    }
    try await runInParallel(
      &batches, &counts, write: write, report: report, progress: progress)
    return counts
  }

  /// Keeps `jobs` batches under way. A batch that is done early waits for those before it; no new
  /// one starts while too many wait, so that memory stays bounded.
  private func runInParallel(
    _ batches: inout BatchReader, _ counts: inout RunCounts, write: ([UInt8]) throws -> Void,
    report: (DocumentError) throws -> Void, progress: (RunCounts) -> Void
  ) async throws {
    let window = jobs * 4
    try await withThrowingTaskGroup(of: (Int, BatchResult).self) { group in
      var started = 0
      var finished = 0
      var running = 0
      var waiting: [Int: BatchResult] = [:]
      var isAtEnd = false
      while true {
        while !isAtEnd, running < jobs, started - finished < window {
          guard let batch = batches.next() else {
            isAtEnd = true
            break
          }
          let number = started
          group.addTask { (number, process(batch)) }
          started += 1
          running += 1
        }
        guard let (number, result) = try await group.next() else { break }
        running -= 1
        waiting[number] = result
        while let next = waiting.removeValue(forKey: finished) {
          finished += 1
          try finish(next, &counts, write: write, report: report)
          progress(counts)
        }
      }
    }
  }

  private func finish(
    _ result: BatchResult, _ counts: inout RunCounts, write: ([UInt8]) throws -> Void,
    report: (DocumentError) throws -> Void
  ) throws {
    counts.add(result.counts)
    try result.failures.forEach(report)
    if !result.bytes.isEmpty { try write(result.bytes) }
  }

  private func process(_ batch: [CorpusItem]) -> BatchResult {
    if pipeline.hasBatchStages { return processTogether(batch) }
    var result = BatchResult()
    for item in batch {
      result.counts.read += 1
      do throws(DocumentError) {
        var document = try decode(item)
        try pipeline.process(&document)
        result.add(document, formatter)
      } catch {
        result.fail(error)
      }
    }
    return result
  }

  /// Stages from outside take all documents of the batch at once.
  private func processTogether(_ batch: [CorpusItem]) -> BatchResult {
    var result = BatchResult()
    var documents: [Document] = []
    // For each item the document it became, or why it became none.
    var places: [Result<Int, DocumentError>] = []
    for item in batch {
      do throws(DocumentError) {
        documents.append(try decode(item))
        places.append(.success(documents.count - 1))
      } catch {
        places.append(.failure(error))
      }
    }
    let failures = pipeline.process(&documents)
    for place in places {
      result.counts.read += 1
      switch place {
      case .failure(let error): result.fail(error)
      case .success(let index):
        if let error = failures[index] {
          result.fail(error)
        } else {
          result.add(documents[index], formatter)
        }
      }
    }
    return result
  }

  private func decode(_ item: CorpusItem) throws(DocumentError) -> Document {
    switch item {
    case .failure(let error): throw error
    case .record(let record): return try decoder.decode(record)
    }
  }
}

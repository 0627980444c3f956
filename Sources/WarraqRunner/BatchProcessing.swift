import Warraq
import WarraqCorpus

/// What a worker does with a batch: reads, processes and formats its documents.
struct BatchProcessing: Sendable {
  let pipeline: Pipeline
  let decoder: DocumentDecoder
  let formatters: [any DocumentFormatter]
  let timeLimit: Duration?

  func process(_ batch: [CorpusItem]) -> BatchResult {
    var result = BatchResult(
      sinks: formatters.count, steps: pipeline.steps.count, digest: Digest.of(batch))
    if pipeline.hasBatchStages {
      processTogether(batch, &result)
      return result
    }
    for item in batch {
      result.counts.read += 1
      do throws(DocumentError) {
        var document = try decode(item)
        try pipeline.process(&document, times: &result.times, limit: timeLimit)
        result.add(document, formatters)
      } catch {
        result.fail(error, formatters)
      }
    }
    return result
  }

  /// Stages from outside take all documents of the batch at once.
  private func processTogether(_ batch: [CorpusItem], _ result: inout BatchResult) {
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
    let failures = pipeline.process(&documents, times: &result.times)
    for place in places {
      result.counts.read += 1
      switch place {
      case .failure(let error): result.fail(error, formatters)
      case .success(let index):
        if let error = failures[index] {
          result.fail(error, formatters)
        } else {
          result.add(documents[index], formatters)
        }
      }
    }
  }

  private func decode(_ item: CorpusItem) throws(DocumentError) -> Document {
    switch item {
    case .failure(let error): throw error
    case .record(let record): return try decoder.decode(record)
    }
  }
}

import Synchronization
import Warraq

/// A stage of a process plugin. Each worker has a process of its own, started when it is first
/// needed.
///
/// When a process ends, hangs or answers nonsense, it is replaced and the documents of the batch go
/// to the new one singly, so that only those fail that are at fault. A plugin that fails so many
/// times in a row is given up: what comes then fails at once.
struct ProcessStage: BatchProcessor {
  private static let mostFailuresInARow = 100
  /// Of a plugin that has not answered yet: it will hardly begin.
  private static let mostFirstFailures = 8

  private let manifest: PluginManifest
  private let stage: PluginManifest.StageDeclaration
  private let hello: [UInt8]
  private let log: @Sendable (String) -> Void
  private let shared = Shared()

  /// Connections at rest, and how the plugin has fared.
  private final class Shared: Sendable {
    struct State {
      var idle: [PluginConnection] = []
      var failuresInARow = 0
      var hasAnswered = false
      var nextBatch = 0
    }
    let state = Mutex(State())
  }

  init(
    manifest: PluginManifest, stage: PluginManifest.StageDeclaration, options: String,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.manifest = manifest
    self.stage = stage
    self.log = log
    hello = ProcessMessages.hello(manifest.id, stage: stage.name, options: options)
  }

  func process(_ documents: inout [Document]) -> [Int: StageError] {
    var errors: [Int: StageError] = [:]
    var start = 0
    while start < documents.count {
      let end = min(start + manifest.limits.batch, documents.count)
      process(&documents, start..<end, &errors)
      start = end
    }
    return errors
  }

  private func process(
    _ documents: inout [Document], _ range: Range<Int>, _ errors: inout [Int: StageError]
  ) {
    do throws(PluginConnection.Failure) {
      let received = try ask(Array(documents[range]))
      for (index, result) in zip(range, received) {
        do throws(StageError) {
          try result.apply(to: &documents[index], as: stage.layer)
        } catch {
          errors[index] = error
        }
      }
    } catch {
      if range.count == 1 {
        errors[range.lowerBound] = StageError(error.problem, mend: error.mend)
        return
      }
      log("plugin \(manifest.id): \(error.problem); its batch is done again singly")
      for index in range { process(&documents, index..<index + 1, &errors) }
    }
  }

  /// Sends a batch to a process at rest or a new one. A process that failed is not used again.
  private func ask(
    _ documents: [Document]
  ) throws(PluginConnection.Failure) -> [ReceivedAnnotations] {
    let (resting, number, failures, most) = shared.state.withLock { state in
      state.nextBatch += 1
      let most = state.hasAnswered ? Self.mostFailuresInARow : Self.mostFirstFailures
      return (state.idle.popLast(), state.nextBatch, state.failuresInARow, most)
    }
    guard failures < most else {
      throw PluginConnection.Failure(
        "the plugin failed \(failures) times in a row and is given up",
        mend: "see the first failures")
    }
    do throws(PluginConnection.Failure) {
      let connection: PluginConnection
      if let resting {
        connection = resting
      } else {
        connection = try PluginConnection(manifest, hello: hello, log: log)
      }
      let size = documents.reduce(0) { $0 + $1.text.count }
      let answer = try connection.exchange(
        ProcessMessages.batch(number, documents, layers: stage.wantedLayers),
        longestAnswer: (1 << 20) + 64 * size)
      let received = try ProcessMessages.results(answer, of: number, documents)
      shared.state.withLock { state in
        state.failuresInARow = 0
        state.hasAnswered = true
        state.idle.append(connection)
      }
      return received
    } catch {
      shared.state.withLock { $0.failuresInARow += 1 }
      throw error
    }
  }
}

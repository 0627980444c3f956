import CWarraqPlugin
import Synchronization
import Warraq

/// A stage of a library plugin.
struct LibraryStage: BatchProcessor {
  private let library: LibraryHandle
  private let stage: PluginManifest.StageDeclaration
  private let options: String
  private let path: String
  private let idle: InstancePool

  /// Instances at rest.
  private final class InstancePool: Sendable {
    let instances = Mutex<[LibraryInstance]>([])
  }

  /// Loads the library and makes a first instance, so that options are refused before any work.
  init(
    manifest: PluginManifest, stage: PluginManifest.StageDeclaration, options: String
  ) throws(PluginError) {
    library = try LibraryHandle.open(manifest)
    self.stage = stage
    self.options = options
    path = manifest.folder + "/" + manifest.library
    let first = try LibraryInstance(library, stage: stage.name, options: options, path: path)
    idle = InstancePool()
    idle.instances.withLock { $0.append(first) }
  }

  func process(_ documents: inout [Document]) -> [Int: StageError] {
    let instance: LibraryInstance
    do throws(PluginError) {
      if let resting = idle.instances.withLock({ $0.popLast() }) {
        instance = resting
      } else {
        instance = try LibraryInstance(library, stage: stage.name, options: options, path: path)
      }
    } catch {
      let failure = StageError(error.problem, mend: error.mend)
      return Dictionary(uniqueKeysWithValues: documents.indices.map { ($0, failure) })
    }
    defer { idle.instances.withLock { $0.append(instance) } }
    var errors: [Int: StageError] = [:]
    process(&documents, documents.indices, instance, &errors)
    return errors
  }

  /// A batch that the plugin gives up is done again singly, so that only those fail that are at
  /// fault.
  private func process(
    _ documents: inout [Document], _ range: Range<Int>, _ instance: LibraryInstance,
    _ errors: inout [Int: StageError]
  ) {
    let (status, received) = ask(instance, Array(documents[range]))
    guard status == 0 else {
      if range.count == 1 {
        errors[range.lowerBound] = StageError("the plugin gave up with code \(status)")
      } else {
        for index in range { process(&documents, index..<index + 1, instance, &errors) }
      }
      return
    }
    for (index, result) in zip(range, received) {
      do throws(StageError) {
        try result.apply(to: &documents[index], as: stage.layer)
      } catch {
        errors[index] = error
      }
    }
  }

  private func ask(
    _ instance: LibraryInstance, _ documents: [Document]
  ) -> (status: Int32, received: [ReceivedAnnotations]) {
    let collector = ResultCollector(documents)
    let status = LibraryBatch(documents, layers: stage.wantedLayers).withDocuments { batch in
      var results = warraq_results(
        context: Unmanaged.passUnretained(collector).toOpaque(),
        add: { context, document, annotation in
          guard let context, let annotation else { return }
          Unmanaged<ResultCollector>.fromOpaque(context).takeUnretainedValue().add(
            document, annotation.pointee)
        },
        fail: { context, document, message in
          guard let context else { return }
          Unmanaged<ResultCollector>.fromOpaque(context).takeUnretainedValue().fail(
            document, message)
        })
      return library.plugin.process(instance.pointer, batch.baseAddress, batch.count, &results)
    }
    return (status, collector.received)
  }
}

/// Takes a batch's results from the plugin's calls, which come while `process` runs and on its
/// thread.
private final class ResultCollector {
  private(set) var received: [ReceivedAnnotations]

  init(_ documents: [Document]) { received = documents.map { ReceivedAnnotations($0.text) } }

  func add(_ document: Int, _ annotation: warraq_annotation) {
    guard received.indices.contains(document) else { return }
    let value: JSONValue?
    if annotation.value.count == 0 {
      value = nil
    } else if let parsed = try? JSONScanner.parse(Array(bytes(annotation.value))) {
      value = parsed
    } else {
      return received[document].fail("gave a value that is no JSON", mend: "write JSON or nothing")
    }
    received[document].add(
      start: Int(clamping: annotation.start), end: Int(clamping: annotation.end),
      label: String(decoding: bytes(annotation.label), as: UTF8.self), value: value)
  }

  func fail(_ document: Int, _ message: warraq_text) {
    guard received.indices.contains(document) else { return }
    received[document].fail("says: " + String(decoding: bytes(message), as: UTF8.self))
  }

  private func bytes(_ text: warraq_text) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.bytes, count: text.bytes == nil ? 0 : text.count)
  }
}

import Synchronization
import UTF8Text

/// A way in which a stage breaks what every stage promises.
public struct ContractBreach: Error, Hashable, CustomStringConvertible {
  /// What was promised.
  public enum Promise: String, CaseIterable, Sendable {
    /// The stage can be made from its defaults.
    case making
    /// Sound documents do not fail.
    case success
    /// The layers of the declaration are added, and no others.
    case layers
    /// What was there before is not changed.
    case untouched
    /// Offsets lie in the text and on the borders of code points.
    case offsets
    /// The same document gives the same layers, unless the declaration says otherwise.
    case determinism
    /// Several threads at once get what one alone gets.
    case threads
  }

  /// The stage's id.
  public let stage: String
  /// The probe at which it showed.
  public let probe: String
  /// What was promised.
  public let promise: Promise
  /// What came instead.
  public let problem: String

  /// All of it in one line.
  public var description: String { "\(stage): \(promise.rawValue), on \(probe): \(problem)" }
}

/// Checks a stage against what every stage promises, on documents that are empty, huge, broken,
/// mixed and strange.
///
/// - Parameters:
///   - id: The stage's id in `registry`.
///   - registry: The stages; those that provide what the stage requires run before it.
///   - options: Options for the stage; its defaults where none is given.
/// - Returns: The breaches found, none for a sound stage.
public func checkStage(
  _ id: String, in registry: StageRegistry, options: [JSONValue.Member] = []
) async -> [ContractBreach] {
  let contract: StageContract
  do throws(ContractBreach) {
    contract = try StageContract(id, in: registry, options: options)
  } catch {
    return [error]
  }
  var breaches: [ContractBreach] = []
  for probe in StageProbe.all { breaches += contract.check(probe) }
  if breaches.isEmpty { breaches += await contract.checkThreads() }
  return breaches
}

/// A stage with the stages before it.
private struct StageContract: Sendable {
  private let id: String
  private let descriptor: StageDescriptor
  private let before: [any DocumentProcessor]
  private let stage: any DocumentProcessor

  init(
    _ id: String, in registry: StageRegistry, options: [JSONValue.Member]
  ) throws(ContractBreach) {
    var steps: [Recipe.Step] = []
    var provided: Set<LayerName> = []
    Self.prepare(id, registry, &steps, &provided, depth: 0)
    if let last = steps.indices.last { steps[last].options = options }
    do throws(RecipeError) {
      let pipeline = try Pipeline(Recipe(name: "check", stages: steps), registry: registry)
      guard let last = pipeline.steps.last else { throw RecipeError([]) }
      descriptor = last.descriptor
      stage = last.stage
      before = pipeline.steps.dropLast().map(\.stage)
      self.id = id
    } catch {
      let problems = error.faults.map { "\($0.problem): \($0.mend)" }
      throw ContractBreach(
        stage: id, probe: "its defaults", promise: .making,
        problem: problems.isEmpty ? "there is no such stage" : problems.joined(separator: "; "))
    }
  }

  /// Puts before a stage the first provider of each layer that it requires.
  private static func prepare(
    _ id: String, _ registry: StageRegistry, _ steps: inout [Recipe.Step],
    _ provided: inout Set<LayerName>, depth: Int
  ) {
    guard depth < 16 else { return }
    for layer in registry[id]?.descriptor.requires ?? [] where !provided.contains(layer) {
      if let provider = registry.providers(of: layer).first {
        prepare(provider, registry, &steps, &provided, depth: depth + 1)
      }
    }
    steps.append(Recipe.Step(id))
    provided.formUnion(registry[id]?.descriptor.provides ?? [])
  }

  func check(_ probe: StageProbe) -> [ContractBreach] {
    guard let prepared = prepared(probe) else { return [] }
    var document = prepared
    do throws(StageError) {
      try stage.process(&document)
    } catch {
      return [breach(.success, probe, "it failed: \(error)")]
    }
    var breaches: [ContractBreach] = []
    let added = document.layerNames.filter { !prepared.layerNames.contains($0) }
    let expected = descriptor.provides.filter { !descriptor.optional.contains($0) }
    if !Set(added).isSubset(of: descriptor.provides) || !Set(expected).isSubset(of: added) {
      breaches.append(
        breach(.layers, probe, "it declares \(descriptor.provides) and added \(added)"))
    }
    for name in prepared.layerNames where json(document, name) != json(prepared, name) {
      breaches.append(breach(.untouched, probe, "the layer `\(name)` is another"))
    }
    if document.text != prepared.text {
      breaches.append(breach(.untouched, probe, "the text is another"))
    }
    for name in added {
      if let wrong = document.layer(named: name)?.annotations.first(where: {
        !isSound($0.span, in: document.text)
      }) {
        let span = "bytes \(wrong.span.start) to \(wrong.span.end) of \(document.text.count)"
        breaches.append(breach(.offsets, probe, "the layer `\(name)` has a span of \(span)"))
      }
    }
    if descriptor.isDeterministic {
      var again = prepared
      try? stage.process(&again)
      for name in added where json(again, name) != json(document, name) {
        breaches.append(breach(.determinism, probe, "the layer `\(name)` came out otherwise"))
      }
    }
    return breaches
  }

  /// Eight threads run the small probes at the same time.
  func checkThreads() async -> [ContractBreach] {
    guard descriptor.isDeterministic else { return [] }
    let probes = StageProbe.all.filter { $0.text.count < 10_000 }
    let expected = probes.map(layers)
    let differing = Differing()
    await RealThreads.run(8) {
      for (index, probe) in probes.enumerated() where layers(probe) != expected[index] {
        differing.add(index)
      }
    }
    return differing.indices.map {
      breach(.threads, probes[$0], "eight threads at once got something else")
    }
  }

  /// Indices that any thread adds.
  private final class Differing: Sendable {
    private let found = Mutex<Set<Int>>([])
    var indices: [Int] { found.withLock { $0.sorted() } }
    func add(_ index: Int) { found.withLock { _ = $0.insert(index) } }
  }

  private func layers(_ probe: StageProbe) -> [[UInt8]?] {
    guard var document = prepared(probe) else { return [] }
    try? stage.process(&document)
    return descriptor.provides.map { json(document, $0) }
  }

  private func prepared(_ probe: StageProbe) -> Document? {
    var document = probe.document
    for earlier in before {
      do throws(StageError) { try earlier.process(&document) } catch { return nil }
    }
    return document
  }

  private func isSound(_ span: TextSpan, in text: Text) -> Bool {
    span.start >= 0 && span.start <= span.end && span.end <= text.count
      && text.isScalarBoundary(span.start) && text.isScalarBoundary(span.end)
  }

  private func json(_ document: Document, _ name: LayerName) -> [UInt8]? {
    guard let layer = document.layer(named: name) else { return nil }
    var writer = JSONWriter()
    layer.write(to: &writer, in: OutputContext(text: document.text, unit: .utf8))
    return writer.bytes
  }

  private func breach(
    _ promise: ContractBreach.Promise, _ probe: StageProbe, _ problem: String
  ) -> ContractBreach {
    ContractBreach(stage: id, probe: probe.name, promise: promise, problem: problem)
  }
}

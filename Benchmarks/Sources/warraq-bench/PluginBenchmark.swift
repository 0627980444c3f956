import Warraq
import WarraqPlugins
import WarraqStandard

/// What a stage that does nothing costs a document, by the way it comes in.
struct PluginBenchmark {
  let articles: Articles
  /// The folder that holds `c`, `swift` and `process`.
  let folder: String

  private struct Nothing: DocumentProcessor {
    func process(_ document: inout Document) throws(StageError) {
      try document.add(AnnotationLayer(annotations: []), as: LayerKey("nothing"))
    }
  }

  func run() throws {
    var registry = StageRegistry()
    registry.register(
      StageRegistry.Entry(
        descriptor: StageDescriptor(
          id: "nothing", summary: "Does nothing.",
          provides: [.layer(LayerKey<AnnotationLayer>("nothing"))]),
        make: { _ throws(OptionError) in Nothing() }))
    let manifests = try ["c", "swift", "process"].map { name in
      try PluginManifest(folder: PluginStore.absolute(folder + "/" + name))
    }
    registry = try PluginLoader(log: { print($0) }).registry(registry, adding: manifests)
    print("A stage that does nothing, microseconds a document, batches of 32")
    for id in registry.ids {
      let pipeline = try Pipeline(
        Recipe(name: "bench", stages: [Recipe.Step(id)]), registry: registry)
      print("  \(id): \((try microseconds(pipeline) * 100).rounded() / 100)")
    }
  }

  private func microseconds(_ pipeline: Pipeline) throws -> Double {
    let documents = articles.texts.prefix(3200).enumerated().map {
      Document(id: String($0), text: $1)
    }
    let batches = stride(from: 0, to: documents.count, by: 32).map {
      Array(documents[$0..<min($0 + 32, documents.count)])
    }
    var best = Duration.seconds(3600)
    for _ in 0..<5 {
      var copy = batches
      let elapsed = ContinuousClock().measure {
        for index in copy.indices { _ = pipeline.process(&copy[index]) }
      }
      best = min(best, elapsed)
    }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    return seconds * 1e6 / Double(documents.count)
  }
}

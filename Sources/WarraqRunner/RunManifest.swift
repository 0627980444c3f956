import Warraq
import WarraqCorpus

/// What a run was and did, for those who keep its results: written by `--stats`.
public struct RunManifest {
  private let recipe: String
  private let recipeDigest: String
  private let steps: [Pipeline.Step]
  private let versions: [(name: String, version: String)]

  /// Begins a manifest.
  ///
  /// - Parameters:
  ///   - json: The recipe as it was read.
  ///   - versions: Versions of the toolkit and what it stands on, by name.
  public init(pipeline: Pipeline, recipe json: [UInt8], versions: [(name: String, version: String)])
  {
    recipe = pipeline.recipe.name
    recipeDigest = RunKey.digest(ofRecipe: json)
    steps = pipeline.steps
    self.versions = versions
  }

  /// The manifest as one JSON object: recipe, versions, inputs with their size and SHA-256, outputs,
  /// counts, and seconds in all and by stage (summed over workers). Reads every input once more.
  public func json(
    state: RunState, inputs: [(path: String, size: Int?)], outputs: [String], jobs: Int,
    seconds: Double
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("recipe")
    writer.value(["name": .string(recipe), "sha256": .string(recipeDigest)])
    writer.key("versions")
    writer.value(.object(versions.map { .init($0.name, .string($0.version)) }))
    writer.key("jobs")
    writer.integer(jobs)
    writer.key("inputs")
    writer.beginArray()
    for input in inputs { write(input, to: &writer) }
    writer.endArray()
    writer.key("outputs")
    writer.value(.array(outputs.map { .string($0) }))
    writer.key("complete")
    writer.bool(!state.wasInterrupted)
    writer.key("documents")
    let counts = state.counts
    writer.value([
      "read": counts.read.json, "written": counts.written.json, "filtered": counts.filtered.json,
      "failed": counts.failed.json, "repaired": counts.repairedDocuments.json,
    ])
    writer.key("seconds")
    writer.number(seconds, decimals: 3)
    writer.key("stages")
    writer.beginArray()
    for (step, time) in zip(steps, state.times.steps) {
      writer.beginObject()
      writer.key("stage")
      writer.string(step.descriptor.id)
      if let version = step.version {
        writer.key("version")
        writer.string("\(version)")
      }
      writer.key("seconds")
      writer.number(time / .seconds(1), decimals: 3)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  private func write(_ input: (path: String, size: Int?), to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("path")
    writer.string(input.path)
    if let size = input.size {
      writer.key("bytes")
      writer.integer(size)
      if let digest = Digest.ofFile(input.path) {
        writer.key("sha256")
        writer.string(digest)
      }
    }
    writer.endObject()
  }
}

import Warraq

/// Puts the stages of plugins into a registry. Only declarations are read here; a library is loaded,
/// a process started, when a recipe makes the stage.
public struct PluginLoader: Sendable {
  private let log: @Sendable (String) -> Void

  /// A loader.
  ///
  /// - Parameter log: Takes what processes write to standard error, a line at a time, and notes about
  ///   their ends; called on any thread.
  public init(log: @escaping @Sendable (String) -> Void) { self.log = log }

  /// A registry with the stages of plugins beside those of another.
  ///
  /// - Throws: `PluginError` when a plugin cannot be declared, or would provide a layer of another
  ///   stage's.
  public func registry(
    _ base: StageRegistry, adding manifests: [PluginManifest]
  ) throws(PluginError) -> StageRegistry {
    var registry = base
    for manifest in manifests {
      for (index, stage) in manifest.stages.enumerated() {
        if let other = registry.providers(of: stage.layer).first(where: { base[$0] != nil }) {
          throw PluginError(
            manifest.folder + "/plugin.json", at: "/stages/\(index)/provides",
            "the layer `\(stage.layer)` is that of the stage `\(other)`",
            mend: "name it after the plugin: `\(manifest.id)-…`")
        }
        registry.register(entry(stage, of: manifest))
      }
    }
    return registry
  }

  private func entry(
    _ stage: PluginManifest.StageDeclaration, of manifest: PluginManifest
  ) -> StageRegistry.Entry {
    StageRegistry.Entry(
      descriptor: stage.descriptor, version: manifest.version,
      make: { options throws(OptionError) in
        // The plugin sees every option, given or not.
        let values = stage.descriptor.options.map {
          JSONValue.Member($0.name, options.given[$0.name] ?? $0.defaultValue)
        }
        let json = JSONValue.object(values).compactJSON
        switch manifest.kind {
        case .process:
          return ProcessStage(manifest: manifest, stage: stage, options: json, log: log)
        case .library:
          do throws(PluginError) {
            return try LibraryStage(manifest: manifest, stage: stage, options: json)
          } catch {
            throw OptionError(option: "", problem: error.problem, mend: error.mend)
          }
        }
      })
  }
}

import Warraq

/// What `plugin.json` says: who the plugin is, how it runs, and its stages. Reading it runs no code
/// of the plugin.
public struct PluginManifest: Sendable {
  /// How a plugin runs.
  public enum Kind: String, CaseIterable, Sendable {
    /// A shared library, loaded into the toolkit: trusted code.
    case library
    /// A program of its own that speaks JSON Lines.
    case process
  }

  /// What a process may use.
  public struct Limits: Sendable, Hashable {
    /// Seconds for one batch; behind them the process is killed.
    public var seconds = 30.0
    /// Mebibytes of address space.
    public var megabytes = 1024
    /// Documents in one batch.
    public var batch = 32
  }

  /// A stage of the plugin.
  public struct StageDeclaration: Sendable {
    /// Its name within the plugin.
    public let name: String
    /// The declaration that recipes are checked against; its id is `plugin/stage`.
    public let descriptor: StageDescriptor
    /// The layer that it provides.
    public let layer: LayerName
    /// The layers that it sees, where they are there.
    public var wantedLayers: [LayerName] { descriptor.requires + descriptor.uses }
  }

  /// The plugin's folder.
  public let folder: String
  /// Its name: lower-case letters, digits and hyphens.
  public let id: String
  /// Its version.
  public let version: SemanticVersion
  /// How it runs.
  public let kind: Kind
  /// What it is for, in a sentence.
  public let summary: String
  /// Its licence, as SPDX names it.
  public let licence: String
  /// The library's file name, of libraries.
  public let library: String
  /// The program and its arguments, of processes; names with a slash are looked for in the folder.
  public let command: [String]
  /// Names of environment variables that a process may see; no other is passed on.
  public let environment: [String]
  /// Whether a process may reach the network.
  public let usesNetwork: Bool
  /// What a process may use.
  public let limits: Limits
  /// The stages.
  public let stages: [StageDeclaration]

  /// Reads `plugin.json` in a folder.
  ///
  /// - Throws: `PluginError` naming the first fault and its place.
  public init(folder: String) throws(PluginError) {
    let path = folder + "/plugin.json"
    guard let bytes = PluginFiles.read(path) else {
      throw PluginError(folder, "there is no plugin.json", mend: "name the folder of a plugin")
    }
    let root: JSONValue
    do {
      root = try JSONScanner.parse(bytes)
    } catch {
      throw PluginError(
        path, "broken JSON at byte \(error.byteOffset)", mend: error.problem)
    }
    let reader = ManifestReader(path: path, root: root)
    try reader.checkKeys(
      root,
      [
        "id", "version", "kind", "summary", "licence", "library", "command", "environment",
        "network", "limits", "stages",
      ], at: "")
    self.folder = folder
    id = try reader.name(root["id"], at: "/id")
    let versionText = try reader.string(root["version"], at: "/version")
    guard let version = SemanticVersion(versionText) else {
      throw PluginError(
        path, at: "/version", "`\(versionText)` is no version", mend: "write three numbers: 1.0.0")
    }
    self.version = version
    let kindText = try reader.string(root["kind"], at: "/kind")
    guard let kind = Kind(rawValue: kindText) else {
      throw PluginError(
        path, at: "/kind", "`\(kindText)` is no kind of plugin",
        mend: Suggestion.mend(for: kindText, among: Kind.allCases.map(\.rawValue)))
    }
    self.kind = kind
    summary = try reader.string(root["summary"], at: "/summary")
    licence = try reader.string(root["licence"], at: "/licence")
    library = kind == .library ? try reader.string(root["library"], at: "/library") : ""
    command = kind == .process ? try reader.strings(root["command"], at: "/command") : []
    if kind == .process, command.isEmpty {
      throw PluginError(path, at: "/command", "the command is empty", mend: "name a program")
    }
    if library.contains("/") {
      throw PluginError(
        path, at: "/library", "the library lies outside the folder", mend: "write its file name")
    }
    environment =
      try root["environment"].map { value throws(PluginError) in
        try reader.strings(value, at: "/environment")
      } ?? []
    usesNetwork = root["network"]?.boolValue ?? false
    limits = try reader.limits(root["limits"])
    stages = try reader.stages(root["stages"], plugin: id)
  }
}

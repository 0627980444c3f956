import Warraq

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The list of plugins that the user has added: their folders, in a file of the user's.
public struct PluginStore: Sendable {
  /// The file that holds the list.
  public let path: String

  /// The store at a path.
  public init(path: String) { self.path = path }

  /// The user's store: `$WARRAQ_PLUGINS`, else `warraq/plugins.json` in `$XDG_DATA_HOME` or
  /// `~/.local/share`; nil when the environment names neither.
  public static func standard() -> PluginStore? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["WARRAQ_PLUGINS"], !path.isEmpty { return PluginStore(path: path) }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return PluginStore(path: data + "/warraq/plugins.json")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return PluginStore(path: home + "/.local/share/warraq/plugins.json")
  }

  /// The folders, in the order in which they were added; none when there is no file yet.
  ///
  /// - Throws: `PluginError` when the file is there and holds something else.
  public func folders() throws(PluginError) -> [String] {
    guard let bytes = PluginFiles.read(path) else { return [] }
    guard let list = (try? JSONScanner.parse(bytes)).flatMap([String].init(json:)) else {
      throw PluginError(path, "this is no list of plugins", mend: "mend or remove the file")
    }
    return list
  }

  /// Adds a plugin's folder after reading its declaration; one of the same id is replaced.
  ///
  /// - Throws: `PluginError` when the folder holds no sound plugin or the list cannot be written.
  public func add(_ folder: String) throws(PluginError) -> PluginManifest {
    guard let resolved = PluginFiles.resolve(folder) else {
      throw PluginError(folder, "there is no such folder", mend: "check the path")
    }
    let manifest = try PluginManifest(folder: resolved)
    var list = try folders().filter { $0 != resolved }
    list.removeAll { other in (try? PluginManifest(folder: other))?.id == manifest.id }
    try write(list + [resolved])
    return manifest
  }

  /// Removes the plugin of an id, or of a folder; true when it was there.
  public func remove(_ idOrFolder: String) throws(PluginError) -> Bool {
    let list = try folders()
    let resolved = PluginFiles.resolve(idOrFolder)
    let kept = list.filter { folder in
      folder != resolved && folder != idOrFolder
        && (try? PluginManifest(folder: folder))?.id != idOrFolder
    }
    guard kept.count < list.count else { return false }
    try write(kept)
    return true
  }

  /// A folder's path from the root, links resolved; the path itself when there is no such folder.
  public static func absolute(_ folder: String) -> String { PluginFiles.resolve(folder) ?? folder }

  private func write(_ folders: [String]) throws(PluginError) {
    let text = JSONValue.array(folders.map { .string($0) }).prettyJSON + "\n"
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    do {
      try FileManager.default.createDirectory(
        atPath: "/" + folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw PluginError(
        path, "the list of plugins cannot be written",
        mend: "check the folder or set WARRAQ_PLUGINS")
    }
  }
}

import CWarraqPlugin
import Synchronization
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A plugin's library, loaded once and never unloaded.
///
/// Sendable although the compiler cannot see it: the struct holds function pointers into a library
/// that stays loaded, and the interface lets any thread call them.
final class LibraryHandle: @unchecked Sendable {
  let plugin: warraq_plugin

  private static let loaded = Mutex<[String: LibraryHandle]>([:])

  /// The library of a plugin.
  ///
  /// - Throws: `PluginError` when it cannot be loaded, is of another version of the interface, or
  ///   says of itself other things than `plugin.json`.
  static func open(_ manifest: PluginManifest) throws(PluginError) -> LibraryHandle {
    let path = manifest.folder + "/" + manifest.library
    if let handle = loaded.withLock({ $0[path] }) { return handle }
    let handle = try LibraryHandle(path, manifest)
    loaded.withLock { $0[path] = handle }
    return handle
  }

  private init(_ path: String, _ manifest: PluginManifest) throws(PluginError) {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let cause = dlerror().map { String(cString: $0) } ?? "no cause was given"
      throw PluginError(path, "the library cannot be loaded: \(cause)", mend: "build it anew")
    }
    guard let symbol = dlsym(library, "warraq_plugin_entry") else {
      throw PluginError(
        path, "the library has no `warraq_plugin_entry`", mend: "export it, see warraq_plugin.h")
    }
    let entry = unsafeBitCast(symbol, to: warraq_plugin_entry_function.self)
    let abi = UInt32(WARRAQ_PLUGIN_ABI)
    guard let table = entry(abi), table.pointee.abi == abi else {
      throw PluginError(
        path, "the library is of another version of the interface than \(abi)",
        mend: "build it with this toolkit's warraq_plugin.h")
    }
    plugin = table.pointee
    try checkDescription(path, manifest)
  }

  private func checkDescription(_ path: String, _ manifest: PluginManifest) throws(PluginError) {
    guard plugin.create != nil, plugin.process != nil, plugin.destroy != nil,
      let text = plugin.describe?()
    else {
      throw PluginError(path, "a function is missing", mend: "fill the whole of warraq_plugin")
    }
    let description = try? JSONScanner.parse(Array(String(cString: text).utf8))
    let stages = description?["stages"].flatMap([String].init(json:)) ?? []
    let isSame =
      description?["id"]?.stringValue == manifest.id
      && description?["version"]?.stringValue.flatMap(SemanticVersion.init) == manifest.version
      && manifest.stages.allSatisfy { stages.contains($0.name) }
    guard isSame else {
      throw PluginError(
        path, "the library describes itself otherwise than plugin.json",
        mend: "make id, version and stages agree")
    }
  }
}

/// One instance of a library's stage.
///
/// Sendable although the compiler cannot see it: the pool hands an instance to one thread at a time,
/// which is what the interface asks for.
final class LibraryInstance: @unchecked Sendable {
  private let library: LibraryHandle
  let pointer: UnsafeMutableRawPointer

  /// Makes an instance.
  ///
  /// - Throws: `PluginError` with the plugin's own message.
  init(
    _ library: LibraryHandle, stage: String, options: String, path: String
  ) throws(PluginError) {
    var message = [CChar](repeating: 0, count: 512)
    guard let pointer = library.plugin.create(stage, options, &message, message.count) else {
      let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw PluginError(
        path, "the plugin refused: \(String(decoding: bytes, as: UTF8.self))",
        mend: "change the options")
    }
    self.library = library
    self.pointer = pointer
  }

  deinit { library.plugin.destroy(pointer) }
}

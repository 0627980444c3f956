#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The few things that plugins need of the file system.
enum PluginFiles {
  /// The bytes of a file, or nil.
  static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  /// A path without `.`, `..` and links, from the root; nil when there is nothing.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a file can be run.
  static func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path)
  }

  /// The program that a name stands for: a path below the folder, or a file of the search path.
  static func program(_ name: String, in folder: String) -> String? {
    if name.hasPrefix("/") { return isExecutable(name) ? name : nil }
    if name.contains("/") {
      let path = folder + "/" + name
      return isExecutable(path) ? path : nil
    }
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    for part in search.split(separator: ":") {
      let path = part + "/" + name
      if isExecutable(path) { return path }
    }
    return nil
  }
}

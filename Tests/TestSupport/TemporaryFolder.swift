#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder that lives as long as the value.
public final class TemporaryFolder: Sendable {
  /// Where it lies, a slash at its end.
  public let path: String

  public init() throws {
    let base = FileManager.default.temporaryDirectory.path
    path = base + (base.hasSuffix("/") ? "" : "/") + "warraq-\(UUID().uuidString)/"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making folders as needed, and returns its path.
  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + name
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/" + folder, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw CocoaError(.fileWriteUnknown)
    }
    return file
  }

  /// Writes a text file and returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// The bytes of a file in the folder, or nil when it is not there.
  public func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + name).map { [UInt8]($0) }
  }
}

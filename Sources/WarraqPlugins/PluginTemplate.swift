import PluginTemplates
import UTF8Text

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Skeletons of plugins: the tested examples of `Plugins/Examples`, with a name of one's own.
public struct PluginTemplate: Sendable {
  /// `c`, `process` or `swift`.
  public let kind: String
  private let files: [(path: String, content: String)]

  /// Every skeleton.
  public static let all: [PluginTemplate] = {
    var count = 0
    guard let templates = plugin_templates(&count) else { return [] }
    return (0..<count).map { index in
      let template = templates[index]
      let files = (0..<template.count).map { number in
        let file = template.files[number]
        return (
          String(cString: file.path),
          StaticBytes(file.bytes, count: file.count).string
        )
      }
      return PluginTemplate(kind: String(cString: template.kind), files: files)
    }
  }()

  /// Writes the skeleton into a new folder.
  ///
  /// - Parameters:
  ///   - name: The plugin's id: lower-case letters, digits and hyphens, a letter first.
  ///   - folder: The folder, which must not be there yet.
  ///   - toolkit: Where a Swift package finds the toolkit: the path of a checkout.
  /// - Throws: `PluginError` for a bad name, a folder that is there, or one that cannot be written.
  public func write(
    name: String, folder: String, toolkit: String
  ) throws(PluginError) -> [String] {
    let isName =
      name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      } && (name.utf8.first.map { (0x61...0x7A).contains($0) } ?? false) && name.utf8.count <= 64
    guard isName else {
      throw PluginError(
        folder, "`\(name)` is no name for a plugin",
        mend: "use lower-case letters, digits and hyphens, a letter first")
    }
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw PluginError(folder, "the folder is there already", mend: "choose another name")
    }
    var paths: [String] = []
    for file in files {
      let path = folder + "/" + renamed(file.path, name)
      let content = renamed(file.content, name).replacing("\"../warraq\"", with: "\"\(toolkit)\"")
      let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      do {
        try FileManager.default.createDirectory(
          atPath: parent.joined(separator: "/"), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: URL(filePath: path))
      } catch {
        throw PluginError(path, "the file cannot be written", mend: "check the folder's rights")
      }
      paths.append(path)
    }
    return paths
  }

  private func renamed(_ text: String, _ name: String) -> String {
    let words = name.split(separator: "-").map(String.init)
    let pascal = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let camel = (words.first ?? "") + pascal.dropFirst(words.first?.count ?? 0)
    return text.replacing("exampleLongWords", with: camel + "LongWords")
      .replacing("Example", with: pascal).replacing("example", with: name)
  }
}

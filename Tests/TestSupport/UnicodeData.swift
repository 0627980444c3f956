import Foundation

/// Files of the Unicode Character Database as Debian's package `unicode-data` lays them.
public enum UnicodeData {
  private static let folder = "/usr/share/unicode/"

  /// The lines of a file without comments, or nil when the package is not installed.
  public static func lines(_ name: String) -> [String]? {
    guard let data = contents(name) else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      String(line.prefix { $0 != "#" })
    }.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static func contents(_ name: String) -> Data? {
    for folder in [folder, folder + "auxiliary/"] {
      if let data = FileManager.default.contents(atPath: folder + name) { return data }
      if let data = uncompressed(folder + name + ".bz2") { return data }
    }
    return nil
  }

  private static func uncompressed(_ path: String) -> Data? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bzip2", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}

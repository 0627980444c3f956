#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The checkout that the tests were built from.
public enum Repository {
  /// The top folder, a slash at its end.
  public static let root: String = {
    // This file lies in Tests/TestSupport/.
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/"
  }()

  /// The text of a file below the top folder, or an empty one when it is not there.
  public static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: root + path) ?? Data(), as: UTF8.self)
  }
}

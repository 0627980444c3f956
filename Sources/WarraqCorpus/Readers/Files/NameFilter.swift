#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Chooses files of folders and archives by shell patterns over their paths below the folder.
public struct NameFilter: Sendable, Hashable {
  /// What to read instead of the usual endings; empty for these.
  public var include: [String]
  /// What to pass over; stronger than `include`.
  public var exclude: [String]

  /// Patterns as shells know them: `*` and `?` match within a path's part and `**/` any number of
  /// parts; a pattern without `/` is matched against the last part alone.
  public init(include: [String] = [], exclude: [String] = []) {
    self.include = include
    self.exclude = exclude
  }

  var isEmpty: Bool { include.isEmpty && exclude.isEmpty }

  /// Whether a file is to be read.
  ///
  /// - Parameter sought: Whether it is when no pattern says otherwise.
  func takes(_ name: String, byDefault sought: Bool) -> Bool {
    if exclude.contains(where: { Self.matches(name, $0) }) { return false }
    return include.isEmpty ? sought : include.contains { Self.matches(name, $0) }
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    if !pattern.contains("/") {
      return fnmatch(pattern, name.split(separator: "/").last.map(String.init) ?? name, 0) == 0
    }
    if pattern.contains("**") {
      // fnmatch without FNM_PATHNAME lets `*` cross `/`; `**/` may also stand for nothing.
      let wide = pattern.split(separator: "/", omittingEmptySubsequences: false)
      let rest = wide.drop { $0 == "**" }.joined(separator: "/")
      return fnmatch(pattern, name, 0) == 0
        || (wide.first == "**" && (fnmatch(rest, name, FNM_PATHNAME) == 0))
    }
    return fnmatch(pattern, name, FNM_PATHNAME) == 0
  }
}

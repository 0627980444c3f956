/// What is wrong with a plugin, where, and the mend.
public struct PluginError: Error, Hashable, CustomStringConvertible {
  /// The plugin's folder or file.
  public let path: String
  /// JSON Pointer to the place in `plugin.json`, or nothing.
  public let pointer: String?
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let mend: String

  /// Names the place, the problem and the mend.
  public init(_ path: String, at pointer: String? = nil, _ problem: String, mend: String) {
    self.path = path
    self.pointer = pointer
    self.problem = problem
    self.mend = mend
  }

  /// All of it in one line.
  public var description: String {
    path + (pointer.map { " at \($0)" } ?? "") + ": \(problem): \(mend)"
  }
}

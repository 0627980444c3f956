/// A place where bytes stop being JSON.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// Offset of the byte at fault.
  public let byteOffset: Int
  /// What was expected or found there.
  public let problem: String

  /// Names a place and what is wrong there.
  public init(byteOffset: Int, problem: String) {
    self.byteOffset = byteOffset
    self.problem = problem
  }

  /// The problem and its place, in one line.
  public var description: String { "broken JSON at byte \(byteOffset): \(problem)" }
}

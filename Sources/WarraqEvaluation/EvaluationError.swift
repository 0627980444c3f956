/// What is wrong with the files of an evaluation, and where.
public struct EvaluationError: Error, Hashable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let mend: String

  /// Gathers the parts of an error.
  public init(file: String, line: Int? = nil, problem: String, mend: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.mend = mend
  }

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(problem): \(mend)"
  }
}

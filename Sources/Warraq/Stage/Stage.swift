/// One step of a pipeline.
///
/// A stage reads the document and adds layers or a view; it changes nothing that is there and
/// touches no file. One value serves many threads at once.
public protocol Stage: Sendable {
  /// The stage's declaration, from which validation, help, schema and reference pages are made.
  static var descriptor: StageDescriptor { get }

  /// Makes the stage from options that fit the declaration.
  ///
  /// - Throws: `OptionError` for what the declaration cannot express, such as two options that
  ///   exclude each other.
  init(options: OptionValues) throws(OptionError)

  /// Does the step on one document.
  ///
  /// - Throws: `StageError` when this document cannot be processed; others go on.
  func process(_ document: inout Document) throws(StageError)
}

/// Why a stage could not process a document.
public struct StageError: Error, Hashable, CustomStringConvertible {
  /// What went wrong.
  public let problem: String
  /// What to do about it, or nothing.
  public let mend: String?

  /// Names the problem and the mend.
  public init(_ problem: String, mend: String? = nil) {
    self.problem = problem
    self.mend = mend
  }

  /// The problem and the mend, in one line.
  public var description: String {
    mend.map { "\(problem): \($0)" } ?? problem
  }
}

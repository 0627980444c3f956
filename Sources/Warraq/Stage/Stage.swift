/// What a pipeline runs: a stage that was made, whoever declared it.
///
/// It reads the document and adds layers or a view; it changes nothing that is there and touches no
/// file. One value serves many threads at once.
public protocol DocumentProcessor: Sendable {
  /// Does the step on one document.
  ///
  /// - Throws: `StageError` when this document cannot be processed; others go on.
  func process(_ document: inout Document) throws(StageError)
}

/// A processor that does several documents at once for less than one by one.
public protocol BatchProcessor: DocumentProcessor {
  /// Does the step on every document.
  ///
  /// - Returns: Why a document could not be processed, by its index; the others were.
  func process(_ documents: inout [Document]) -> [Int: StageError]
}

extension BatchProcessor {
  /// Does the step on a batch of one.
  public func process(_ document: inout Document) throws(StageError) {
    var batch = [document]
    let errors = process(&batch)
    if let error = errors[0] { throw error }
    document = batch[0]
  }
}

/// One step of a pipeline, with its declaration.
public protocol Stage: DocumentProcessor {
  /// The stage's declaration, from which validation, help, schema and reference pages are made.
  static var descriptor: StageDescriptor { get }

  /// Makes the stage from options that fit the declaration.
  ///
  /// - Throws: `OptionError` for what the declaration cannot express, such as two options that
  ///   exclude each other.
  init(options: OptionValues) throws(OptionError)
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

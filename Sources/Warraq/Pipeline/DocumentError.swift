/// A document that could not be read or processed. The run goes on without it.
public struct DocumentError: Error, Hashable, CustomStringConvertible {
  /// The document's id, or its place in the input when it has none.
  public let documentID: String
  /// The stage that refused it, or nil when it could not be read.
  public let stage: String?
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let mend: String?

  /// Names the document, the stage, the problem and the mend.
  public init(documentID: String, stage: String? = nil, problem: String, mend: String? = nil) {
    self.documentID = documentID
    self.stage = stage
    self.problem = problem
    self.mend = mend
  }

  /// All of it in one line.
  public var description: String {
    "document \(documentID): " + (stage.map { "stage \($0): " } ?? "") + problem
      + (mend.map { ": \($0)" } ?? "")
  }
}

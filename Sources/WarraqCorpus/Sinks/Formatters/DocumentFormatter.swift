import Warraq

/// Writes what became of documents as bytes, in many tasks at once.
public protocol DocumentFormatter: Sendable {
  /// What stands before the first document, such as a table's header.
  var prologue: [UInt8] { get }

  /// Appends what is written for a document.
  func append(_ document: Document, to bytes: inout [UInt8])

  /// Appends what is written for a document that failed; nothing by default.
  func append(_ failure: DocumentError, to bytes: inout [UInt8])
}

extension DocumentFormatter {
  /// Nothing.
  public var prologue: [UInt8] { [] }
  /// Nothing.
  public func append(_ failure: DocumentError, to bytes: inout [UInt8]) {}
}

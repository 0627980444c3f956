import Warraq

/// Failed documents as JSON Lines: `id`, `stage` where a stage refused it, `problem`, `mend`.
public struct FailureFormatter: DocumentFormatter {
  /// A formatter.
  public init() {}

  public func append(_ document: Document, to bytes: inout [UInt8]) {}

  public func append(_ failure: DocumentError, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.string(failure.documentID)
    if let stage = failure.stage {
      writer.key("stage")
      writer.string(stage)
    }
    writer.key("problem")
    writer.string(failure.problem)
    if let mend = failure.mend {
      writer.key("mend")
      writer.string(mend)
    }
    writer.endObject()
    writer.endLine()
    bytes += writer.bytes
  }
}

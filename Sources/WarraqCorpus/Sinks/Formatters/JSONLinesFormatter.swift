import Warraq

/// One JSON object a line.
public struct JSONLinesFormatter: DocumentFormatter {
  private let pipeline: Pipeline

  /// Writes what the pipeline's recipe asks for.
  public init(pipeline: Pipeline) { self.pipeline = pipeline }

  public func append(_ document: Document, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    pipeline.write(document, to: &writer)
    writer.endLine()
    bytes += writer.bytes
  }
}

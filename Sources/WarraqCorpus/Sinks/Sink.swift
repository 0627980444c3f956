import Warraq

/// A place where results go: a formatter, which works in many tasks, and a writer, which takes what
/// it made batch by batch in the order of the input.
public struct Sink {
  /// What makes bytes of documents.
  public let formatter: any DocumentFormatter
  /// What takes them.
  public let writer: any SinkWriter

  /// Pairs a formatter and a writer.
  public init(formatter: any DocumentFormatter, writer: any SinkWriter) {
    self.formatter = formatter
    self.writer = writer
  }
}

/// The serial side of a sink. Its methods are called in the order in which they stand here.
public protocol SinkWriter: AnyObject {
  /// The file that results are for; nil for standard output.
  var path: String? { get }

  /// True when a checkpoint leaves a trace in the bytes that are written, so that checkpoints have
  /// to come at places that depend on the input alone.
  var showsCheckpoints: Bool { get }

  /// Begins, or goes on behind a position that `checkpoint` gave in an earlier run.
  ///
  /// - Throws: `OutputError` when the place cannot be written to or is not as it was left.
  func open(at position: Int?, prologue: [UInt8]) throws(OutputError)

  /// Takes what the formatter made of one batch; empty for a batch that leaves nothing.
  ///
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  func write(_ part: [UInt8]) throws(OutputError)

  /// Gives the system all that was written.
  ///
  /// - Returns: The position to come back to.
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  func checkpoint() throws(OutputError) -> Int

  /// Ends the writing; the result is whole, but does not have its name.
  ///
  /// - Throws: `OutputError` when the disk is full or the pipe closed.
  func close() throws(OutputError)

  /// Gives the result its name. Does nothing when it has it already.
  ///
  /// - Throws: `OutputError` when the name is taken by a folder.
  func publish() throws(OutputError)
}

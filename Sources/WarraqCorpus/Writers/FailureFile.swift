import Warraq

/// Failed documents as JSON Lines: `id`, `stage` where a stage refused it, `problem`, `mend`.
public final class FailureFile {
  private var file: OutputFile?

  /// Opens the file, which gets its name when it is finished.
  ///
  /// - Throws: `OutputError` when it cannot be made.
  public init(path: String) throws(OutputError) { file = try OutputFile(path: path) }

  /// Writes a failure.
  ///
  /// - Throws: `OutputError` when the disk is full.
  public func write(_ error: DocumentError) throws(OutputError) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.string(error.documentID)
    if let stage = error.stage {
      writer.key("stage")
      writer.string(stage)
    }
    writer.key("problem")
    writer.string(error.problem)
    if let mend = error.mend {
      writer.key("mend")
      writer.string(mend)
    }
    writer.endObject()
    writer.endLine()
    try file?.write(writer.bytes)
  }

  /// Writes what is left and gives the file its name, also when the run stopped early.
  ///
  /// - Throws: `OutputError` when the disk is full or the name is taken.
  public func finish() throws(OutputError) {
    guard let file = file.take() else { return }
    try file.finish()
  }
}

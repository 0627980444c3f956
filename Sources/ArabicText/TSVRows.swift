import UTF8Text

/// The rows of a table of tab-separated values; empty lines and lines that start with `#` are
/// left out.
public struct TSVRows: Sequence {
  private let rows: [[String]]

  /// Reads a whole table.
  public init(_ bytes: StaticBytes) {
    self.init(bytes.string)
  }

  /// Reads a whole table.
  public init(_ string: String) {
    rows = string.split { $0 == "\n" || $0 == "\r\n" }.compactMap { line in
      if line.hasPrefix("#") { return nil }
      return line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The rows, each a list of its cells.
  public func makeIterator() -> IndexingIterator<[[String]]> { rows.makeIterator() }
}

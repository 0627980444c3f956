import Warraq

/// Rows of chosen fields, with a header: CSV (RFC 4180) or TSV.
public struct TableFormatter: DocumentFormatter {
  /// The fields when none are named.
  public static let usualFields = ["id", "title", "summary", "keywords", "names.latin"]

  private let pipeline: Pipeline
  private let fields: [FieldPath]
  private let separator: UInt8
  private let layers: [LayerName]

  /// Rows of these fields.
  ///
  /// - Parameter separator: The byte between fields: a comma for CSV, a tab for TSV.
  public init(pipeline: Pipeline, fields: [FieldPath], separator: UInt8) {
    self.pipeline = pipeline
    self.fields = fields
    self.separator = separator
    layers = fields.map { LayerName($0.root) }
  }

  public var prologue: [UInt8] { row(fields.map(\.name)) }

  public func append(_ document: Document, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    pipeline.write(document, layers: layers, includesText: true, to: &writer)
    // The writer's own output is JSON.
    guard let object = try? JSONScanner.parse(writer.bytes) else { return }
    bytes += row(
      fields.map { field in
        field.name == "title" ? document.title ?? "" : field.text(in: object)
      })
  }

  private func row(_ cells: [String]) -> [UInt8] {
    let isTabbed = separator == UInt8(ascii: "\t")
    let written = cells.map { isTabbed ? Self.tabbed($0) : Self.quoted($0, separator) }
    return Array(written.joined(separator: [separator])) + Array((isTabbed ? "\n" : "\r\n").utf8)
  }

  /// A cell of TSV, which has no quotes: tabs and line ends become blanks.
  private static func tabbed(_ cell: String) -> [UInt8] {
    SingleLine.of(cell).utf8.map { $0 == 0x09 ? 0x20 : $0 }
  }

  private static func quoted(_ cell: String, _ separator: UInt8) -> [UInt8] {
    let mustQuote = cell.utf8.contains {
      $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard mustQuote else { return Array(cell.utf8) }
    return [0x22] + cell.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }
}

import Warraq
import WarraqCorpus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes one self-contained page of what `ReportFormatter` writes. The parts are gathered in a file
/// beside it, since the overview comes first and is known last.
public final class ReportWriter: SinkWriter {
  public let path: String?
  private let name: String
  private let title: String
  private var parts: OutputFile?

  /// A writer.
  ///
  /// - Parameters:
  ///   - path: The page.
  ///   - title: The page's heading.
  public init(path: String, title: String) {
    self.path = path
    name = path
    self.title = title
  }

  public var showsCheckpoints: Bool { false }

  private var partsPath: String { OutputFile.partialPath(of: name) + "-parts" }

  public func open(at position: Int?, prologue: [UInt8]) throws(OutputError) {
    parts = try OutputFile(path: partsPath, from: position, isWhole: true)
  }

  public func write(_ part: [UInt8]) throws(OutputError) { try parts?.write(part) }

  public func checkpoint() throws(OutputError) -> Int {
    try parts?.flush()
    return parts?.position ?? 0
  }

  public func close() throws(OutputError) {
    guard let parts = parts.take() else { return }
    try parts.close()
    var statistics = ReportStatistics()
    var counted = try PartsReader(path: partsPath)
    while let line = try counted.next() { statistics.add(line) }
    let page = ReportPage(title: title, statistics: statistics)
    var file = try OutputFile(path: name)
    try file.write(Array(page.head.utf8))
    var number = 0
    var html: [UInt8] = []
    var reader = try PartsReader(path: partsPath)
    while let line = try reader.next() {
      guard let article = line["html"]?.stringValue, number < ReportStatistics.mostShown else {
        continue
      }
      number += 1
      if number % ReportPage.pageSize == 1 {
        let page = number / ReportPage.pageSize + 1
        html += Array("<template class=\"page\" data-page=\"\(page)\">\n".utf8)
      }
      html += Array("<article id=\"a\(number)\">\n\(article)</article>\n".utf8)
      if number % ReportPage.pageSize == 0 { html += Array("</template>\n".utf8) }
      try file.write(html)
      html.removeAll(keepingCapacity: true)
    }
    if number % ReportPage.pageSize != 0 { try file.write(Array("</template>\n".utf8)) }
    try file.write(Array(page.foot.utf8))
    try file.close()
  }

  public func publish() throws(OutputError) {
    if access(OutputFile.partialPath(of: name), F_OK) == 0 { try OutputFile.publish(name) }
    unlink(partsPath)
  }

  /// The lines that the formatter wrote.
  private struct PartsReader {
    private var lines: TextLines
    private let path: String

    init(path: String) throws(OutputError) {
      self.path = path
      do {
        lines = try TextLines(path: path, limit: .max)
      } catch {
        throw OutputError(path: path, problem: error.problem)
      }
    }

    mutating func next() throws(OutputError) -> JSONValue? {
      do throws(InputError) {
        guard let line = try lines.next() else { return nil }
        return (try? JSONScanner.parse(Array(line.utf8))) ?? .null
      } catch {
        throw OutputError(path: path, problem: error.problem)
      }
    }
  }
}

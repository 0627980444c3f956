import Warraq
import WarraqCorpus

/// Writes what a report shows of a document as a line of JSON, from which `ReportWriter` makes the
/// page.
public struct ReportFormatter: DocumentFormatter {
  /// A formatter.
  public init() {}

  public func append(_ document: Document, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("title")
    writer.string(SingleLine.of(document.title ?? document.id))
    writer.key("source")
    writer.string(Self.source(of: document))
    writer.key("day")
    writer.string(Self.day(of: document) ?? "")
    writer.key("length")
    writer.integer(document.bodySpans.reduce(0) { $0 + wordCount(document.text, $1) })
    writer.key("keywords")
    writer.beginArray()
    for keyword in document[.keywords]?.keywords ?? [] { writer.string(keyword.text) }
    writer.endArray()
    writer.key("html")
    writer.string(html(document))
    writer.endObject()
    writer.endLine()
    bytes += writer.bytes
  }

  public func append(_ failure: DocumentError, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("failed")
    writer.string(failure.documentID)
    writer.key("stage")
    writer.string(failure.stage ?? "")
    writer.key("problem")
    writer.string(failure.problem)
    writer.endObject()
    writer.endLine()
    bytes += writer.bytes
  }

  private func wordCount(_ text: Text, _ span: TextSpan) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.bytes[span.start..<span.end] {
      if byte <= 0x20 {
        isInWord = false
      } else if !isInWord {
        isInWord = true
        count += 1
      }
    }
    return count
  }

  private static func source(of document: Document) -> String {
    if let source = document.metadata.first(where: { $0.key == "source" })?.value.stringValue {
      return SingleLine.of(source)
    }
    let url = document.metadata.first { $0.key == "url" }?.value.stringValue ?? ""
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[2]) : ""
  }

  private static func day(of document: Document) -> String? {
    let date =
      document[.structure]?.date
      ?? document.metadata.first { $0.key == "date" }?.value.stringValue
    guard let day = date?.prefix(10), day.count == 10 else { return nil }
    let isDay = day.enumerated().allSatisfy { index, character in
      index == 4 || index == 7 ? character == "-" : character.isASCII && character.isNumber
    }
    return isDay ? String(day) : nil
  }

  private func html(_ document: Document) -> String {
    let title = HTMLText.escaped(SingleLine.of(document.title ?? document.id))
    var html = "<h2 dir=\"auto\">\(title)</h2>\n<p class=\"facts\">"
    var facts = ["<bdi class=\"id\">\(HTMLText.escaped(document.id))</bdi>"]
    for fact in [Self.source(of: document), Self.day(of: document) ?? ""] where !fact.isEmpty {
      facts.append("<bdi>\(HTMLText.escaped(fact))</bdi>")
    }
    html += facts.joined(separator: " · ") + "</p>\n"
    let keywords = document[.keywords]?.keywords ?? []
    if !keywords.isEmpty {
      html += "<ul class=\"chips\" aria-label=\"الكلمات المفتاحية\">"
      for keyword in keywords {
        html += "<li><bdi>\(HTMLText.escaped(SingleLine.of(keyword.text)))</bdi></li>"
      }
      html += "</ul>\n"
    }
    return html + "<div class=\"text\">\n\(MarkedText(document).html)</div>\n"
  }
}

import Warraq

/// An article's text as HTML paragraphs: sentences of the summary highlighted, names with their Latin
/// spelling.
struct MarkedText {
  private let document: Document
  private let summary: [TextSpan]
  private let names: [NameLayer.Name]

  init(_ document: Document) {
    self.document = document
    summary = document[.summary]?.spans ?? []
    names = document[.names]?.names ?? []
  }

  /// All paragraphs; those that are not running text are told apart.
  var html: String {
    if let structure = document[.structure] {
      return structure.blocks.filter { $0.kind != .title && $0.kind != .repeated }.map { block in
        paragraph(block.span, isBody: block.kind == .body || block.kind == .subheading)
      }.joined()
    }
    return lines.map { paragraph($0, isBody: true) }.joined()
  }

  private var lines: [TextSpan] {
    var lines: [TextSpan] = []
    var start = 0
    let bytes = document.text.bytes
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      if index > start { lines.append(TextSpan(start, index)) }
      start = index + 1
    }
    return lines
  }

  private func paragraph(_ span: TextSpan, isBody: Bool) -> String {
    "<p dir=\"auto\"\(isBody ? "" : " class=\"aside\"")>\(marked(span))</p>\n"
  }

  /// The text of a span. A name that crosses the border of a sentence is cut there, so that elements
  /// nest.
  private func marked(_ span: TextSpan) -> String {
    var html = ""
    var position = span.start
    for sentence in summary where sentence.end > span.start && sentence.start < span.end {
      let start = max(sentence.start, position)
      let end = min(sentence.end, span.end)
      guard start < end else { continue }
      html += named(TextSpan(position, start))
      html += "<mark>" + named(TextSpan(start, end)) + "</mark>"
      position = end
    }
    return html + named(TextSpan(position, span.end))
  }

  private func named(_ span: TextSpan) -> String {
    guard span.start < span.end else { return "" }
    var html = ""
    var position = span.start
    for name in names[firstName(endingBehind: span.start)...] {
      guard name.span.start < span.end else { break }
      let start = max(name.span.start, position)
      let end = min(name.span.end, span.end)
      guard start < end else { continue }
      html += HTMLText.escaped(document.text[TextSpan(position, start)])
      let latin = HTMLText.escaped(name.latin)
      html += "<span class=\"name\" tabindex=\"0\" data-latin=\"\(latin)\" title=\"\(latin)\">"
      html += HTMLText.escaped(document.text[TextSpan(start, end)]) + "</span>"
      position = end
    }
    return html + HTMLText.escaped(document.text[TextSpan(position, span.end)])
  }

  /// Names stand in order and do not overlap, so the first one is found by halving.
  private func firstName(endingBehind offset: Int) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].span.end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

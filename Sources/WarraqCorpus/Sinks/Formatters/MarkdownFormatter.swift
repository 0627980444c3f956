import Warraq

/// A section of Markdown a document: title, source and day, summary, keywords, names.
public struct MarkdownFormatter: DocumentFormatter {
  /// A formatter.
  public init() {}

  public func append(_ document: Document, to bytes: inout [UInt8]) {
    var lines = ["## " + Self.escaped(document.title ?? document.id), ""]
    let day =
      document[.structure]?.date ?? document.metadata.first { $0.key == "date" }?.value.stringValue
    let source = document.metadata.first { $0.key == "source" }?.value.stringValue
    let details =
      ["`\(document.id.filter { $0 != "`" && !$0.isNewline })`"]
      + [source, day].compactMap { $0 }.map(Self.escaped)
    lines += [details.joined(separator: " · "), ""]
    if let summary = document[.summary] {
      lines += summary.spans.map { "- " + Self.escaped(document.text[$0]) } + [""]
    } else if let sentences = document[.sentences] {
      lines += sentences.spans.map { "- " + Self.escaped(document.text[$0]) } + [""]
    }
    if let keywords = document[.keywords]?.keywords, !keywords.isEmpty {
      lines += [
        "**الكلمات المفتاحية:** " + keywords.map { Self.escaped($0.text) }.joined(separator: "، "),
        "",
      ]
    }
    if let names = document[.names]?.names, !names.isEmpty {
      lines += ["| الاسم | Latin |", "|---|---|"]
      var seen: Set<String> = []
      for name in names where seen.insert(name.latin).inserted {
        lines.append("| \(Self.escaped(document.text[name.span])) | \(Self.escaped(name.latin)) |")
      }
      lines.append("")
    }
    bytes += Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Text on one line in which nothing is taken for markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in SingleLine.of(text) {
      if "\\`*_{}[]<>#|~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

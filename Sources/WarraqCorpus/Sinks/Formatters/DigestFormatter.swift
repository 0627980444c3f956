import Warraq

/// A digest for people to read on a terminal: title, summary, keywords and names.
public struct DigestFormatter: DocumentFormatter {
  /// A formatter.
  public init() {}

  public func append(_ document: Document, to bytes: inout [UInt8]) {
    var lines = ["━━ \(document.title.map(SingleLine.of) ?? document.id)"]
    lines.append("   \(details(of: document))")
    if let normalized = document[.normalized] { lines.append(normalized.text.string) }
    if let summary = document[.summary] {
      lines += summary.spans.map { "   • " + SingleLine.of(document.text[$0]) }
    } else if document[.keywords] == nil, let sentences = document[.sentences] {
      lines += sentences.spans.map { "   • " + SingleLine.of(document.text[$0]) }
    }
    if let keywords = document[.keywords], !keywords.keywords.isEmpty {
      lines.append(
        "   ⁃ " + keywords.keywords.map { SingleLine.of($0.text) }.joined(separator: " · "))
    }
    if let names = document[.names], !names.names.isEmpty {
      lines.append("   ⁃ " + nameList(names, in: document.text))
    }
    if let transliteration = document[.transliteration] {
      lines.append(transliteration.text.string)
    }
    bytes += Array((lines.joined(separator: "\n") + "\n\n").utf8)
  }

  private func details(of document: Document) -> String {
    var parts = [document.id]
    if let date = document[.structure]?.date { parts.append(date) }
    if let sentences = document[.sentences] { parts.append("\(sentences.spans.count) جملة") }
    return parts.joined(separator: " · ")
  }

  /// Each person once, by the fullest mention.
  private func nameList(_ names: NameLayer, in text: Text) -> String {
    var seen: Set<String> = []
    var parts: [String] = []
    for name in names.names where seen.insert(name.latin).inserted {
      let isPartOfOther = names.names.contains {
        $0.latin != name.latin && $0.latin.hasSuffix(" " + name.latin)
      }
      if !isPartOfOther { parts.append("\(SingleLine.of(text[name.span])) = \(name.latin)") }
    }
    return parts.joined(separator: " · ")
  }
}

import Warraq

/// What a page says of its article outside the running text: Open Graph, schema.org and the rest.
struct HTMLMetadata {
  /// Values by field, from sources of different worth; the best wins, the first among equals.
  private var best: [String: (worth: Int, value: String)] = [:]
  private(set) var tags: [String] = []
  private var keywords: [String] = []
  private var isTag = false

  /// The names of `<meta>` and what they tell.
  private static let metas: [String: (field: String, worth: Int)] = [
    "og:title": ("title", 5), "twitter:title": ("title", 3), "dc.title": ("title", 4),
    "article:published_time": ("date", 6), "datepublished": ("date", 5), "pubdate": ("date", 5),
    "publishdate": ("date", 4), "dc.date": ("date", 4), "date": ("date", 3),
    "og:site_name": ("source", 5), "application-name": ("source", 2),
    "author": ("author", 4), "article:author": ("author", 3), "dc.creator": ("author", 3),
    "og:url": ("url", 4),
  ]

  mutating func see(_ name: String, _ attributes: [(name: String, value: String)]) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    switch name {
    case "meta":
      guard let content = value("content") else { return }
      for key in [value("property"), value("name"), value("itemprop")] {
        guard let key = key?.lowercased() else { continue }
        if key == "article:tag" { tags.append(content) }
        if key == "keywords" || key == "news_keywords" { keywords += Self.list(content) }
        if let meta = Self.metas[key] { put(meta.field, content, meta.worth) }
      }
    case "time":
      let isPublished =
        value("itemprop")?.lowercased() == "datepublished" || value("pubdate") != nil
      if let moment = value("datetime") { put("date", moment, isPublished ? 5 : 1) }
    case "link" where value("rel") == "canonical": put("url", value("href") ?? "", 5)
    case "html": put("language", value("lang") ?? "", 1)
    default: break
    }
  }

  /// Whether the text of an element is wanted whole.
  mutating func wants(_ name: String, _ attributes: [(name: String, value: String)]) -> Bool {
    switch name {
    case "title", "h1": return true
    case "script":
      return attributes.contains {
        $0.name == "type" && $0.value.lowercased() == "application/ld+json"
      }
    case "a":
      isTag = attributes.contains {
        $0.name == "rel" && $0.value.split(separator: " ").contains("tag")
      }
      return isTag
    default:
      return attributes.contains { $0.name == "itemprop" && $0.value.lowercased() == "headline" }
    }
  }

  mutating func take(_ name: String, _ bytes: [UInt8]) {
    if name == "script" {
      if let value = try? JSONScanner.parse(bytes) { readLinkedData(value) }
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    switch name {
    case "title": put("title", text, 1)
    case "h1": put("title", text, 2)
    case "a": if isTag { tags.append(text) }
    default: put("title", text, 4)
    }
  }

  mutating func finish() {
    if tags.isEmpty { tags = keywords }
    var seen: Set<String> = []
    tags = tags.filter { !$0.isEmpty && seen.insert($0).inserted }
    // A `<title>` alone often carries the site's name behind a bar.
    if let title = best["title"], title.worth == 1,
      let bar = title.value.range(of: " | ") ?? title.value.range(of: " - ")
    {
      best["title"]?.value = String(title.value[..<bar.lowerBound])
    }
  }

  /// Fields in a fixed order, as a document's metadata.
  var members: [JSONValue.Member] {
    var members = ["title", "date", "author", "source", "url", "language"].compactMap { field in
      best[field].map { JSONValue.Member(field, .string($0.value)) }
    }
    if !tags.isEmpty { members.append(.init("tags", .array(tags.map { .string($0) }))) }
    return members
  }

  private mutating func put(_ field: String, _ value: String, _ worth: Int) {
    let value = String(decoding: HTMLWalk.collapsed(Array(value.utf8)), as: UTF8.self)
    if !value.isEmpty, worth > best[field]?.worth ?? 0 { best[field] = (worth, value) }
  }

  /// Takes the first article of JSON-LD, in a graph or a list or alone.
  private mutating func readLinkedData(_ value: JSONValue) {
    var open = [value]
    var steps = 0
    while let next = open.popLast(), steps < 1000 {
      steps += 1
      if let elements = next.arrayValue { open += elements.reversed() }
      if let graph = next["@graph"] { open.append(graph) }
      let types = next["@type"].map { $0.arrayValue ?? [$0] } ?? []
      guard types.contains(where: { $0.stringValue?.hasSuffix("Article") ?? false }) else {
        continue
      }
      put("title", next["headline"]?.stringValue ?? "", 6)
      put("date", next["datePublished"]?.stringValue ?? "", 7)
      let author = next["author"].map { $0.arrayValue?.first ?? $0 }
      put("author", author?["name"]?.stringValue ?? author?.stringValue ?? "", 6)
      put("source", next["publisher"]?["name"]?.stringValue ?? "", 4)
      if let words = next["keywords"] {
        tags += words.arrayValue?.compactMap(\.stringValue) ?? Self.list(words.stringValue ?? "")
      }
      return
    }
  }

  /// The items of a list between commas, Arabic ones included.
  private static func list(_ text: String) -> [String] {
    text.split { ",،;؛|".contains($0) }.map {
      String(decoding: HTMLWalk.collapsed(Array($0.utf8)), as: UTF8.self)
    }.filter { !$0.isEmpty }
  }
}

extension String {
  /// Where `pattern` stands last.
  fileprivate func range(of pattern: String) -> Range<Index>? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(pattern) {
        return index..<self.index(index, offsetBy: pattern.count)
      }
    }
    return nil
  }
}

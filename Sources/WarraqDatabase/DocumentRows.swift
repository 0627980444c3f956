import GRDB
import Warraq

/// Inserts what `DatabaseFormatter` wrote of documents, in one transaction.
struct DocumentRows {
  private let database: Database
  private let document: Statement
  private let sentence: Statement
  private let keyword: Statement
  private let name: Statement
  private let summary: Statement
  private let search: Statement

  init(_ database: Database) throws {
    self.database = database
    func statement(_ table: String, _ columns: Int) throws -> Statement {
      let places = [String](repeating: "?", count: columns).joined(separator: ", ")
      return try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    }
    document = try statement("document", 8)
    sentence = try statement("sentence", 5)
    keyword = try statement("keyword", 4)
    name = try statement("name", 7)
    summary = try statement("summary", 6)
    search = try statement("search(rowid, title, words, stems)", 4)
  }

  mutating func insert(_ line: JSONValue) throws {
    if let failure = line["failure"] {
      try database.execute(
        sql: "INSERT INTO failure (id, stage, problem, mend) VALUES (?, ?, ?, ?)",
        arguments: [
          failure["id"]?.stringValue, failure["stage"]?.stringValue,
          failure["problem"]?.stringValue, failure["mend"]?.stringValue,
        ])
      return
    }
    guard let result = line["result"], let metadata = line["metadata"] else { return }
    let source = metadata["source"]?.stringValue
    let date = line["date"]?.stringValue ?? metadata["date"]?.stringValue
    try document.execute(arguments: [
      nil, result["id"]?.stringValue ?? "", line["title"]?.stringValue, source, date,
      metadata.compactJSON, result["text"]?.stringValue ?? "", otherLayers(result, metadata),
    ])
    let number = database.lastInsertedRowID
    let sentences = result["sentences"]?.arrayValue ?? []
    for (position, item) in sentences.enumerated() {
      try sentence.execute(arguments: [
        number, position, item["start"]?.intValue, item["end"]?.intValue,
        item["text"]?.stringValue,
      ])
    }
    for (rank, item) in (result["keywords"]?.arrayValue ?? []).enumerated() {
      try keyword.execute(arguments: [
        number, rank + 1, item["text"]?.stringValue, item["score"]?.doubleValue,
      ])
    }
    for item in result["names"]?.arrayValue ?? [] {
      try name.execute(arguments: [
        number, item["start"]?.intValue, item["end"]?.intValue, item["text"]?.stringValue,
        item["kind"]?.stringValue, item["latin"]?.stringValue, item["evidence"]?.stringValue,
      ])
    }
    try insertSummary(result, sentences, number)
    try search.execute(arguments: [
      number, line["title_words"]?.stringValue, line["words"]?.stringValue,
      line["stems"]?.stringValue,
    ])
  }

  private func insertSummary(
    _ result: JSONValue, _ sentences: [JSONValue], _ number: Int64
  ) throws {
    let scores = result["summary"]?["scores"]?.arrayValue ?? []
    for (position, index) in (result["summary"]?["sentences"]?.arrayValue ?? []).enumerated() {
      guard let index = index.intValue, sentences.indices.contains(index),
        scores.indices.contains(position)
      else { continue }
      let item = sentences[index]
      try summary.execute(arguments: [
        number, position, item["start"]?.intValue, item["end"]?.intValue,
        item["text"]?.stringValue, scores[position].doubleValue,
      ])
    }
  }

  /// The layers that have no table of their own, as one JSON object.
  private func otherLayers(_ result: JSONValue, _ metadata: JSONValue) -> String {
    let known = Set(
      ["id", "text", "sentences", "keywords", "names", "summary"]
        + (metadata.objectValue ?? []).map(\.key))
    return JSONValue.object((result.objectValue ?? []).filter { !known.contains($0.key) })
      .compactJSON
  }
}

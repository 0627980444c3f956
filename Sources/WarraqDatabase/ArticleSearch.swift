import GRDB
import Warraq

/// Finds documents of a result database by words, whatever their particles, marks and endings.
public struct ArticleSearch {
  /// One document that was found.
  public struct Hit: Sendable, Hashable {
    /// The document's id.
    public let id: String
    /// Its title, when it has one.
    public let title: String?
    /// Where it was published, when that is known.
    public let source: String?
    /// When it was published, as it was given or as ISO 8601.
    public let date: String?
    /// How well it fits: larger is better (BM25, negated as SQLite gives it).
    public let score: Double
    /// The sentence that holds most of what was asked for; the text's beginning without sentences.
    public let snippet: String
  }

  private let queue: DatabaseQueue
  private let finder: SearchTerms.Finder

  /// Opens a database for reading.
  ///
  /// - Throws: `SearchError` when it is none of ours.
  public init(path: String, finder: SearchTerms.Finder) throws(SearchError) {
    self.finder = finder
    var configuration = Configuration()
    configuration.readonly = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let isOurs = try queue.read { db in
        try db.tableExists("search") && db.tableExists("document")
      }
      guard isOurs else {
        throw SearchError(
          problem: "\(path): the database has no index: make it with `warraq run … -o FILE.sqlite`")
      }
    } catch let error as SearchError {
      throw error
    } catch {
      throw SearchError(problem: "\(path): \((error as? DatabaseError)?.message ?? "\(error)")")
    }
  }

  /// The documents that hold all of a query's words, the best first.
  ///
  /// - Parameters:
  ///   - query: Words; `"…"` for words that follow each other, `-word` for one that must be missing.
  ///   - limit: Most documents to give.
  /// - Throws: `SearchError` for a query without a word.
  public func find(_ query: String, limit: Int) throws(SearchError) -> [Hit] {
    do {
      let parsed = try SearchQuery(query, finder: finder)
      return try queue.read { db in
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT document.number, id, document.title AS title, source, date, text,
              -bm25(search, 5.0, 2.0, 1.0) AS score
            FROM search JOIN document ON document.number = search.rowid
            WHERE search MATCH ? ORDER BY score DESC, document.number LIMIT ?
            """, arguments: [parsed.expression, limit])
        return try rows.map { row in
          Hit(
            id: row["id"], title: row["title"], source: row["source"], date: row["date"],
            score: row["score"], snippet: try snippet(db, row, parsed))
        }
      }
    } catch let error as SearchError {
      throw error
    } catch {
      throw SearchError(problem: (error as? DatabaseError)?.message ?? "\(error)")
    }
  }

  private func snippet(_ db: Database, _ row: Row, _ query: SearchQuery) throws -> String {
    let number: Int64 = row["number"]
    let sentences = try String.fetchAll(
      db, sql: "SELECT text FROM sentence WHERE document = ? ORDER BY position",
      arguments: [number])
    var best: (text: String, hits: Int)?
    for sentence in sentences {
      let terms = try finder.terms(of: Text(sentence))
      let hits = query.stems.intersection(terms.words.flatMap(\.stems)).count
      if hits > best?.hits ?? -1 { best = (sentence, hits) }
    }
    let text: String = row["text"]
    return best?.text ?? String(text.prefix(200))
  }
}

/// A search that cannot be done.
public struct SearchError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let problem: String

  /// The problem.
  public var description: String { problem }
}

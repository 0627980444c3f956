import ArgumentParser
import Warraq
import WarraqDatabase

/// `warraq search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find documents in a database that `warraq run … -o FILE.sqlite` made.",
    discussion: """
      A word finds its other forms too: المدرسة, بالمدرسة and مدرسه are one. "…" is for words that \
      follow each other, -word for one that must be missing.
      """)

  @Argument(help: "The database.")
  var database: String

  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var query: [String]

  @Option(help: "Most documents to give.")
  var top = 10

  @Flag(help: "Write a JSON object a line.")
  var json = false

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("unknown option \(option)")
    }
    if !(1...1_000_000).contains(top) {
      throw ValidationError("--top is a number from 1 to 1000000")
    }
  }

  func run() throws {
    do {
      let search = try ArticleSearch(path: database, finder: try SinkFactory.finder())
      let hits = try search.find(query.joined(separator: " "), limit: top)
      for (index, hit) in hits.enumerated() {
        Terminal.show(json ? Self.object(hit) : Self.lines(hit, number: index + 1))
      }
    } catch let error as SearchError {
      throw CommandFailure("warraq search: \(error)")
    }
  }

  private static func lines(_ hit: ArticleSearch.Hit, number: Int) -> String {
    let facts = [hit.id, hit.source, hit.date].compactMap { $0 }.joined(separator: " · ")
    return "\(number). \(hit.title ?? hit.id)\n   \(facts)\n   \(hit.snippet)\n"
  }

  private static func object(_ hit: ArticleSearch.Hit) -> String {
    var members: [JSONValue.Member] = [.init("id", .string(hit.id))]
    for (key, value) in [("title", hit.title), ("source", hit.source), ("date", hit.date)] {
      if let value { members.append(.init(key, .string(value))) }
    }
    var writer = JSONWriter()
    writer.beginObject()
    for member in members {
      writer.key(member.key)
      writer.value(member.value)
    }
    writer.key("score")
    writer.number(hit.score)
    writer.key("snippet")
    writer.string(hit.snippet)
    writer.endObject()
    writer.endLine()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

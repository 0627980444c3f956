import GRDB
import Warraq
import WarraqCorpus
import WarraqDatabaseResources

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Puts documents into a SQLite database, one transaction a batch. The database gets its name when it
/// is whole.
public final class DatabaseWriter: SinkWriter {
  public let path: String?
  private let name: String
  private let facts: [(name: String, value: String)]
  private var queue: DatabaseQueue?
  /// Batches taken in this run and those it goes on from, and batches that the database has.
  private var taken = 0
  private var kept = 0

  /// A writer.
  ///
  /// - Parameters:
  ///   - path: The database to make.
  ///   - facts: What the table `fact` says of the run.
  public init(path: String, facts: [(name: String, value: String)]) {
    self.path = path
    name = path
    self.facts = facts
  }

  public var showsCheckpoints: Bool { false }

  private var partialPath: String { OutputFile.partialPath(of: name) }

  public func open(at position: Int?, prologue: [UInt8]) throws(OutputError) {
    taken = position ?? 0
    try attempt {
      if position == nil {
        unlink(partialPath)
        unlink(partialPath + "-journal")
      } else if access(partialPath, F_OK) != 0 {
        throw DatabaseError(message: "the database of the stopped run is gone")
      }
      var configuration = Configuration()
      // A run that is killed leaves a database that SQLite puts right. Against a failing machine
      // there is the check below; waiting for the disk at each batch would cost more than it saves.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
      let queue = try DatabaseQueue(path: partialPath, configuration: configuration)
      self.queue = queue
      if position == nil {
        try queue.write { db in
          try db.execute(sql: Self.schema)
          for fact in facts {
            try db.execute(
              sql: "INSERT INTO fact VALUES (?, ?)", arguments: [fact.name, fact.value])
          }
        }
        kept = 0
        return
      }
      kept = try queue.read { db in
        guard try String.fetchOne(db, sql: "PRAGMA quick_check") == "ok" else {
          throw DatabaseError(message: "the database of the stopped run is damaged")
        }
        return try Int.fetchOne(db, sql: "SELECT batches FROM progress") ?? 0
      }
      guard kept >= taken else {
        throw DatabaseError(message: "the database of the stopped run lacks what the journal says")
      }
    }
  }

  public func write(_ part: [UInt8]) throws(OutputError) {
    taken += 1
    // What was committed behind the last checkpoint of the stopped run is there already.
    guard taken > kept else { return }
    try attempt {
      try queue?.write { db in
        var rows = try DocumentRows(db)
        for line in part.split(separator: 0x0A) {
          // The formatter wrote the line.
          guard let value = try? JSONScanner.parse(Array(line)) else { continue }
          try rows.insert(value)
        }
        try db.execute(sql: "UPDATE progress SET batches = ?", arguments: [taken])
      }
      kept = taken
    }
  }

  public func checkpoint() -> Int { taken }

  public func close() throws(OutputError) {
    try attempt {
      try queue?.write { db in
        guard try Int.fetchOne(db, sql: "SELECT closed FROM progress") == 0 else { return }
        try db.execute(sql: "INSERT INTO search(search) VALUES ('optimize')")
        try db.execute(sql: "UPDATE progress SET closed = 1")
      }
      try queue?.close()
      queue = nil
    }
    let descriptor = Glibc.open(partialPath, O_RDONLY)
    if descriptor >= 0 {
      fsync(descriptor)
      Glibc.close(descriptor)
    }
  }

  public func publish() throws(OutputError) {
    guard access(partialPath, F_OK) == 0 else { return }
    try OutputFile.publish(name)
  }

  private static let schema: String = {
    let resource = warraq_database_schema()
    return StaticBytes(resource.bytes, count: resource.count).string
  }()

  private func attempt(_ body: () throws -> Void) throws(OutputError) {
    do {
      try body()
    } catch let error as DatabaseError {
      throw OutputError(path: name, problem: error.message ?? "\(error)")
    } catch {
      throw OutputError(path: name, problem: "\(error)")
    }
  }
}

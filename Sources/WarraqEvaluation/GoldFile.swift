import Warraq
import WarraqCorpus

/// Files of gold and of answers.
enum GoldFile {
  /// A JSON object of a line.
  struct Item {
    let id: String
    let line: Int
    let object: JSONValue
  }

  /// The objects of a JSON Lines file in order, each with its `id`, no id twice.
  static func objects(of path: String) throws(EvaluationError) -> [Item] {
    var items: [Item] = []
    var ids: Set<String> = []
    try forEachLine(of: path) { (line, number) throws(EvaluationError) in
      let object: JSONValue
      do {
        object = try JSONScanner.parse(Array(line.utf8))
      } catch {
        throw EvaluationError(
          file: path, line: number, problem: "\(error)", mend: "write one JSON object on each line")
      }
      let id = object["id"]
      guard let id = id?.stringValue ?? id?.intValue.map(String.init) else {
        throw EvaluationError(
          file: path, line: number, problem: "no `id`", mend: "give each object a text as `id`")
      }
      guard ids.insert(id).inserted else {
        throw EvaluationError(
          file: path, line: number, problem: "the id `\(id)` was given before",
          mend: "keep one of them")
      }
      items.append(Item(id: id, line: number, object: object))
    }
    guard !items.isEmpty else {
      throw EvaluationError(file: path, problem: "no line in it", mend: "check the name")
    }
    return items
  }

  /// The strings of a list under a key; an object stands for its `text`, as layers are written.
  static func strings(
    _ item: Item, _ key: String, of path: String
  ) throws(EvaluationError) -> [String] {
    guard let strings = texts(item.object[key]) else {
      throw EvaluationError(
        file: path, line: item.line, problem: "`\(key)` is no list of strings",
        mend: "write \"\(key)\": [\"…\"]")
    }
    return strings
  }

  /// The string under a key; a layer that was written there stands for its parts in one line.
  static func string(
    _ item: Item, _ key: String, of path: String
  ) throws(EvaluationError) -> String {
    if let string = item.object[key].flatMap(text) { return string }
    guard let parts = texts(item.object[key]) else {
      throw EvaluationError(
        file: path, line: item.line, problem: "`\(key)` is no string",
        mend: "write \"\(key)\": \"…\"")
    }
    return parts.joined(separator: " ")
  }

  /// The strings of a list; nil for what is no list of strings or of objects with `text`.
  static func texts(_ value: JSONValue?) -> [String]? {
    guard let values = value?.arrayValue else { return nil }
    let strings = values.compactMap(text)
    return strings.count == values.count ? strings : nil
  }

  private static func text(_ value: JSONValue) -> String? {
    value.stringValue ?? value["text"]?.stringValue
  }

  /// Answers by id; each must be in the gold, and with `isComplete` none may lack.
  static func answers(
    of path: String, for gold: [Item], isComplete: Bool
  ) throws(EvaluationError) -> [String: Item] {
    var answers: [String: Item] = [:]
    let known = Set(gold.map(\.id))
    for item in try objects(of: path) {
      guard known.contains(item.id) else {
        throw EvaluationError(
          file: path, line: item.line, problem: "the gold has no id `\(item.id)`",
          mend: "answer the gold's documents only")
      }
      answers[item.id] = item
    }
    if isComplete, let missing = gold.first(where: { answers[$0.id] == nil }) {
      throw EvaluationError(
        file: path, problem: "no answer for `\(missing.id)`",
        mend: "answer all, or allow parts with --partial")
    }
    return answers
  }

  /// Lines with something on them, each with its number.
  static func forEachLine(
    of path: String, _ body: (String, Int) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    var number = 0
    do {
      var lines = try TextLines(path: path)
      while let line = try lines.next() {
        number += 1
        if line.contains(where: { !$0.isWhitespace }) { try body(line, number) }
      }
    } catch let error as EvaluationError {
      throw error
    } catch {
      throw EvaluationError(file: path, problem: "\(error)", mend: "give a readable UTF-8 file")
    }
  }
}

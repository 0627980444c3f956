/// Tab-separated files of names.
enum NameGold {
  static let kinds = ["arab-person", "arab-place", "foreign"]

  /// A name with the spellings that are right.
  struct Item {
    let arabic: String
    let kind: String?
    var references: [String]
    var count: Int?
  }

  /// The items in order; rows with the same Arabic are one.
  static func items(of path: String) throws(EvaluationError) -> [Item] {
    var items: [Item] = []
    var places: [String: Int] = [:]
    try forEachRow(of: path) { (cells, line) throws(EvaluationError) in
      func fault(_ problem: String) -> EvaluationError {
        EvaluationError(
          file: path, line: line, problem: problem,
          mend: "write arabic, latin and a count, or arabic, kind and latin, by tabs")
      }
      guard cells.count >= 2 else { throw fault("only one column") }
      var kind: String?
      var count: Int?
      if kinds.contains(cells[1]) {
        guard cells.count == 3 else { throw fault("\(cells.count) columns where three are wanted") }
        kind = cells[1]
      } else if cells.count > 2 {
        guard let number = Int(cells[2]) else { throw fault("`\(cells[2])` is no count") }
        count = number
      }
      let latin = kind == nil ? cells[1] : cells[2]
      let references = latin.split(separator: "|").map(trimmed).filter { !$0.isEmpty }
      let key = NameForm.arabicKey(cells[0])
      guard !key.isEmpty, !references.isEmpty else {
        throw fault("no Arabic or no Latin spelling")
      }
      if let place = places[key] {
        for reference in references where !items[place].references.contains(reference) {
          items[place].references.append(reference)
        }
        if let count {
          items[place].count = (items[place].count ?? 0).addingReportingOverflow(count).partialValue
        }
      } else {
        places[key] = items.count
        items.append(Item(arabic: key, kind: kind, references: references, count: count))
      }
    }
    guard !items.isEmpty else {
      throw EvaluationError(file: path, problem: "no name in it", mend: "check the name")
    }
    return items
  }

  /// The spellings given for each name.
  static func answers(of path: String) throws(EvaluationError) -> [String: [String]] {
    var answers: [String: [String]] = [:]
    try forEachRow(of: path) { (cells, line) throws(EvaluationError) in
      let key = NameForm.arabicKey(cells[0])
      guard answers[key] == nil else {
        throw EvaluationError(
          file: path, line: line, problem: "`\(cells[0])` was given before",
          mend: "answer each name once")
      }
      answers[key] = cells.dropFirst().filter { !trimmed($0[...]).isEmpty }
    }
    return answers
  }

  /// The first column of files.
  static func names(of paths: [String]) throws(EvaluationError) -> Set<String> {
    var names: Set<String> = []
    for path in paths {
      try forEachRow(of: path) { (cells, _) throws(EvaluationError) in
        names.insert(NameForm.arabicKey(cells[0]))
      }
    }
    return names
  }

  private static func forEachRow(
    of path: String, _ body: ([String], Int) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    try GoldFile.forEachLine(of: path) { (line, number) throws(EvaluationError) in
      guard !line.hasPrefix("#") else { return }
      try body(
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init), number)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let head = text.drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}

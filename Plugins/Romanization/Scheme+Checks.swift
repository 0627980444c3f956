import Warraq

extension Scheme {
  private static let descriptions = ["!title", "!standard", "!engine", "!rules", "!capitals"]
  private static let engines = ["table", "phonetic"]
  private static let rules = [
    "reversible", "best-guess", "shadda-first", "sun-letters", "construct-t", "elision",
    "single-digraphs", "joined-names", "chat-spelling",
  ]
  private static let capitals = ["names", "article", "never"]
  private static let values = [
    "long-a", "long-i", "long-u", "alef-maqsura", "ta-marbuta", "iyy", "uww", "diphthong-aw",
    "diphthong-ay", "article", "prefix-wa", "prefix-fa", "prefix-bi", "prefix-ka", "prefix-li",
    "prefix-lil", "digraph-divider", "bin",
  ]

  /// Looks for what a table of a scheme says that nobody would understand.
  ///
  /// - Parameters:
  ///   - table: The text of the file.
  ///   - path: Its path, for the error.
  /// - Throws: `SchemeError` with the first line that is wrong.
  static func check(_ table: String, path: String) throws(SchemeError) {
    let lines = table.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    for (index, line) in lines.enumerated() {
      if line.isEmpty || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      func wrong(_ problem: String, _ mend: String) -> SchemeError {
        SchemeError(id: path, mend: mend, problem: "\(problem) in line \(index + 1) of")
      }
      guard cells.count > 1 else {
        throw wrong("no tab", "write a letter, a tab and its Latin, which may be empty")
      }
      func check(_ name: String, _ known: [String], _ what: String) throws(SchemeError) {
        guard !known.contains(name) else { return }
        throw wrong("unknown \(what) `\(name)`", Suggestion.mend(for: name, among: known))
      }
      switch cells[0] {
      case "!engine": try check(cells[1], engines, "engine")
      case "!rules":
        for name in cells[1].split(separator: ",") { try check(String(name), rules, "rule") }
      case "!capitals":
        for name in cells[1].split(separator: ",") {
          try check(String(name), capitals, "habit of capitals")
        }
      case let name where name.hasPrefix("!"): try check(name, descriptions, "description")
      case let name where name.unicodeScalars.count != 1: try check(name, values, "letter")
      default: break
      }
    }
  }
}

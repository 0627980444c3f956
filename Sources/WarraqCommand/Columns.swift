/// Two columns for people.
enum Columns {
  /// Each row on its line, the second column aligned, two spaces before both.
  static func format(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, text in
      let padding = String(repeating: " ", count: width - name.count)
      return "  \(name)\(padding)  \(text)\n"
    }.joined()
  }
}

/// Longest common subsequences and edit distances, a row at a time.
enum Subsequence {
  /// Elements of the longest common subsequence.
  static func length<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// Insertions, deletions and replacements that turn one into the other (Levenshtein).
  static func edits<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    var row = Array(0...right.count)
    for (line, element) in left.enumerated() {
      var diagonal = line
      row[0] = line + 1
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = min(above + 1, row[index] + 1, diagonal + (element == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}

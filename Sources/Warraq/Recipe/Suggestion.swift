/// "Did you mean": the nearest of some names.
public enum Suggestion {
  /// The candidate nearest to `name`, when it is near enough to be a slip of the pen: at most one
  /// edit for each three letters.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    let letters = Array(name.lowercased())
    guard letters.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() where candidate != name {
      let distance = distance(letters, Array(candidate.lowercased()))
      if distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    guard let best, best.distance <= max(1, letters.count / 3) else { return nil }
    return best.name
  }

  /// The text to put behind a message: `: did you mean `top`?`, or a list of what there is.
  public static func mend(for name: String, among candidates: [String]) -> String {
    if let near = nearest(to: name, among: candidates) { return "did you mean `\(near)`?" }
    if candidates.isEmpty { return "leave it out" }
    return "use one of " + candidates.sorted().map { "`\($0)`" }.joined(separator: ", ")
  }

  /// Edits between two words, a swap of neighbours counting as one (optimal string alignment;
  /// Damerau 1964).
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, left) in first.enumerated() {
      var current = [row + 1]
      for (column, right) in second.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1)
        cost = min(cost, last[column] + (left == right ? 0 : 1))
        if row > 0, column > 0, left == second[column - 1], first[row - 1] == right {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}

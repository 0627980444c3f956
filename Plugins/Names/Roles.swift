import ArabicText
import NamesResources
import Warraq

/// Words that stand before persons' names, folded, from `Resources/roles.txt`.
struct Roles: Sendable {
  static let shared = Roles()

  /// Titles: the name follows at once.
  let titles: Set<String>
  /// Offices: adjectives and complements may stand between.
  let offices: Set<String>

  private init() {
    let resource = names_roles()
    var sets: [[String]] = [[], []]
    var current = -1
    for line in StaticBytes(resource.bytes, count: resource.count).string.split(separator: "\n") {
      if line.hasPrefix("## ") {
        current += 1
      } else if !line.hasPrefix("#"), sets.indices.contains(current) {
        sets[current] += line.split(separator: " ").map { ArabicFold.fold(String($0)) }
      }
    }
    titles = Self.withProclitics(sets[0])
    offices = Self.withProclitics(sets[1])
  }

  private static func withProclitics(_ words: [String]) -> Set<String> {
    var forms: Set<String> = []
    for word in words {
      for prefix in ["", "و", "ل", "ب", "ف", "ال", "وال", "لل", "بال", "ولل"] {
        forms.insert(prefix + word)
      }
    }
    return forms
  }
}

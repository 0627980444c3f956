import ArabicText
import Warraq

/// Arabic names as keys: folded words joined by single spaces.
enum NameKey {
  /// The key of a name as written.
  static func make(_ name: String) -> String {
    ArabicFold.fold(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The words of a name as they are written, cut as its key is.
  static func words(of name: String) -> [String] {
    name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The words of a key, compounds such as `عبد الله` taken as one.
  static func units(of key: String) -> [String] {
    var units: [String] = []
    var isOpen = false
    for word in key.split(separator: " ").map(String.init) {
      if isOpen, let last = units.last {
        units[units.count - 1] = last + " " + word
      } else {
        units.append(word)
      }
      isOpen = openers.contains(ByteKey(word))
    }
    return units
  }

  /// Words that form one unit with the next.
  static let openers: Set<ByteKey> = ["عبد", "ابو", "ابي", "ابا", "ام", "ذو", "ال"]
  /// Words that link two parts of a name.
  static let links: Set<ByteKey> = [
    "بن", "ابن", "بنت", "ولد", "فون", "دي", "دا", "دو", "فان", "لا", "او",
  ]
}

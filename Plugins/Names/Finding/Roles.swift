import ArabicText
import NamesResources
import Warraq

/// What a word may be beside a person's name.
struct RoleFlags: OptionSet, Sendable {
  let rawValue: UInt8

  /// A title: the name follows at once.
  static let title = RoleFlags(rawValue: 1)
  /// An office: adjectives and complements may stand between it and the name.
  static let office = RoleFlags(rawValue: 2)
  /// A verb whose subject is mostly a person.
  static let saying = RoleFlags(rawValue: 4)
  /// `بن` and the like, which link two parts of a name.
  static let link = RoleFlags(rawValue: 8)
  /// `عبد`, `أبو` and the like, which form one unit with the next word.
  static let opener = RoleFlags(rawValue: 16)
}

/// Words that stand before and in persons' names, folded, from `Resources/roles.txt`.
enum Roles {
  /// What a folded word may be.
  static func flags(of folded: String) -> RoleFlags { flags[ByteKey(folded)] ?? [] }

  private static let flags: [ByteKey: RoleFlags] = {
    let resource = names_roles()
    let sections: [(flag: RoleFlags, prefixes: [String])] = [
      (.title, proclitics), (.office, proclitics), (.saying, ["", "و", "ف"]),
    ]
    var flags: [ByteKey: RoleFlags] = [:]
    var current = -1
    for line in StaticBytes(resource.bytes, count: resource.count).string.split(separator: "\n") {
      if line.hasPrefix("## ") {
        current += 1
      } else if !line.hasPrefix("#"), sections.indices.contains(current) {
        let (flag, prefixes) = sections[current]
        for word in line.split(separator: " ").map({ ArabicFold.fold(String($0)) }) {
          for prefix in prefixes { flags[ByteKey(prefix + word), default: []].insert(flag) }
        }
      }
    }
    for word in NameKey.links { flags[word, default: []].insert(.link) }
    for word in NameKey.openers { flags[word, default: []].insert(.opener) }
    return flags
  }()

  private static let proclitics = ["", "و", "ل", "ب", "ف", "ال", "وال", "لل", "بال", "ولل"]
}

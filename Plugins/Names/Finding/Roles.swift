import ArabicText
import NamesResources
import Warraq

/// What a word may be beside a person's name.
struct RoleFlags: OptionSet, Sendable {
  let rawValue: UInt16

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
  /// A name that is a word of the language as well: no name when it stands alone.
  static let word = RoleFlags(rawValue: 32)
  /// `الثاني` and the like, which end the names of rulers.
  static let ordinal = RoleFlags(rawValue: 64)
  /// Of a country: an adjective behind which its people are named.
  static let nationality = RoleFlags(rawValue: 128)
  /// The first word of some that look like a name and are none: `حجاج بيت الله`.
  static let phrase = RoleFlags(rawValue: 256)
}

/// Words that stand before and in persons' names, folded, from `Resources/roles.txt`.
enum Roles {
  /// What a folded word may be.
  static func flags(of folded: String) -> RoleFlags { flags[ByteKey(folded)] ?? [] }

  /// Whether two folded words look like a name and are none; the first has the flag `phrase`.
  static func isPhrase(_ first: String, _ second: String) -> Bool {
    phrases[ByteKey(first)]?.contains(second) == true
  }

  /// By their first words, particles before them.
  private static let phrases: [ByteKey: [String]] = {
    var phrases: [ByteKey: [String]] = [:]
    for line in lines(of: "## phrases") {
      for phrase in line.split(separator: " ") {
        let words = phrase.split(separator: "_").map { ArabicFold.fold(String($0)) }
        guard words.count == 2 else { continue }
        for prefix in proclitics {
          phrases[ByteKey(prefix + words[0]), default: []].append(words[1])
        }
      }
    }
    return phrases
  }()

  private static let text: String = {
    let resource = names_roles()
    return StaticBytes(resource.bytes, count: resource.count).string
  }()

  /// The lines of a section, by what its head begins with.
  private static func lines(of section: String) -> [Substring] {
    let lines = text.split(separator: "\n")
    guard let start = lines.firstIndex(where: { $0.hasPrefix(section) }) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("#") })
  }

  private static let flags: [ByteKey: RoleFlags] = {
    let sections: [(flag: RoleFlags, prefixes: [String])] = [
      (.title, proclitics), (.office, proclitics), (.saying, ["", "و", "ف"]), (.word, proclitics),
      (.ordinal, [""]),
      (.nationality, ["ال", "وال", "لل", "بال"]),
    ]
    var flags: [ByteKey: RoleFlags] = [:]
    var current = -1
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") {
        current += 1
      } else if !line.hasPrefix("#"), sections.indices.contains(current) {
        let (flag, prefixes) = sections[current]
        for word in line.split(separator: " ").map({ ArabicFold.fold(String($0)) }) {
          // A lone letter is an abbreviation: ل before أ would make لا of it.
          for prefix in word.utf8.count > 2 ? prefixes : [""] {
            flags[ByteKey(prefix + word), default: []].insert(flag)
            if flag == .nationality {
              flags[ByteKey(prefix + word + "ه"), default: []].insert(flag)
            }
          }
        }
      }
    }
    for word in phrases.keys { flags[word, default: []].insert(.phrase) }
    for word in NameKey.links { flags[word, default: []].insert(.link) }
    for word in NameKey.openers { flags[word, default: []].insert(.opener) }
    return flags
  }()

  private static let proclitics = ["", "و", "ل", "ب", "ف", "ال", "وال", "لل", "بال", "ولل"]
}

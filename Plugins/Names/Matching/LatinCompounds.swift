/// Compound names in Latin letters, which people write as one word or as several: Salahuddin and Salah al-Din, Alkhawaja
/// and al-Khawaja, Benbella and Ben Bella.
enum LatinCompounds {
  /// The parts of a name, as `LatinParts` has them, with those of Salahuddin apart.
  static func parts(of name: String) -> [String] {
    LatinParts.split(name).reduce(into: []) { parts, part in
      if let last = parts.last,
        fathers.contains(last.lowercased())
          || god.contains(LatinKey.make(part)) && !last.lowercased().hasPrefix("abd")
          || CompoundOpening.isServantOfHisLord(LatinKey.make(last + part))
      {
        parts[parts.count - 1] += " " + part
      } else if religion.contains(LatinKey.make(part)) {
        parts.append("al-Din")
      } else if let first = beforeReligion(part) {
        parts += [first, "al-Din"]
      } else {
        parts.append(part)
      }
    }
  }

  /// Abu in other cases, of which `LatinParts` joins none to what follows.
  private static let fathers: Set<String> = ["abi", "aba"]
  /// Allah behind another word than Abd, as in Nasr Allah.
  private static let god: Set<String> = ["allah", "ullah", "ollah", "alah"]
  /// الدين that stands alone, as a `LatinKey`.
  private static let religion: Set<String> = [
    "addin", "eddin", "uddin", "eldin", "aldin", "addine", "eddine", "aldine", "eldine", "addeen",
    "eddeen", "uddeen", "aldeen", "eldeen",
  ]

  /// What stands before `al-Din` in a word that holds both; nil for others.
  private static func beforeReligion(_ word: String) -> String? {
    let lower = word.lowercased()
    guard lower.utf8.count == word.utf8.count, !lower.contains("-"), !lower.contains(" ") else {
      return nil
    }
    for ending in ["in", "ine", "een", "yn"] where lower.hasSuffix("d" + ending) {
      var before = word.dropLast(ending.count + 1)
      let isDoubled = ["d", "l"].contains(before.last?.lowercased())
      if isDoubled { before = before.dropLast() }
      guard let vowel = before.last?.lowercased(),
        (isDoubled ? ["u", "e", "a", "i", "o"] : ["u", "e"]).contains(vowel)
      else { continue }
      before = before.dropLast()
      if before.count >= leastBefore { return String(before) }
    }
    return nil
  }

  /// Letters before it, at least: Aladdin and Sabeddin hold a first element, Odin none.
  private static let leastBefore = 3

  /// A key with one letter for those that write the same vowel, `ou`, `oo` and `w` as u, `ee`, `e` and `y` as i, doubled
  /// letters once, and no h at the end.
  static func sound(of key: String) -> String {
    var sound: [UInt8] = []
    for byte in key.utf8 {
      let letter: UInt8
      switch byte {
      case UInt8(ascii: "o"), UInt8(ascii: "w"): letter = UInt8(ascii: "u")
      case UInt8(ascii: "e"), UInt8(ascii: "y"): letter = UInt8(ascii: "i")
      default: letter = byte
      }
      if sound.last != letter { sound.append(letter) }
    }
    if sound.count > 2, sound.last == UInt8(ascii: "h"),
      sound[sound.count - 2] == UInt8(ascii: "a")
    {
      sound.removeLast()
    }
    return String(decoding: sound, as: UTF8.self)
  }

  /// The key of a part without an article or a `Ben` that is written with it as one word; nil where none can be.
  static func withoutOpening(_ key: String) -> String? {
    for opening in ["al", "el", "ben", "bin"]
    where key.hasPrefix(opening) && key.utf8.count >= opening.utf8.count + leastBehind {
      return String(key.dropFirst(opening.count))
    }
    return nil
  }

  /// Letters behind an opening, at least.
  private static let leastBehind = 4
}

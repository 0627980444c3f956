/// The consonants of a name in classes that both scripts share: what is left when vowels, which
/// spellings differ in, are taken away.
struct ConsonantKey: Hashable, Sendable {
  /// A class of consonants that spellings hardly tell apart.
  enum Class: UInt8, Sendable {
    case b, t, s, j, h, kh, d, z, r, l, m, n, f, k, gh, sh
  }

  let classes: [Class]

  /// The classes of a folded Arabic word.
  init(arabic word: String) {
    var classes: [Class] = []
    for scalar in word.unicodeScalars {
      guard let next = Self.arabic[scalar] else { continue }
      classes.append(next)
    }
    self.classes = Self.withoutArticle(classes, hasArticle: word.hasPrefix("ال"))
  }

  /// The classes of an ASCII word in lower case; doubled letters count once.
  init(latin word: String) {
    var classes: [Class] = []
    let letters = Array(word.utf8)
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      if next == UInt8(ascii: "h"), let pair = Self.withH[letter] {
        classes.append(pair)
        index += 2
        continue
      }
      // ج as the Maghreb writes it.
      if letter == UInt8(ascii: "d"), next == UInt8(ascii: "j") {
        index += 1
        continue
      }
      let isDoubled = index > 0 && letters[index - 1] == letter
      if !isDoubled, let single = Self.latin[letter] {
        // A c before e or i is soft.
        let isSoft =
          letter == UInt8(ascii: "c") && [UInt8(ascii: "e"), UInt8(ascii: "i")].contains(next)
        classes.append(isSoft ? .s : single)
      }
      index += 1
    }
    self.classes = classes
  }

  /// Likeness of two keys from 0 to 1: what is left after the cheapest edits, where classes that
  /// dialects exchange (`q` and `g`, `th` and `t`) cost less.
  func likeness(to other: ConsonantKey) -> Double {
    let (left, right) = (classes, other.classes)
    let longest = max(left.count, right.count)
    guard longest > 0 else { return 0 }
    var row = [0.0]
    for (place, another) in right.enumerated() {
      row.append(row[row.count - 1] + Self.cost(another, at: place))
    }
    for (place, one) in left.enumerated() {
      var diagonal = row[0]
      row[0] += Self.cost(one, at: place)
      for (index, another) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = min(
          above + Self.cost(one, at: place), row[index] + Self.cost(another, at: index),
          diagonal + Self.cost(one, another))
        diagonal = above
      }
    }
    return 1 - row[right.count] / Double(longest)
  }

  /// How many of the classes, 0 to 1, stand in another key in their order, exchanged ones among them. 1 for a key of
  /// less than two, which tells nothing; h is left out, as writers do.
  func share(in other: ConsonantKey) -> Double {
    let own = classes.filter { $0 != .h }
    guard own.count >= 2 else { return 1 }
    let others = other.classes.filter { $0 != .h }
    var row = [Int](repeating: 0, count: others.count + 1)
    for one in own {
      var diagonal = 0
      for (index, another) in others.enumerated() {
        let above = row[index + 1]
        row[index + 1] =
          Self.cost(one, another) < 1 ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return Double(row[others.count]) / Double(own.count)
  }

  /// What a class costs that the other key lacks: h is written for vowels as well, and left out, but not where a name
  /// begins with it.
  private static func cost(_ lone: Class, at place: Int) -> Double {
    lone == .h && place > 0 ? 0.3 : 1
  }

  private static func cost(_ one: Class, _ other: Class) -> Double {
    if one == other { return 0 }
    let pair = Set([one, other])
    return exchanged.contains(pair) ? 0.3 : 1
  }

  private static let exchanged: Set<Set<Class>> = [
    [.k, .gh], [.k, .j], [.gh, .j], [.s, .t], [.s, .z], [.d, .z], [.kh, .k], [.kh, .h], [.kh, .sh],
    [.d, .t], [.sh, .s], [.sh, .j],
  ]

  private static func withoutArticle(_ classes: [Class], hasArticle: Bool) -> [Class] {
    hasArticle && classes.count > 2 ? Array(classes.dropFirst()) : classes
  }

  private static let arabic: [Unicode.Scalar: Class] = [
    "ب": .b, "پ": .b, "ت": .t, "ط": .t, "ث": .s, "س": .s, "ص": .s, "ج": .j, "چ": .sh, "ح": .h,
    "خ": .kh, "د": .d, "ض": .d, "ذ": .z, "ز": .z, "ظ": .z, "ژ": .j, "ر": .r, "ل": .l, "م": .m,
    "ه": .h, "ن": .n, "ف": .f, "ڤ": .f, "ق": .k, "ك": .k, "ک": .k, "گ": .gh, "غ": .gh, "ش": .sh,
  ]
  private static let latin: [UInt8: Class] = [
    UInt8(ascii: "b"): .b, UInt8(ascii: "p"): .b, UInt8(ascii: "t"): .t, UInt8(ascii: "s"): .s,
    UInt8(ascii: "j"): .j, UInt8(ascii: "d"): .d, UInt8(ascii: "z"): .z, UInt8(ascii: "r"): .r,
    UInt8(ascii: "l"): .l, UInt8(ascii: "m"): .m, UInt8(ascii: "n"): .n, UInt8(ascii: "f"): .f,
    UInt8(ascii: "v"): .f, UInt8(ascii: "k"): .k, UInt8(ascii: "q"): .k, UInt8(ascii: "c"): .k,
    UInt8(ascii: "g"): .gh, UInt8(ascii: "x"): .k, UInt8(ascii: "h"): .h,
  ]
  private static let withH: [UInt8: Class] = [
    UInt8(ascii: "s"): .sh, UInt8(ascii: "c"): .sh, UInt8(ascii: "k"): .kh, UInt8(ascii: "g"): .gh,
    UInt8(ascii: "t"): .s, UInt8(ascii: "d"): .z, UInt8(ascii: "p"): .f,
  ]
}

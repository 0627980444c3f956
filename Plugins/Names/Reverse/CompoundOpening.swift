/// The first element of a compound name in Latin, by which the Arabic is known though the rest is not: Abdul Zakhur,
/// Abdelzakhur, Abou Zakhur, Um Zakhur.
struct CompoundOpening {
  /// In Arabic, with what parts it from the rest: `عبد ال`.
  let arabic: String
  /// What stands behind it, in Latin.
  let rest: String

  /// Elements that stand alone, and before an article that is written with them.
  private static let words: [String: String] = [
    "um": "أم ", "umm": "أم ", "oum": "أم ", "om": "أم ", "abu": "أبو ", "abou": "أبو ",
    "abo": "أبو ",
    "abul": "أبو ال", "aboul": "أبو ال", "abdul": "عبد ال", "abdel": "عبد ال", "abdal": "عبد ال",
    "abdol": "عبد ال", "abdoul": "عبد ال",
  ]
  /// The same of عبد before letters of the sun, as which its article is said: Abdus Salam.
  private static let servants = ["abdu", "abde", "abda", "abdo", "abdou"]
  private static let sunLetters = ["sh", "th", "dh", "t", "d", "r", "z", "s", "n"]
  private static let articles: Set<String> = [
    "al", "el", "ul", "ar", "as", "ash", "an", "ad", "at", "az",
  ]
  /// Letters of what stands behind عبد that is written as one word with it, at least.
  private static let least = 4

  /// The opening of a name or a part of one; nil where there is none, or nothing behind it.
  init?(of latin: String) {
    let pieces = latin.lowercased().split(maxSplits: 1) { $0 == " " || $0 == "-" }.map(String.init)
    guard let first = pieces.first else { return nil }
    guard pieces.count == 2 else {
      guard
        let opener = Self.words.keys.first(where: { $0.hasPrefix("abd") && first.hasPrefix($0) }),
        first.utf8.count >= opener.utf8.count + Self.least
      else { return nil }
      (arabic, rest) = ("عبد ال", String(first.dropFirst(opener.count)))
      return
    }
    let behind = pieces[1]
    let next = behind.split(maxSplits: 1) { $0 == " " || $0 == "-" }.map(String.init)
    if let word = Self.words[first] {
      (arabic, rest) = (word, behind)
    } else if first == "abd", next.count == 2, Self.articles.contains(next[0]) {
      (arabic, rest) = ("عبد ال", next[1])
    } else if Self.isServant(first, before: behind) {
      (arabic, rest) = ("عبد ال", behind)
    } else {
      return nil
    }
  }

  /// Whether a spelling, as a `LatinKey`, is one of عبد ربه, which has no article: Abd Rabbu, Abdo Rabo.
  static func isServantOfHisLord(_ key: String) -> Bool {
    let letters = key.filter { $0 != " " }
    guard letters.hasPrefix("abd"), let rab = letters.firstRange(of: "rab") else { return false }
    let between = letters[letters.index(letters.startIndex, offsetBy: 3)..<rab.lowerBound]
    let end = letters[rab.upperBound...].drop { $0 == "b" }
    return ["", "u", "o", "e"].contains(between)
      && ["u", "o", "uh", "oh", "ou", "ouh"].contains(end)
  }

  /// What stands behind the article of a part, which may be said as the letter behind it; nil for a part without one.
  static func behindArticle(_ latin: String) -> String? {
    let pieces = latin.split(maxSplits: 1) { $0 == " " || $0 == "-" }
    guard pieces.count == 2 else { return nil }
    let (article, rest) = (pieces[0].lowercased(), pieces[1].lowercased())
    let isArticle =
      article == "al" || article == "el"
      || ["a", "e"].contains { vowel in
        sunLetters.contains { article == vowel + $0 && rest.hasPrefix($0) }
      }
    return isArticle ? String(pieces[1]) : nil
  }

  /// Whether a word is عبد and an article that is said as the letter behind it.
  static func isServant(_ word: String, before next: String) -> Bool {
    let word = word.lowercased(), next = next.lowercased()
    return servants.contains { stem in
      word.hasPrefix(stem)
        && sunLetters.contains { word.dropFirst(stem.count) == $0 && next.hasPrefix($0) }
    }
  }
}

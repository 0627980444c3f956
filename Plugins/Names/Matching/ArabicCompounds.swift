/// Compound names in Arabic letters, which people write as one word or as two: نورالدين for نور الدين, نصر الله for نصرالله.
enum ArabicCompounds {
  private static let religion = "الدين"
  private static let god = "الله"
  private static let article = "ال"
  /// Letters of a first element, at least: والدين and خالدين have none.
  private static let least = 2
  /// Words that God's name is written apart from.
  private static let servants: Set<String> = ["عبد", "آية", "اية", "حزب", "رسول", "خلق"]

  /// A name with those of الدين as two words and those of الله as one.
  static func written(_ name: String) -> String {
    var words: [String] = []
    for word in name.split(separator: " ").map(String.init) {
      let first = word.dropLast(religion.count)
      if word.hasSuffix(religion), first.count >= least, !first.hasPrefix(article) {
        words += [String(first), religion]
      } else if word == god, let last = words.last, !servants.contains(last) {
        words[words.count - 1] = last + god
      } else {
        words.append(word)
      }
    }
    return words.joined(separator: " ")
  }
}

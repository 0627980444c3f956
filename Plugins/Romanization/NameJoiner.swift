/// Joins the elements of compound personal names by hyphens, as standards for names want: `abd-al-rahman`,
/// `nur-al-din`, `abu-al-bashar`, `bin-ladin`; names with Allah are one word.
struct NameJoiner: Sendable {
  private static let openers: Set<Substring> = [
    "abd", "abu", "abi", "aba", "bin", "ibn", "bint", "umm",
  ]
  private static let allah: Set<Substring> = ["al-lah", "allah"]

  /// The sign that stands for ayn and hamza.
  let apostrophe: String

  /// A romanized text in lower case with its names joined; nothing else changes.
  func join(_ text: String) -> String {
    var result = ""
    var isOpen = false
    var isFirst = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let bare = word.hasPrefix(apostrophe) ? word.dropFirst(apostrophe.count) : word
      if !isFirst {
        if Self.allah.contains(word), result.last?.isLetter == true {
          result += "allah"
          isOpen = false
          continue
        }
        result += isOpen && word.first?.isLetter == true || word == "al-din" ? "-" : " "
      }
      result += word
      isOpen = Self.openers.contains(bare)
      isFirst = false
    }
    return result
  }
}

import Warraq

/// Joins the elements of compound personal names by hyphens, as standards for names want: `abd-al-rahman`,
/// `nur-al-din`, `abu-al-bashar`, `bin-ladin`; names with Allah are one word.
struct NameJoiner: Sendable {
  private static let openers: Set<Substring> = [
    "abd", "abu", "abi", "aba", "bin", "ibn", "bint", "umm",
  ]
  private static let allah: Set<Substring> = ["al-lah", "allah"]

  /// The sign that stands for ayn and hamza.
  let apostrophe: String

  /// A romanized text in lower case with its names joined, and its alignment; nothing else changes.
  func join(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var start = 0
      var isOpen = false
      // Whether what is written so far ends in a letter.
      var endsInLetter = false
      while start <= bytes.count {
        let end = bytes[start...].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? bytes.count
        let isBehindSpace = start > 0 && bytes[start - 1] == 0x20
        // No name goes on in the next line.
        if !isBehindSpace { (isOpen, endsInLetter) = (false, false) }
        let word = String(decoding: bytes[start..<end], as: UTF8.self)[...]
        let bare = word.hasPrefix(apostrophe) ? word.dropFirst(apostrophe.count) : word
        if isBehindSpace, Self.allah.contains(word), endsInLetter {
          rewriter.replace(start - 1..<end, with: "allah".utf8)
          isOpen = false
        } else {
          if isBehindSpace, isOpen && word.first?.isLetter == true || word == "al-din" {
            rewriter.replace(start - 1..<start, with: "-".utf8)
          }
          isOpen = Self.openers.contains(bare)
          endsInLetter = word.last?.isLetter == true
        }
        start = end + 1
      }
      return rewriter.finish(text)
    }
  }
}

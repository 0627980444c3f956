import Warraq

/// Joins the elements of compound personal names by hyphens, as standards for names want: `abd-al-rahman`,
/// `nur-al-din`, `abu-al-bashar`, `bin-ladin`; names with Allah are one word.
struct NameJoiner: Sendable {
  private static let openers = ["abd", "abu", "abi", "aba", "bin", "ibn", "bint", "umm"].map {
    Array($0.utf8)
  }
  private static let allah = ["al-lah", "allah"].map { Array($0.utf8) }
  /// Words of formulas and particles, without signs, that no name with Allah begins with.
  private static let apart: Set<[UInt8]> = Set(
    [
      "shaa", "salla", "qala", "radiya", "rahimaha", "hafizaha", "subhana", "huwa", "inna", "anna",
      "illa", "ila", "ala", "min", "fi", "an", "maa", "ya", "bi", "li", "wa", "ma", "la", "inda",
    ].map { Array($0.utf8) })
  private static let din = Array("al-din".utf8)

  /// The sign that stands for ayn and hamza, UTF-8.
  private let apostrophe: [UInt8]

  /// - Parameter apostrophe: The sign that stands for ayn and hamza.
  init(apostrophe: String) { self.apostrophe = Array(apostrophe.utf8) }

  /// A romanized text with its names joined, and its alignment; nothing else changes.
  func join(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var (previous, start) = (0, 0)
      var isOpen = false
      while start <= bytes.count {
        let end = bytes[start...].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? bytes.count
        // No name goes on in the next line.
        let isBehindSpace = start > 0 && bytes[start - 1] == 0x20
        if isOpen || mayBegin(bytes[start..<end]) {
          let word = bytes[start..<end]
          if isBehindSpace, Self.allah.contains(where: { Self.isSame(word, $0) }),
            Self.letter(at: start - 1, of: bytes, isFirst: false),
            !staysApart(bytes[previous..<(start - 1)])
          {
            rewriter.replace(start - 1..<end, with: "allah".utf8)
            isOpen = false
          } else {
            let joins = isOpen && Self.letter(at: start, of: bytes, isFirst: true)
            if isBehindSpace, joins || Self.isSame(word, Self.din) {
              rewriter.replace(start - 1..<start, with: "-".utf8)
            }
            let bare = word.starts(with: apostrophe) ? word.dropFirst(apostrophe.count) : word
            isOpen = Self.openers.contains { Self.isSame(bare, $0) }
          }
        }
        (previous, start) = (start, end + 1)
      }
      return rewriter.finish(text)
    }
  }

  /// Whether a word before Allah is no name's: `rahimahu Allah`, `min Allah`. No name that Allah is part of has a u before
  /// it, as pronouns and verbs do; one may have another vowel (`’Ataallah`).
  private func staysApart(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let bare = word.filter { !apostrophe.contains($0) }.map { $0 | 0x20 }
    return bare.last == UInt8(ascii: "u") && bare.count > 3 || Self.apart.contains(bare)
  }

  /// Whether a word begins as one of those that are known; most do not, and need no other look.
  private func mayBegin(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      return word.count <= 6
    default: return first == apostrophe.first
    }
  }

  /// Whether a word is the same but for capitals.
  private static func isSame(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ known: [UInt8]) -> Bool {
    word.count == known.count
      && zip(word, known).allSatisfy { byte, letter in
        byte == letter || (0x41...0x5A).contains(byte) && byte | 0x20 == letter
      }
  }

  /// Whether the character that begins or ends at an index is a letter.
  private static func letter(
    at index: Int, of bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool
  ) -> Bool {
    let place = isFirst ? index : index - 1
    guard bytes.indices.contains(place) else { return false }
    if bytes[place] < 0x80 {
      // A mark may stand on the first one; it is a letter all the same.
      return ScalarClass.isLatinLetter(UInt32(bytes[place]))
    }
    let near = isFirst ? place..<min(place + 64, bytes.count) : max(place - 63, 0)..<place + 1
    let text = String(decoding: bytes[near], as: UTF8.self)
    return (isFirst ? text.first : text.last)?.isLetter == true
  }
}

import ArabicText
import Warraq

/// Presentation forms, which texts taken from pages for print are full of, as the letters that they show.
enum ShownLetters {
  /// A text with its letters in their own code points, and the alignment; nil for a text that has no others.
  static func of(_ text: Text) -> (text: Text, alignment: Alignment)? {
    guard text.bytes.withUnsafeBufferPointer({ mayContain($0) }) else { return nil }
    let shown = LetterMaps.presentationForms.apply(to: text)
    return shown.text == text ? nil : shown
  }

  /// Whether a code point from U+FB00 to U+FEFF stands in well-formed UTF-8; forms lie there, and little else.
  static func mayContain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let found = bytes.firstIndex(of: 0xEF, from: index) {
      if found + 1 < bytes.count, (0xAC...0xBB).contains(bytes[found + 1]) { return true }
      index = found + 1
    }
    return false
  }
}

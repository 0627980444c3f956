import UTF8Text
import Warraq

/// How much of a document's body there is, and how much of that is Arabic.
struct LetterCounts {
  /// Code points of the body.
  private(set) var characters = 0
  private var arabic = 0
  private var other = 0

  /// The share of Arabic letters among all letters beyond doubt; 0 when there are none.
  var arabicShare: Double {
    arabic + other == 0 ? 0 : Double(arabic) / Double(arabic + other)
  }

  init(_ document: Document) {
    for span in document.bodySpans {
      let bytes = document.text.bytes[span.start..<span.end]
      // One code point for every byte that does not continue another.
      for byte in bytes {
        if byte & 0xC0 != 0x80 { characters += 1 }
        switch byte {
        // Lead bytes of U+0600 to U+06FF: the Arabic block.
        case 0xD8...0xDB: arabic += 1
        case 0x41...0x5A, 0x61...0x7A: other += 1
        // Lead bytes of Latin beyond ASCII, Greek, Cyrillic, and everything above.
        case 0xC3...0xD7, 0xDC...0xDF, 0xE0...0xED: other += 1
        default: break
        }
      }
    }
  }
}

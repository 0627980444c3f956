import ArabicText
import UTF8Text

/// PyArabic's operations on letters that look at what stands beside them.
enum PyArabicLetters {
  private static let hamza = LetterMaps.named("pyarabic-normalize-hamza") ?? .identity

  /// normalize_hamza: every carrier becomes ء, آ becomes two; but آ that opens a text of three
  /// letters, or stands before a letter with shadda, becomes ءا.
  static func normalizeHamza(_ text: Text) -> (text: Text, alignment: Alignment) {
    let head = Array(text.string.unicodeScalars.prefix(4).map(\.value))
    let isSpecial =
      head.count >= 3 && head[0] == 0x0622
      && !((0x064B...0x0650).contains(head[1]) || head[1] == 0x0652)
      && (head[2] == 0x0651 || head.count == 3)
    guard isSpecial else { return hamza.apply(to: text) }
    let (opened, first) = text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      rewriter.replace(0..<2, with: [0xD8, 0xA1, 0xD8, 0xA7])
      return rewriter.finish(text)
    }
    let (result, second) = hamza.apply(to: opened)
    return (result, first.composed(with: second))
  }

  private static let single = LetterMaps.named("pyarabic-normalize-alef") ?? .identity

  /// normalize_alef: ى becomes ا, together with a superscript alef right before or behind it; so
  /// does every other kind of alef.
  static func normalizeAlef(_ text: Text) -> (text: Text, alignment: Alignment) {
    let (joined, first) = joinSuperscriptAlef(text)
    let (result, second) = single.apply(to: joined)
    return (result, first.composed(with: second))
  }

  private static func joinSuperscriptAlef(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var index = 0
      while index < bytes.count {
        let start = index
        var (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        index = next
        if scalar == 0x0670, next < bytes.count {
          (scalar, next) = UTF8Bytes.decode(bytes, at: next)
        }
        guard scalar == 0x0649 else { continue }
        if next < bytes.count, UTF8Bytes.decode(bytes, at: next).scalar == 0x0670 { next += 2 }
        rewriter.replace(start..<next, with: [0xD8, 0xA7])
        index = next
      }
      return rewriter.finish(text)
    }
  }
}

import Warraq

/// A text cut at line ends into pieces of the length of an article.
struct Articles {
  let texts: [Text]
  /// Bytes of all of them.
  let bytes: Int

  /// Cuts behind the last line end within each `bytes` bytes; a longer line stays whole.
  init(_ text: Text, bytes length: Int = 4000) {
    var texts: [Text] = []
    var start = 0
    while start < text.count {
      var end = min(start + length, text.count)
      while end > start, text.bytes[end - 1] != 0x0A { end -= 1 }
      if end == start {
        end = text.bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      }
      texts.append(Text(wellFormed: Array(text.bytes[start..<end])))
      start = end
    }
    self.texts = texts
    bytes = text.count
  }
}

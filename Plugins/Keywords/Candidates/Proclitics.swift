import Warraq

/// Where a word's shown form begins: behind و, ف, ب, ل and ك, but before the article.
enum Proclitics {
  /// Byte offset in the source where the word without its particles begins.
  static func shownStart(of span: TextSpan, term: TokenLayer.Term, in text: Text) -> Int {
    let cut = term.foldedUTF8.count - term.baseUTF8.count
    guard cut > 0 else { return span.start }
    let prefix = Array(term.foldedUTF8.prefix(cut))
    let article = Array("ال".utf8)
    // ال stays; in لل the article is written into the preposition and cannot be shown apart.
    let particles = prefix.suffix(4).elementsEqual(article) ? cut - 4 : cut
    guard particles > 0, !prefix.suffix(4).elementsEqual("لل".utf8) else { return span.start }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var letters = particles / 2
      var index = span.start
      while index < span.end {
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        if !ScalarClass.extendsCluster(scalar), !ScalarClass.isInvisible(scalar) {
          if letters == 0 { break }
          letters -= 1
        }
        index = next
      }
      return index < span.end ? index : span.start
    }
  }
}

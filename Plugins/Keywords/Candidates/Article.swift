import Warraq

/// The article ال, written in front of a word or of its particles' last.
enum Article {
  /// True when a term has the article, alone or behind و, ب, ك, ف or in لل.
  static func stands(before term: TokenLayer.Term) -> Bool {
    let cut = term.foldedUTF8.count - term.baseUTF8.count
    guard cut >= 4 else { return false }
    let end = term.foldedUTF8.prefix(cut).suffix(4)
    return end.elementsEqual("ال".utf8) || end.elementsEqual("لل".utf8)
  }
}

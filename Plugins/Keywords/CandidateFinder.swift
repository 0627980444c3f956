import Warraq

/// Finds the places where a phrase of one to three words may stand: words that carry a topic, side
/// by side in one sentence, nothing between them but space.
struct CandidateFinder {
  let layer: TokenLayer
  let text: Text

  /// Calls `body` with the token range of every candidate, in order of place, then length.
  func forEach(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < layer.tokens.count {
      guard carriesTopic(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < layer.tokens.count, carriesTopic(end), isAdjacent(end) { end += 1 }
      for first in start..<end {
        for last in first..<min(first + PhraseKey.maximumLength, end) {
          body(first..<last + 1)
        }
      }
      start = end
    }
  }

  private func carriesTopic(_ index: Int) -> Bool {
    let token = layer.tokens[index]
    guard token.kind == .word || token.kind == .latin else { return false }
    let term = layer.terms[token.term]
    // One letter alone is an initial, an abbreviation or a list marker.
    return !term.isStopWord && term.foldedUTF8.count > 2
  }

  private func isAdjacent(_ index: Int) -> Bool {
    let before = layer.tokens[index - 1]
    let token = layer.tokens[index]
    guard before.sentence == token.sentence, token.span.start > before.span.end,
      !opensPhrase(layer.terms[token.term])
    else { return false }
    return text.bytes[before.span.end..<token.span.start].allSatisfy {
      $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0
    }
  }

  /// True for a word with و, ب, ل and the like glued to it: it joins or depends on what stands
  /// before, and is no part of the same phrase.
  private func opensPhrase(_ term: TokenLayer.Term) -> Bool {
    let cut = term.foldedUTF8.count - term.baseUTF8.count
    return cut > 0 && !(cut == 4 && term.foldedUTF8.starts(with: "ال".utf8))
  }
}

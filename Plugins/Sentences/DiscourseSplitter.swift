import Warraq

/// Splits text that has no stops before the words that open a sentence of running speech: وقال،
/// وأضاف، من جهته…
struct DiscourseSplitter {
  /// A sentence has so many words at least, so that `كما قال` is not parted.
  static let shortest = 5

  /// Appends the parts of `sentence` to `parts`.
  func append(
    _ sentence: TextSpan, of bytes: UnsafeBufferPointer<UInt8>, to parts: inout [TextSpan]
  ) {
    let walk = WordWalk(bytes, sentence)
    let count = walk.words.count
    var start = sentence.start
    var firstWord = 0
    var index = Self.shortest
    while index + Self.shortest <= count {
      if index - firstWord >= Self.shortest, !walk.words[index].isNested,
        !endsInComma(walk, index - 1), walk.opensSentence(index)
      {
        let cut = walk.words[index].span.start
        parts.append(TextSpan(start, walk.words[index - 1].span.end))
        start = cut
        firstWord = index
      }
      index += 1
    }
    parts.append(TextSpan(start, sentence.end))
  }

  /// A writer who sets commas before such words means one sentence.
  private func endsInComma(_ walk: WordWalk, _ index: Int) -> Bool {
    switch walk.lastScalar(index) {
    case 0x060C, 0x061B, 0x2C, 0x3B, 0x3A: return true
    default: return false
    }
  }
}

import Warraq

/// Cuts over-long sentences at clause boundaries, for display.
struct ClauseCutter {
  /// Parts have so many words at most, where the sentence has boundaries to cut at.
  let longest: Int

  /// Appends the parts of `sentence` to `parts`: in each stretch of `longest` words the strongest
  /// boundary behind the first third, of equals the last. A stretch without any goes on to the next
  /// boundary. Linear in the sentence.
  func append(
    _ sentence: TextSpan, of bytes: UnsafeBufferPointer<UInt8>, to parts: inout [TextSpan]
  ) {
    let walk = WordWalk(bytes, sentence)
    let count = walk.words.count
    var firstWord = 0
    while count - firstWord > longest, let cut = bestCut(walk, from: firstWord) {
      parts.append(TextSpan(walk.words[firstWord].span.start, walk.words[cut - 1].span.end))
      firstWord = cut
    }
    if firstWord < count {
      parts.append(TextSpan(walk.words[firstWord].span.start, sentence.end))
    }
  }

  private func bestCut(_ walk: WordWalk, from first: Int) -> Int? {
    var best: (cut: Int, strength: Int)?
    var index = first + max(longest / 3, 1)
    while index < walk.words.count {
      if index - first > longest, let best { return best.cut }
      let strength = strength(walk, before: index)
      if strength > 0, strength >= best?.strength ?? 0 { best = (index, strength) }
      index += 1
    }
    return best?.cut
  }

  /// How strong the boundary before a word is; 0 where there is none.
  private func strength(_ walk: WordWalk, before index: Int) -> Int {
    if walk.words[index].isNested { return 0 }
    let opens = walk.opensSentence(index)
    switch walk.lastScalar(index - 1) {
    case 0x061B, 0x3B: return 5
    case 0x060C, 0x2C: return opens ? 4 : 3
    case 0x3A, 0x2D, 0x2013, 0x2014, 0x2026: return 2
    default: return opens ? 2 : 0
    }
  }
}

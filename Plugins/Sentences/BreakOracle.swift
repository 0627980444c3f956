import ICUText
import Warraq

/// ICU's sentence boundaries of one line, looked for only when a rule asks: most stops of Arabic
/// text are decided by their own words.
struct BreakOracle {
  private let finder: BreakFinder
  private var boundaries: [BreakFinder.Boundary] = []
  private var isKnown = false
  private var next = 0

  init(finder: BreakFinder) { self.finder = finder }

  /// Forgets the line; the next question is about another.
  mutating func forget() { isKnown = false }

  /// Whether ICU breaks in the white space between the scalar at `offset` and the one at `next`.
  /// Questions about one line come in order.
  mutating func breaks(
    in line: TextLine, behind offset: Int, before following: Int
  ) throws(ICUError) -> Bool {
    if Self.leadsToArabic(line, following) { return true }
    if !isKnown {
      boundaries.removeAll(keepingCapacity: true)
      let part = UnsafeBufferPointer(rebasing: line.bytes[line.start..<line.end])
      try finder.appendBoundaries(of: part, base: line.start, to: &boundaries)
      isKnown = true
      next = 0
    }
    let lower = line.behind(offset)
    while next < boundaries.count, boundaries[next].offset < lower { next += 1 }
    return next < boundaries.count && boundaries[next].offset <= following
  }

  /// True for digits, quotes and brackets before an Arabic letter: UAX 29 breaks there, since only
  /// a small letter (SB8) or a mark that continues the sentence (SB8a) would hold a stop back. It
  /// saves ICU's walk over the line in the commonest case.
  static func leadsToArabic(_ line: TextLine, _ following: Int) -> Bool {
    var offset = following
    while let scalar = line.scalar(offset) {
      if ScalarClass.isArabicLetter(scalar) { return true }
      switch scalar {
      case 0x22, 0x28, 0x5B, 0xAB, 0x201C, 0xBB, 0x201D, 0x29, 0x5D: break
      case 0x20 where offset > following: break
      default: guard ScalarClass.isDigit(scalar) else { return false }
      }
      offset = line.next(after: offset)
    }
    return false
  }
}

import ArabicText
import Warraq

/// Lines behind the last paragraph of an article.
enum ClosingLine {
  /// Most words of a name with its place, and of an office behind a star.
  private static let longestName = 4
  private static let longestOffice = 8

  /// What a closing line is; nil for body.
  ///
  /// - Parameter isNear: Whether it stands right behind a finished paragraph, with one other line at the most: lines of
  ///   verse are short as well.
  static func kind(of line: Line, in text: Text, isNear: Bool) -> StructureLayer.BlockKind? {
    guard !line.isProse else { return nil }
    let tokens = RimToken.tokens(of: line.span, in: text)
    if !line.hasArabic { return line.hasLatin ? .boilerplate : nil }
    if let (kind, count) = Cues.shared.tail(of: tokens[...], in: text), tokens.count > count {
      return kind
    }
    guard isNear, !line.isTerminated else { return nil }
    if tokens.first?.mark == 0x2A, line.wordCount <= longestOffice { return .byline }
    guard line.wordCount <= longestName,
      !line.words.contains(where: RimToken.isParticle)
    else { return nil }
    return .byline
  }
}

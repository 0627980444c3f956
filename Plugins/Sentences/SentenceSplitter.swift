import ArabicText
import ICUText
import Warraq

/// Splits running text into sentences: ICU's boundaries, with those taken away that abbreviations,
/// numbers, quotes and brackets do not bear out, and those added that a missing space hides.
public struct SentenceSplitter: Sendable {
  private let judge: StopJudge
  private let finder: BreakFinder
  private let splitsDiscourse: Bool
  private let longest: Int

  /// Makes a splitter.
  ///
  /// - Parameters:
  ///   - locale: Locale of ICU's rules.
  ///   - abbreviations: Abbreviations beside the built-in ones.
  ///   - splitsDiscourse: Whether sentences end before words that open a sentence of running
  ///     speech too, for text without stops.
  ///   - longest: Sentences of more words than this are cut at clause boundaries; 0 for none.
  public init(
    locale: String = "ar", abbreviations: [String] = [], splitsDiscourse: Bool = false,
    longest: Int = 0
  ) {
    judge = StopJudge(abbreviations: Abbreviations.shared.adding(abbreviations))
    finder = BreakFinder(.sentence, locale: locale)
    self.splitsDiscourse = splitsDiscourse
    self.longest = longest
  }

  /// The sentences in `span` of `text`, white space at the rims left out.
  ///
  /// - Throws: `ICUError` when ICU cannot search the text.
  public func sentences(in text: Text, _ span: TextSpan) throws(ICUError) -> [TextSpan] {
    let start = min(max(span.start, 0), text.count)
    let end = min(max(span.end, start), text.count)
    return try text.bytes.withUnsafeBufferPointer { (bytes) throws(ICUError) in
      var scan = SentenceScan(judge: judge, finder: finder, bytes: bytes)
      try scan.run(start..<end)
      var sentences = scan.sentences
      if splitsDiscourse {
        sentences = parts(of: sentences) { DiscourseSplitter().append($0, of: bytes, to: &$1) }
      }
      if longest > 0 {
        let cutter = ClauseCutter(longest: longest)
        sentences = parts(of: sentences) { cutter.append($0, of: bytes, to: &$1) }
      }
      return sentences
    }
  }

  private func parts(
    of sentences: [TextSpan], _ split: (TextSpan, inout [TextSpan]) -> Void
  ) -> [TextSpan] {
    var parts: [TextSpan] = []
    for sentence in sentences { split(sentence, &parts) }
    return parts
  }
}

import ArabicText
import ICUText
import Warraq

/// Splits running text into sentences: ICU's boundaries, with those taken away that abbreviations,
/// numbers, quotes and brackets do not bear out, and those added that a missing space hides.
public struct SentenceSplitter: Sendable {
  private let judge: StopJudge
  private let finder: BreakFinder

  /// A splitter for a locale, with further abbreviations beside the built-in ones.
  public init(locale: String = "ar", abbreviations: [String] = []) {
    judge = StopJudge(abbreviations: Abbreviations.shared.adding(abbreviations))
    finder = BreakFinder(.sentence, locale: locale)
  }

  /// The sentences in `span` of `text`, white space at the rims left out.
  ///
  /// - Throws: `ICUError` when ICU cannot search the text.
  public func sentences(in text: Text, _ span: TextSpan) throws(ICUError) -> [TextSpan] {
    var scan = Scan(splitter: self, text: text)
    var start = span.start
    var index = span.start
    while index < span.end {
      let byte = text.bytes[index]
      // Line ends are single controls, or the two-byte NEL and the three-byte LS and PS.
      if byte <= 0x0D || byte == 0xC2 || byte == 0xE2 {
        let (scalar, next) = text.bytes.withUnsafeBufferPointer { UTF8Bytes.decode($0, at: index) }
        if ScalarClass.isNewline(scalar) {
          try scan.scanLine(start..<index)
          start = next
        }
        index = next
      } else {
        index += 1
      }
    }
    try scan.scanLine(start..<span.end)
    return scan.sentences
  }

  /// The state of one pass over a text.
  private struct Scan {
    let splitter: SentenceSplitter
    let text: Text
    var sentences: [TextSpan] = []
    private var line = ScalarLine()
    private var brackets = Bracketing()
    private var boundaries: [BreakFinder.Boundary] = []

    init(splitter: SentenceSplitter, text: Text) {
      self.splitter = splitter
      self.text = text
    }

    mutating func scanLine(_ range: Range<Int>) throws(ICUError) {
      guard !range.isEmpty else { return }
      text.bytes.withUnsafeBufferPointer { line.assign($0, range) }
      brackets.assign(line)
      try findICUBoundaries(range)
      let items = ListMarkers.starts(in: line)
      var nextItem = 0
      var start = 0
      var index = 0
      var boundary = 0
      while index < line.count {
        if nextItem < items.count, items[nextItem] == index {
          if index > start { emit(start..<index) }
          start = index
          nextItem += 1
        }
        guard Self.isTerminator(line.scalars[index]) else {
          if let end = icuEnd(after: index, &boundary) {
            emit(start..<end)
            start = end
          }
          index += 1
          continue
        }
        let run = index..<terminatorEnd(from: index)
        if let end = sentenceEnd(run, from: start, &boundary) {
          emit(start..<end)
          start = end
          index = max(end, run.upperBound)
        } else {
          index = run.upperBound
        }
      }
      if let teaser = teaserStart(after: start) {
        emit(start..<teaser)
        start = teaser
      }
      if start < line.count { emit(start..<line.count) }
    }

    private mutating func findICUBoundaries(_ range: Range<Int>) throws(ICUError) {
      boundaries.removeAll(keepingCapacity: true)
      var failure: ICUError?
      text.bytes.withUnsafeBufferPointer { bytes in
        do throws(ICUError) {
          try splitter.finder.appendBoundaries(
            of: UnsafeBufferPointer(rebasing: bytes[range]), base: range.lowerBound,
            to: &boundaries)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }

    /// Whether ICU breaks somewhere in the white space before scalar `next`, behind `index`.
    private func isICUBreak(after index: Int, before next: Int, _ boundary: inout Int) -> Bool {
      let lower = line.ends[index]
      let upper = next < line.count ? line.offsets[next] : line.ends[line.count - 1]
      while boundary < boundaries.count, boundaries[boundary].offset < lower { boundary += 1 }
      return boundary < boundaries.count && boundaries[boundary].offset <= upper
    }

    /// The end of a sentence that stops of other scripts close, such as the ideographic full stop.
    private func icuEnd(after index: Int, _ boundary: inout Int) -> Int? {
      switch line.scalars[index] {
      case 0x0964, 0x0965, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x0589, 0x1362:
        let next = line.skippingSpace(from: index + 1)
        return isICUBreak(after: index, before: next, &boundary) ? index + 1 : nil
      default:
        return nil
      }
    }

    private func terminatorEnd(from index: Int) -> Int {
      var end = index + 1
      while end < line.count, Self.isTerminator(line.scalars[end]) { end += 1 }
      return end
    }

    /// Index behind the sentence that a run of stops ends, closing marks included; nil when the
    /// sentence goes on.
    private func sentenceEnd(_ run: Range<Int>, from start: Int, _ boundary: inout Int) -> Int? {
      let last = run.upperBound - 1
      let isPlainStop = run.count == 1 && line.scalars[run.lowerBound] == 0x2E
      if let closer = brackets.closer(around: run.lowerBound) {
        return isPlainStop && closesSpeech(stop: last, closer: closer)
          ? endWithClosers(closer + 1) : nil
      }
      let end = endWithClosers(run.upperBound)
      let next = line.skippingSpace(from: end)
      if isEllipsis(run) { return nil }
      if !isPlainStop { return isComma(at: next) ? nil : end }
      let isICUBreak = isICUBreak(after: last, before: next, &boundary)
      let follows = end == run.upperBound ? next : line.skippingSpace(from: end)
      return splitter.judge.endsSentence(
        line, stop: last, next: follows, sentenceStart: start, isICUBreak: isICUBreak) ? end : nil
    }

    /// Closing marks without an opening one belong to the sentence before them.
    private func endWithClosers(_ index: Int) -> Int {
      var end = index
      while end < line.count, Bracketing.isCloser(line.scalars[end]) { end += 1 }
      return end
    }

    /// `: «هذا أمر مرفوض.» وطالب`: the stop before the closing mark of speech behind a colon.
    private func closesSpeech(stop: Int, closer: Int) -> Bool {
      guard closer == stop + 1, let opener = brackets.opener(ofCloser: closer) else { return false }
      var index = opener - 1
      while index >= 0, ScalarClass.isWhiteSpace(line.scalars[index]) { index -= 1 }
      return index >= 0 && line.scalars[index] == 0x3A
    }

    private func isEllipsis(_ run: Range<Int>) -> Bool {
      line.scalars[run].allSatisfy { $0 == 0x2E || $0 == 0x2026 }
        && (run.count > 1 || line.scalars[run.lowerBound] == 0x2026)
    }

    /// Index of a word such as `المزيد` that stands alone at the end of a line that was cut.
    private func teaserStart(after start: Int) -> Int? {
      var index = line.count - 1
      while index > start, !ScalarLine.isWordPart(line.scalars[index]) { index -= 1 }
      while index > start, ScalarLine.isWordPart(line.scalars[index - 1]) { index -= 1 }
      var before = index - 1
      while before > start, ScalarClass.isWhiteSpace(line.scalars[before]) { before -= 1 }
      guard before > start, ClauseWords.shared.teasers.contains(line.word(at: index)) else {
        return nil
      }
      let mark = line.scalars[before]
      return Self.isTerminator(mark) || Bracketing.isCloser(mark) ? index : nil
    }

    private func isComma(at index: Int) -> Bool {
      guard let scalar = line.scalar(index) else { return false }
      return scalar == 0x060C || scalar == 0x2C || scalar == 0x061B
    }

    private static func isTerminator(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x2026, 0x203C, 0x203D, 0x2047, 0x2048, 0x2049: true
      default: false
      }
    }

    private mutating func emit(_ range: Range<Int>) {
      let span = TextSpan(line.offsets[range.lowerBound], line.ends[range.upperBound - 1])
      let trimmed = text.trimming(span)
      if !trimmed.isEmpty { sentences.append(trimmed) }
    }
  }
}

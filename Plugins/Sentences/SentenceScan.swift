import ArabicText
import ICUText
import SentencesKernel
import Warraq

/// One pass over a text. Only the marks are looked at; what lies between them costs nothing.
struct SentenceScan {
  private let judge: StopJudge
  private var oracle: BreakOracle
  private let bytes: UnsafeBufferPointer<UInt8>
  private var scan = MarkScan()
  private var brackets = Bracketing()
  private var addresses = AddressSearch()
  private var line: TextLine
  /// Sentences found so far, in order.
  private(set) var sentences: [TextSpan] = []

  init(judge: StopJudge, finder: BreakFinder, bytes: UnsafeBufferPointer<UInt8>) {
    self.judge = judge
    self.bytes = bytes
    oracle = BreakOracle(finder: finder)
    line = TextLine(bytes: bytes, start: 0, end: 0)
  }

  /// Splits a part of the text.
  mutating func run(_ range: Range<Int>) throws(ICUError) {
    scan.assign(bytes, range)
    let lineEnds = scan.marks.lazy.filter { ScalarClass.isNewline($0.scalar) }
    let joints = HardWrap.joints(bytes, in: range, lineEnds: lineEnds.map { Int($0.offset) })
    var nextJoint = 0
    var start = range.lowerBound
    var first = 0
    for index in scan.marks.indices {
      let mark = scan.marks[index]
      guard ScalarClass.isNewline(mark.scalar) else { continue }
      let offset = Int(mark.offset)
      if nextJoint < joints.count, joints[nextJoint] == offset {
        nextJoint += 1
        continue
      }
      try scanLine(start..<offset, first..<index)
      start = offset + UTF8Bytes.length(ofLead: bytes[offset])
      first = index + 1
    }
    try scanLine(start..<range.upperBound, first..<scan.marks.count)
  }

  private mutating func scanLine(
    _ range: Range<Int>, _ indices: Range<Int>
  ) throws(ICUError) {
    guard !range.isEmpty else { return }
    line = TextLine(bytes: bytes, start: range.lowerBound, end: range.upperBound)
    oracle.forget()
    let marks = scan.marks[indices]
    brackets.assign(marks)
    let items = ListMarkers.starts(in: line, marks)
    var nextItem = 0
    var start = range.lowerBound
    var index = indices.lowerBound
    while index < indices.upperBound {
      let mark = scan.marks[index]
      while nextItem < items.count, items[nextItem] <= Int(mark.offset) {
        start = cut(start, at: items[nextItem])
        nextItem += 1
      }
      guard MarkClass.isTerminator(mark.scalar) else {
        if MarkClass.isForeignStop(mark.scalar), try isForeignEnd(Int(mark.offset)) {
          start = cut(start, at: line.behind(Int(mark.offset)))
        }
        index += 1
        continue
      }
      let run = index..<runEnd(from: index, limit: indices.upperBound)
      index = run.upperBound
      if let end = try sentenceEnd(run, from: start) {
        start = cut(start, at: end)
        while index < indices.upperBound, Int(scan.marks[index].offset) < end { index += 1 }
      }
    }
    while nextItem < items.count {
      start = cut(start, at: items[nextItem])
      nextItem += 1
    }
    if let teaser = teaserStart(after: start) { start = cut(start, at: teaser) }
    _ = cut(start, at: range.upperBound)
  }

  /// Ends a sentence at `end` and gives the start of the next.
  private mutating func cut(_ start: Int, at end: Int) -> Int {
    guard end > start else { return start }
    let sentence = TextSpan(start, end).trimmed(in: bytes)
    if !sentence.isEmpty { sentences.append(sentence) }
    return end
  }

  /// Whether ICU ends a sentence at a stop of another script, such as the ideographic full stop.
  private mutating func isForeignEnd(_ offset: Int) throws(ICUError) -> Bool {
    let next = line.skippingSpace(from: line.behind(offset))
    return try oracle.breaks(in: line, behind: offset, before: next)
  }

  /// Index behind a run of stops with nothing between them.
  private func runEnd(from index: Int, limit: Int) -> Int {
    var end = index + 1
    while end < limit, MarkClass.isTerminator(scan.marks[end].scalar),
      line.next(after: Int(scan.marks[end - 1].offset)) == Int(scan.marks[end].offset)
    {
      end += 1
    }
    return end
  }

  /// Offset behind the sentence that a run of stops ends, closing marks included; nil when the
  /// sentence goes on.
  private mutating func sentenceEnd(
    _ run: Range<Int>, from start: Int
  ) throws(ICUError) -> Int? {
    let first = scan.marks[run.lowerBound]
    let last = Int(scan.marks[run.upperBound - 1].offset)
    let isPlainStop = run.count == 1 && first.scalar == 0x2E
    if let closer = brackets.closer(around: run.lowerBound) {
      let offset = Int(scan.marks[closer].offset)
      return isPlainStop && closesSpeech(stop: last, closer: closer, at: offset)
        ? endWithClosers(line.next(after: offset)) : nil
    }
    let behind = line.next(after: last)
    let end = endWithClosers(behind)
    let next = line.skippingSpace(from: end)
    if isEllipsis(run) { return nil }
    if !isPlainStop {
      return isComma(at: next) || addresses.goesOn(behind: last, in: line) ? nil : end
    }
    switch judge.endsSentence(line, stop: last, next: next, sentenceStart: start) {
    case .ends: return end
    case .goesOn: return nil
    case .unsure: return try oracle.breaks(in: line, behind: last, before: next) ? end : nil
    }
  }

  /// Closing marks without an opening one belong to the sentence before them.
  private func endWithClosers(_ offset: Int) -> Int {
    var end = offset
    while let scalar = line.scalar(end), Bracketing.isCloser(scalar) { end = line.next(after: end) }
    return end
  }

  /// `: «هذا أمر مرفوض.» وطالب`: the stop before the closing mark of speech behind a colon.
  private func closesSpeech(stop: Int, closer: Int, at offset: Int) -> Bool {
    guard line.next(after: stop) == offset, let opener = brackets.opener(ofCloser: closer),
      let before = line.previousInk(before: Int(scan.marks[opener].offset))
    else { return false }
    return line.scalar(before) == 0x3A
  }

  private func isEllipsis(_ run: Range<Int>) -> Bool {
    scan.marks[run].allSatisfy { $0.scalar == 0x2E || $0.scalar == 0x2026 }
      && (run.count > 1 || scan.marks[run.lowerBound].scalar == 0x2026)
  }

  private func isComma(at offset: Int) -> Bool {
    switch line.scalar(offset) {
    case 0x060C, 0x2C, 0x061B: return true
    default: return false
    }
  }

  /// Offset of a word such as `المزيد` that stands alone at the end of a line that was cut.
  private func teaserStart(after start: Int) -> Int? {
    var end = line.end
    while let before = line.previous(before: end), !isWordPart(at: before) { end = before }
    var word = end
    while let before = line.previous(before: word), isWordPart(at: before) { word = before }
    guard word < end, let before = line.previousInk(before: word), before > start,
      let mark = line.scalar(before), MarkClass.isTerminator(mark) || Bracketing.isCloser(mark),
      ClauseWords.shared.teasers.contains(ByteKey(line.word(at: word)))
    else { return nil }
    return word
  }

  private func isWordPart(at offset: Int) -> Bool {
    line.scalar(offset).map(TextLine.isWordPart) ?? false
  }
}

import ArabicTextResources
import UTF8Text

/// Line ends that a column width made, as in old mail and in text pasted from print.
///
/// A run of lines is taken for wrapped text when each line but the last of a paragraph is so long
/// that the next word would not have fitted in the widest line, most of them break off in the
/// middle of a sentence, and either the run is long or words at the joints show that a clause goes
/// on. Headlines and lists, whose lines end where they like, fail the first test.
public enum HardWrap {
  /// Widest and narrowest column, in letters and spaces.
  private static let columns = 36...120
  /// So many joints in the middle of a sentence prove the column without the help of words.
  private static let convincing = 4

  /// Offsets of the line ends, among `lineEnds`, that join two parts of one paragraph.
  ///
  /// - Parameters:
  ///   - bytes: Well-formed UTF-8.
  ///   - range: The part to look at, in byte offsets.
  ///   - lineEnds: Byte offsets of the line-ending scalars in `range`, in order.
  public static func joints(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, lineEnds: [Int]
  ) -> [Int] {
    guard lineEnds.count >= 2 else { return [] }
    var run = Run(bytes: bytes)
    var start = range.lowerBound
    for end in lineEnds {
      // CR and LF end one line together.
      if end == start, end > range.lowerBound, bytes[end] == 0x0A, bytes[end - 1] == 0x0D {
        run.extendLastEnd(to: end)
      } else {
        run.add(start..<end, endsAt: end)
      }
      start = end + UTF8Bytes.length(ofLead: bytes[end])
    }
    run.add(start..<range.upperBound, endsAt: nil)
    run.finish()
    return run.joints
  }

  private struct Line {
    /// Without white space at its rims.
    let span: TextSpan
    /// Letters and spaces; known once the run is complete.
    var width = 0
    var firstWordWidth = 0
    /// Offset of the line end's first scalar, and of its last.
    var end: (first: Int, last: Int)?
  }

  /// Lines that follow each other without an empty or a very long one.
  private struct Run {
    let bytes: UnsafeBufferPointer<UInt8>
    private var lines: [Line] = []
    private(set) var joints: [Int] = []

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func extendLastEnd(to offset: Int) {
      guard let last = lines.indices.last, let end = lines[last].end else { return }
      lines[last].end = (end.first, offset)
    }

    mutating func add(_ range: Range<Int>, endsAt end: Int?) {
      // A scalar takes four bytes at most, and a letter may carry a mark or two.
      guard range.count <= HardWrap.columns.upperBound * 6 else { return finish() }
      let span = TextSpan(range.lowerBound, range.upperBound).trimmed(in: bytes)
      guard !span.isEmpty else { return finish() }
      lines.append(Line(span: span, end: end.map { ($0, $0) }))
    }

    /// Judges the lines gathered so far and begins anew.
    mutating func finish() {
      defer { lines.removeAll(keepingCapacity: true) }
      guard lines.count >= 3 else { return }
      for index in lines.indices {
        (lines[index].width, lines[index].firstWordWidth) = measure(lines[index].span)
      }
      let isTooWide = { (line: Line) in line.width > HardWrap.columns.upperBound }
      for part in lines.split(whereSeparator: isTooWide) { judge(part) }
    }

    private mutating func judge(_ lines: ArraySlice<Line>) {
      guard lines.count >= 3, let widest = lines.map(\.width).max(),
        widest >= HardWrap.columns.lowerBound
      else { return }
      var full: [Int] = []
      var broken = 0
      var strange = 0
      var isProven = false
      for index in lines.indices.dropLast() {
        let isTerminated = isTerminated(lines[index].span)
        if lines[index].width + 1 + lines[index + 1].firstWordWidth > widest {
          full.append(index)
          if isTerminated { continue }
          broken += 1
          if !isProven { isProven = goesOn(from: lines[index].span, to: lines[index + 1].span) }
        } else if !isTerminated {
          strange += 1
        }
      }
      // One line may be a headline.
      guard strange <= max(1, lines.count / 10), broken >= 2, broken > strange,
        2 * broken > full.count, isProven || broken >= HardWrap.convincing
      else { return }
      for index in full {
        guard let end = lines[index].end, !startsItem(lines[index + 1].span) else { continue }
        joints.append(end.first)
        if end.last != end.first { joints.append(end.last) }
      }
    }

    /// The widths of a line and of its first word; vowel signs take no room.
    private func measure(_ span: TextSpan) -> (line: Int, firstWord: Int) {
      var width = 0
      var first: Int?
      var last: UInt8 = 0
      for byte in bytes[span.range] {
        if UTF8Bytes.isBoundary(byte) {
          if byte == 0x20, first == nil { first = width }
          width += 1
        } else if last == 0xD9, (0x8B...0x9F).contains(byte) {
          width -= 1
        }
        last = byte
      }
      return (width, first ?? width)
    }

    private func isTerminated(_ span: TextSpan) -> Bool {
      var end = span.end
      while let (scalar, start) = UTF8Bytes.decode(bytes, before: end, from: span.start) {
        switch scalar {
        case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x2026, 0x3A: return true
        case 0x22, 0x29, 0x5D, 0xBB, 0x201D: end = start
        default: return false
        }
      }
      return false
    }

    private func startsItem(_ span: TextSpan) -> Bool {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: span.start)
      switch scalar {
      case 0x2D, 0x2A, 0x2022, 0x2013, 0x2014, 0x25CF, 0x25AA: return true
      default: break
      }
      guard ScalarClass.isDigit(scalar), next < span.end else { return false }
      return ".-)".utf8.contains(bytes[next])
    }

    /// True when a line breaks off behind a word or a comma that wants more, or the next begins
    /// with a word that wants something before it.
    private func goesOn(from line: TextSpan, to next: TextSpan) -> Bool {
      if let (mark, _) = UTF8Bytes.decode(bytes, before: line.end, from: line.start),
        mark == 0x060C || mark == 0x061B
      {
        return true
      }
      return LineJoints.shared.openEnded.contains(lastWord(of: line))
        || LineJoints.shared.dependent.contains(firstWord(of: next))
    }

    private func lastWord(of span: TextSpan) -> ByteKey {
      let start = bytes[span.range].lastIndex(of: 0x20).map { $0 + 1 } ?? span.start
      return fold(start..<span.end)
    }

    private func firstWord(of span: TextSpan) -> ByteKey {
      fold(span.start..<(bytes[span.range].firstIndex(of: 0x20) ?? span.end))
    }

    private func fold(_ range: Range<Int>) -> ByteKey {
      var folded: [UInt8] = []
      ArabicFold.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &folded)
      return ByteKey(String(decoding: folded, as: UTF8.self))
    }
  }

  /// The words of `Resources/line-joints.tsv`, folded.
  private struct LineJoints {
    static let shared = LineJoints()

    /// Words that no line ends with unless it was cut.
    let openEnded: Set<ByteKey>
    /// Words that no line begins with unless the one before was cut.
    let dependent: Set<ByteKey>

    init() {
      let resource = arabic_text_line_joints()
      var lists: [String: Set<ByteKey>] = [:]
      for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count == 2 {
        let words = row[1].split(separator: " ").map { ByteKey(ArabicFold.fold(String($0))) }
        lists[row[0], default: []].formUnion(words)
      }
      openEnded = lists["open-ended"] ?? []
      dependent = lists["dependent"] ?? []
    }
  }
}

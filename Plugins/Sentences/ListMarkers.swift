import SentencesKernel
import Warraq

/// Items numbered on one line: `خطوات التقديم: ١. ادخل. ٢. سجل.`
enum ListMarkers {
  /// Offsets where the items 1, 2, 3… of a line begin; nothing unless there are two at least.
  static func starts(in line: TextLine, _ marks: ArraySlice<sentence_mark>) -> [Int] {
    let opens = marks.first { mark in
      ScalarClass.digitValue(mark.scalar) == 1 && isItemStart(line, Int(mark.offset))
        && isMarkerEnd(line, line.next(after: Int(mark.offset)))
    }
    return opens.map { starts(in: line, from: Int($0.offset)) } ?? []
  }

  /// The items of a line whose first begins at `offset`.
  private static func starts(in line: TextLine, from offset: Int) -> [Int] {
    var starts: [Int] = []
    var offset = offset
    while let scalar = line.scalar(offset) {
      guard let first = ScalarClass.digitValue(scalar), isItemStart(line, offset) else {
        offset = line.next(after: offset)
        continue
      }
      var value = first
      var end = line.next(after: offset)
      var digits = 1
      while digits < 3, let digit = line.scalar(end).flatMap(ScalarClass.digitValue) {
        value = value * 10 + digit
        digits += 1
        end = line.next(after: end)
      }
      if value == starts.count + 1, isMarkerEnd(line, end) { starts.append(offset) }
      offset = end
    }
    return starts.count >= 2 ? starts : []
  }

  /// True at the line's start and behind a stop or a colon.
  private static func isItemStart(_ line: TextLine, _ offset: Int) -> Bool {
    guard let ink = line.previousInk(before: offset) else { return true }
    guard line.next(after: ink) < offset else { return false }
    switch line.scalar(ink) {
    case 0x2E, 0x3A, 0x061F, 0x21, 0x3F, 0x061B, 0x060C: return true
    default: return false
    }
  }

  private static func isMarkerEnd(_ line: TextLine, _ offset: Int) -> Bool {
    guard let mark = line.scalar(offset), mark == 0x2E || mark == 0x29 || mark == 0x2D else {
      return false
    }
    return line.scalar(line.next(after: offset)).map { !ScalarClass.isDigit($0) } ?? false
  }
}

import Warraq

/// Items numbered on one line: `خطوات التقديم: ١. ادخل. ٢. سجل.`
enum ListMarkers {
  /// Indices where the items 1, 2, 3… of a line begin; nothing unless there are two at least.
  static func starts(in line: ScalarLine) -> [Int] {
    var starts: [Int] = []
    var index = 0
    while index < line.count {
      guard let first = ScalarClass.digitValue(line.scalars[index]), isItemStart(line, index) else {
        index += 1
        continue
      }
      var value = first
      var end = index + 1
      while end < line.count, end - index < 3, let digit = ScalarClass.digitValue(line.scalars[end])
      {
        value = value * 10 + digit
        end += 1
      }
      if value == starts.count + 1, isMarkerEnd(line, end) { starts.append(index) }
      index = end
    }
    return starts.count >= 2 ? starts : []
  }

  /// True at the line's start and behind a stop or a colon.
  private static func isItemStart(_ line: ScalarLine, _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, ScalarClass.isWhiteSpace(line.scalars[before]) { before -= 1 }
    if before < 0 { return true }
    guard before < index - 1 else { return false }
    switch line.scalars[before] {
    case 0x2E, 0x3A, 0x061F, 0x21, 0x3F, 0x061B, 0x060C: return true
    default: return false
    }
  }

  private static func isMarkerEnd(_ line: ScalarLine, _ index: Int) -> Bool {
    guard let mark = line.scalar(index), mark == 0x2E || mark == 0x29 || mark == 0x2D else {
      return false
    }
    return line.scalar(index + 1).map { !ScalarClass.isDigit($0) } ?? false
  }
}

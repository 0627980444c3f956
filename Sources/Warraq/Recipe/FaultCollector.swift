/// Gathers faults and finds their lines.
struct FaultCollector {
  private(set) var faults: [RecipeFault] = []
  private let positions: [String: Int]
  private let lineStarts: [Int]

  /// Faults in the recipe that `bytes` hold.
  init(bytes: [UInt8], positions: [String: Int]) {
    self.positions = positions
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The faults in the order of their places.
  var sorted: [RecipeFault] {
    faults.enumerated().sorted { left, right in
      let leftKey = (left.element.line, left.element.column, left.offset)
      return leftKey < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }

  /// Adds a fault at a pointer; `#key` behind a pointer means the key itself.
  mutating func add(
    _ code: RecipeFault.Code, at pointer: String, _ problem: String, mend: String
  ) {
    var shown = pointer
    if shown.hasSuffix("#key") { shown.removeLast(4) }
    let (line, column) = place(ofByte: positions[pointer] ?? positions[shown] ?? 0)
    faults.append(
      RecipeFault(
        code: code, pointer: shown, line: line, column: column, problem: problem, mend: mend))
  }

  /// Line and column, from 1, of a byte.
  func place(ofByte offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }
}

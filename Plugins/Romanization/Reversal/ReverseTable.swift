import Warraq

/// A scheme's table read backwards: of the Latin stretches that may stand here the longest, for it the
/// letter that the table names first.
struct ReverseTable: Sendable {
  private var letters: [[UInt8]: UInt32] = [:]
  private var longest = 0

  /// - Parameter rows: Arabic scalars and their Latin in the table's order.
  init(_ rows: [(arabic: UInt32, latin: [UInt8])]) {
    for row in rows where !row.latin.isEmpty && letters[row.latin] == nil {
      letters[row.latin] = row.arabic
      longest = max(longest, row.latin.count)
    }
  }

  /// The Arabic of Latin bytes; what the table does not have stays.
  func reverse(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var index = 0
    while index < bytes.count {
      var length = min(longest, bytes.count - index)
      while length > 0, letters[Array(bytes[index..<index + length])] == nil { length -= 1 }
      if length > 0, let letter = letters[Array(bytes[index..<index + length])] {
        UTF8Bytes.append(letter, to: &result)
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

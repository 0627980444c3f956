import ArabicText
import Warraq

/// Tells which marks stand inside addresses of the web. Marks are asked about in order, and no byte is looked at twice.
struct AddressSearch {
  /// Where the bytes begin that were not looked at.
  private var searched = 0
  /// The last address that was found.
  private var address = 0..<0

  /// Whether an address goes on behind the mark at an offset: `watch?v=`.
  mutating func goesOn(behind mark: Int, in line: TextLine) -> Bool {
    if address.contains(mark) { return true }
    guard mark + 1 < line.end, WebAddress.isPart(line.bytes[mark + 1]) else { return false }
    var start = mark
    while start > max(searched, line.start), WebAddress.isPart(line.bytes[start - 1]) { start -= 1 }
    searched = mark
    guard
      let found = WebAddress.range(line.bytes, around: mark, from: start, limit: line.end)
    else { return false }
    (address, searched) = (found, found.upperBound)
    return true
  }
}

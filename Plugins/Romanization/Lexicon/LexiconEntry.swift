import Warraq

extension RomanLexicon {
  /// One romanization of a form.
  struct Entry: Sendable, Hashable {
    /// In lower case, UTF-8.
    let latin: [UInt8]
    /// How often it stands in records, and with a capital.
    let count: Int
    let capitals: Int
    /// How often it stands in tables of words, and with a capital.
    let tableCount: Int
    let tableCapitals: Int
  }

  /// How an entry's counts are kept: one byte says of each what it is, if it is small or the one before it, and whether
  /// other entries of the form follow; then come those that the byte does not tell.
  enum Counts {
    /// What a byte can say of a count of records, a count of tables, and of the capitals of either: a number less than
    /// the last one, or that the number follows.
    private static let records = 3
    private static let tables = 4
    /// No capital, all of them, or a number that follows.
    private static let capitals = 3

    /// Appends an entry's counts.
    static func append(_ entry: Entry, isLast: Bool, to bytes: inout [UInt8]) {
      func shape(ofCapitals capitals: Int, of count: Int) -> Int {
        capitals == 0 ? 0 : capitals == count ? 1 : 2
      }
      let shapes = (
        min(entry.count, records - 1), shape(ofCapitals: entry.capitals, of: entry.count),
        min(entry.tableCount, tables - 1),
        shape(ofCapitals: entry.tableCapitals, of: entry.tableCount)
      )
      var byte = shapes.3
      byte = byte * tables + shapes.2
      byte = byte * capitals + shapes.1
      byte = byte * records + shapes.0
      bytes.append(UInt8(truncatingIfNeeded: byte * 2 + (isLast ? 1 : 0)))
      if shapes.0 == records - 1 { LEB128.append(entry.count, to: &bytes) }
      if shapes.1 == 2 { LEB128.append(entry.capitals, to: &bytes) }
      if shapes.2 == tables - 1 { LEB128.append(entry.tableCount, to: &bytes) }
      if shapes.3 == 2 { LEB128.append(entry.tableCapitals, to: &bytes) }
    }

    /// What stands at an offset; nil for what is none.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (
      count: Int, capitals: Int, tableCount: Int, tableCapitals: Int, isLast: Bool, next: Int
    )? {
      guard offset < bytes.count else { return nil }
      var rest = Int(bytes[offset])
      var next = offset + 1
      func take(_ shapes: Int) -> Int {
        defer { rest /= shapes }
        return rest % shapes
      }
      func number(_ shape: Int, _ last: Int) -> Int? {
        guard shape == last else { return shape }
        guard let number = LEB128.read(bytes, at: next) else { return nil }
        next = number.next
        return number.value
      }
      func number(ofCapitals shape: Int, of count: Int) -> Int? {
        shape == 1 ? count : number(shape, 2)
      }
      let isLast = take(2) == 1
      let shapes = (take(records), take(capitals), take(tables), rest)
      guard let count = number(shapes.0, records - 1),
        let capitals = number(ofCapitals: shapes.1, of: count),
        let tableCount = number(shapes.2, tables - 1),
        let tableCapitals = number(ofCapitals: shapes.3, of: tableCount)
      else { return nil }
      return (count, capitals, tableCount, tableCapitals, isLast, next)
    }
  }
}

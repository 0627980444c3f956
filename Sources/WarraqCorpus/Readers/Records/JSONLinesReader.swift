/// JSON Lines: an object a line, blank lines passed over.
struct JSONLinesReader: RecordReader {
  private var lines: LineReader
  private var number = 0

  init(_ source: any ByteSource, limit: Int) { lines = LineReader(source, limit: limit) }

  mutating func next() throws(InputError) -> CutRecord? {
    while let line = try lines.next() {
      number += 1
      switch line {
      case .tooLong:
        return .unusable("the line is longer than \(lines.limit) bytes", number: number)
      case .line(let bytes):
        if bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
          return .object(bytes, number: number)
        }
      }
    }
    return nil
  }
}

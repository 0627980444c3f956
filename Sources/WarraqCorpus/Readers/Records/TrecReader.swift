import Warraq

/// `<DOC>` elements one after the other, as the collections of TREC have them: tags in any case, no
/// root, often no XML either. A document becomes a JSON object of its elements' texts; `DOCNO` or
/// `DOCID` is the id, `TEXT` (or `BODY`) the text, `HEADLINE`, `HL` or `TITLE` the title.
struct TrecReader: RecordReader {
  private let limit: Int
  private var lines: LineReader
  private var number = 0

  init(_ source: any ByteSource, limit: Int) {
    self.limit = limit
    lines = LineReader(source, limit: limit)
  }

  mutating func next() throws(InputError) -> CutRecord? {
    var document: [UInt8] = []
    var isInside = false
    var isTooLong = false
    while let line = try lines.next() {
      guard case .line(var bytes) = line else {
        isTooLong = true
        if isInside { continue }
        number += 1
        return .unusable("the line is longer than \(limit) bytes", number: number)
      }
      while !bytes.isEmpty {
        if !isInside {
          guard let start = MarkupScan.find("<doc>", in: bytes, from: 0) else { break }
          isInside = true
          number += 1
          bytes.removeFirst(start + 5)
          continue
        }
        let end = MarkupScan.find("</doc>", in: bytes, from: 0)
        document += bytes[..<(end ?? bytes.count)]
        if document.count > limit {
          isTooLong = true
          document = []
        }
        guard let end else { break }
        if isTooLong {
          return .unusable("the document is longer than \(limit) bytes", number: number)
        }
        lines.putBack(Array(bytes[(end + 6)...]))
        return .object(TrecDocument(document).json, number: number)
      }
      if isInside { document.append(UInt8(ascii: "\n")) }
    }
    guard isInside else { return nil }
    return .unusable("the document is never closed by </DOC>", number: number)
  }
}

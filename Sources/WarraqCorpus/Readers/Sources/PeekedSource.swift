/// A stream whose first bytes are known before it is read.
struct PeekedSource: ByteSource {
  private var head: [UInt8]
  private var source: any ByteSource

  init(_ source: any ByteSource) throws(InputError) {
    var source = source
    var head: [UInt8] = []
    try source.read(into: &head)
    self.head = head
    self.source = source
  }

  /// What the bytes look like: JSON Lines, a page, a collection, or nil for none of these.
  var format: InputFormat? {
    let visible = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if visible.first == UInt8(ascii: "{") { return .jsonl }
    let start = String(decoding: visible.prefix(15), as: UTF8.self).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return .html }
    return start.hasPrefix("<doc>") ? .trec : nil
  }

  /// The compression that the first bytes tell.
  var compression: InputFile.Compression {
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    return head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? .zstd : .none
  }

  /// The byte order that a mark of UTF-16 tells; nil without one.
  var isBigEndianUTF16: Bool? {
    if head.starts(with: [0xFE, 0xFF]) { return true }
    return head.starts(with: [0xFF, 0xFE]) && !head.starts(with: [0xFF, 0xFE, 0, 0]) ? false : nil
  }

  mutating func read(into buffer: inout [UInt8]) throws(InputError) {
    if head.isEmpty {
      try source.read(into: &buffer)
    } else {
      buffer = head
      head = []
    }
  }
}

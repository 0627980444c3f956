import Warraq

/// What stands between `<DOC>` and `</DOC>`, as fields.
struct TrecDocument {
  private var fields: [(name: String, value: [UInt8])] = []

  /// What the usual tags are called in the other formats.
  private static let usualNames = [
    "docno": "id", "docid": "id", "text": "text", "body": "text", "headline": "title",
    "hl": "title", "title": "title",
  ]

  init(_ bytes: [UInt8]) {
    var position = 0
    // Looking for an end that is not there costs the whole document each time.
    var unclosed: Set<String> = []
    while unclosed.count < 64, let open = MarkupScan.find("<", in: bytes, from: position) {
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      let name = Self.tagName(bytes[(open + 1)..<close])
      position = close + 1
      guard !name.isEmpty, !name.hasPrefix("/"), !unclosed.contains(name) else { continue }
      guard let end = MarkupScan.find("</\(name)>", in: bytes, from: position) else {
        unclosed.insert(name)
        continue
      }
      add(Self.usualNames[name] ?? name, MarkupScan.text(of: Array(bytes[position..<end])))
      position = end + name.utf8.count + 3
    }
  }

  /// One JSON object; elements that stand several times are joined by an empty line.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for field in fields {
      writer.key(field.name)
      writer.string(utf8: field.value)
    }
    writer.endObject()
    return writer.bytes
  }

  private mutating func add(_ name: String, _ value: [UInt8]) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else {
      fields.append((name, value))
      return
    }
    // A second number would make an id of two.
    if name == "id" { return }
    fields[index].value += Array("\n\n".utf8) + value
  }

  /// The name in lower case, attributes left out.
  private static func tagName(_ tag: ArraySlice<UInt8>) -> String {
    let name = tag.prefix { $0 > 0x20 }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}

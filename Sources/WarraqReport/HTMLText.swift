/// Text as HTML: nothing in it is taken for markup.
enum HTMLText {
  /// The text with the five characters of markup escaped, and controls that HTML does not allow left
  /// out.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
      case 0...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: break
      default: bytes.append(byte)
      }
    }
    return isolated(String(decoding: bytes, as: UTF8.self))
  }

  /// The text with directional controls that were left open closed again, so that they do not reach
  /// what follows.
  private static func isolated(_ text: String) -> String {
    // All of them begin with these bytes, which few texts hold.
    guard text.utf8.contains(0xE2) else { return text }
    var embeddings = 0
    var isolates = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A, 0x202B, 0x202D, 0x202E: embeddings += 1
      case 0x202C: embeddings = max(embeddings - 1, 0)
      case 0x2066...0x2068: isolates += 1
      case 0x2069: isolates = max(isolates - 1, 0)
      default: break
      }
    }
    return text + String(repeating: "\u{202C}", count: embeddings)
      + String(repeating: "\u{2069}", count: isolates)
  }
}

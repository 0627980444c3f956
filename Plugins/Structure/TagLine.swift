import ArabicText
import Warraq

/// Lines that list tags.
enum TagLine {
  /// The tags of a line, or nothing when the line is no list of tags.
  ///
  /// - Parameter isLabelled: True when the line opens with words such as `كلمات مفتاحية:`.
  static func tags(in line: Line, of text: Text, isLabelled: Bool) -> [TextSpan] {
    if line.words.isEmpty, !isLabelled { return [] }
    if isHashtags(line) { return split(line, of: text, skippingLabel: false) }
    let items = split(line, of: text, skippingLabel: isLabelled)
    if isLabelled { return items }
    // The slashes of an address cut it into pieces that look like tags.
    guard items.count >= 4, !line.isTerminated, !line.text.contains("://") else { return [] }
    let lengths = items.map { text[$0].split(separator: " ").count }
    guard let longest = lengths.max(), longest <= 4 else { return [] }
    // A list inside a sentence has a long head; tags are all short, and most lists of tags set no
    // space behind the comma.
    let isTight = line.text.contains { $0 == "," || $0 == "|" || $0 == "#" }
    return isTight || Double(lengths.reduce(0, +)) / Double(items.count) <= 2 ? items : []
  }

  /// Whether each of a line's words begins with a number sign.
  static func isHashtags(_ line: Line) -> Bool {
    line.wordCount > 0 && !line.text.isEmpty
      && line.text.split(whereSeparator: \.isWhitespace).allSatisfy {
        $0.first == "#" && $0.count > 1
      }
  }

  private static func split(
    _ line: Line, of text: Text, skippingLabel: Bool
  ) -> [TextSpan] {
    var items: [TextSpan] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = line.span.start
      if skippingLabel {
        while index < line.span.end {
          let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
          index = next
          if ":/|-–".unicodeScalars.contains(where: { $0.value == scalar }) { break }
        }
      }
      var start = index
      while index <= line.span.end {
        let isEnd = index == line.span.end
        let (scalar, next) = isEnd ? (0x2C, index + 1) : UTF8Bytes.decode(bytes, at: index)
        if isSeparator(scalar) {
          let item = text.trimming(TextSpan(start, index))
          if !item.isEmpty { items.append(item) }
          start = next
        }
        index = next
      }
    }
    return items
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x060C, 0x7C, 0x23, 0x3B, 0x061B, 0x2022, 0x2F: true
    default: false
    }
  }
}

import UTF8Text

/// White space made even.
enum Spacing {
  /// Runs of blanks become one space, blanks at the rims of lines go, line ends become LF.
  static func collapse(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        // Letters never start white space: only controls, the space and four lead bytes may.
        guard byte <= 0x20 || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 else {
          index += 1
          continue
        }
        let end = whiteSpaceEnd(bytes, from: index)
        if end == index {
          index = UTF8Bytes.decode(bytes, at: index).next
          continue
        }
        let target = replacement(of: index..<end, in: bytes)
        if !bytes[index..<end].elementsEqual(target) {
          rewriter.replace(index..<end, with: target)
        }
        index = end
      }
      return rewriter.finish(text)
    }
  }

  private static func whiteSpaceEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      guard ScalarClass.isWhiteSpace(scalar) else { break }
      index = next
    }
    return index
  }

  private static func replacement(
    of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    var newlines = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
      if ScalarClass.isNewline(scalar) {
        newlines += 1
        // CR LF is one line end.
        if scalar == 0x0D, next < range.upperBound, bytes[next] == 0x0A {
          index = next + 1
          continue
        }
      }
      index = next
    }
    if newlines > 0 { return [UInt8](repeating: 0x0A, count: newlines) }
    return range.lowerBound == 0 || range.upperBound == bytes.count ? [] : [0x20]
  }
}

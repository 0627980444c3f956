import UTF8Text

/// Separators inside numbers.
enum NumberSeparators {
  /// `.` and `,` between two Arabic or Persian digits become ٫ and ٬, `%` behind one becomes ٪.
  static func toArabic(_ text: Text) -> (text: Text, alignment: Alignment) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var rewriter = TextRewriter(bytes)
      for index in bytes.indices {
        let target: UInt32
        switch bytes[index] {
        case UInt8(ascii: "."): target = 0x066B
        case UInt8(ascii: ","): target = 0x066C
        case UInt8(ascii: "%"): target = 0x066A
        default: continue
        }
        guard let (before, _) = UTF8Bytes.decode(bytes, before: index), isArabicDigit(before) else {
          continue
        }
        if target != 0x066A {
          guard index + 1 < bytes.count,
            isArabicDigit(UTF8Bytes.decode(bytes, at: index + 1).scalar)
          else { continue }
        }
        var replacement: [UInt8] = []
        UTF8Bytes.append(target, to: &replacement)
        rewriter.replace(index..<index + 1, with: replacement)
      }
      return rewriter.finish(text)
    }
  }

  private static func isArabicDigit(_ scalar: UInt32) -> Bool {
    scalar > 0x39 && ScalarClass.isDigit(scalar)
  }
}

import Warraq

/// Which words of a text became which of its romanization: both are cut at white space.
public enum WordAlignment {
  /// The places of the words side by side; empty when the romanization has other white space.
  public static func pairs(_ source: Text, _ result: Text) -> [(source: TextSpan, result: TextSpan)]
  {
    let (left, right) = (words(source), words(result))
    return left.count == right.count ? zip(left, right).map { ($0, $1) } : []
  }

  /// The same as an alignment; all of the text as one edit when the romanization has other white space.
  static func alignment(_ source: Text, _ result: Text) -> Alignment {
    let words = pairs(source, result)
    var (left, right) = (0, 0)
    for word in words + [
      (TextSpan(source.count, source.count), TextSpan(result.count, result.count))
    ] {
      guard source.bytes[left..<word.source.start] == result.bytes[right..<word.result.start] else {
        return Alignment(edits: [.init(source: source.span, result: result.span)])
      }
      (left, right) = (word.source.end, word.result.end)
    }
    return Alignment(edits: words.map { .init(source: $0.source, result: $0.result) })
  }

  private static func words(_ text: Text) -> [TextSpan] {
    text.bytes.withUnsafeBufferPointer { bytes in
      var spans: [TextSpan] = []
      var start: Int?
      for index in 0...bytes.count {
        let isSpace = index == bytes.count || bytes[index] <= 0x20
        if isSpace, let open = start {
          spans.append(TextSpan(open, index))
          start = nil
        } else if !isSpace, start == nil {
          start = index
        }
      }
      return spans
    }
  }
}

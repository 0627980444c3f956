import UTF8Text

/// Builds a rewritten text and its alignment side by side.
struct TextRewriter {
  private let source: UnsafeBufferPointer<UInt8>
  private var result: [UInt8] = []
  private var edits: [Alignment.Edit] = []
  private var copied = 0

  init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

  /// Puts bytes in place of a part of the source; parts must ascend and not overlap.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8] = []) {
    result.append(contentsOf: source[copied..<range.lowerBound])
    let start = result.count
    result.append(contentsOf: bytes)
    edits.append(
      Alignment.Edit(
        source: TextSpan(range.lowerBound, range.upperBound),
        result: TextSpan(start, result.count)))
    copied = range.upperBound
  }

  /// The rewritten text; `original` itself when nothing was replaced.
  consuming func finish(_ original: Text) -> (text: Text, alignment: Alignment) {
    if edits.isEmpty { return (original, .identity) }
    result.append(contentsOf: source[copied...])
    return (Text(wellFormed: result), Alignment(edits: edits))
  }
}

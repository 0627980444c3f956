/// Builds a rewritten text and its alignment side by side.
public struct TextRewriter {
  @usableFromInline let source: UnsafeBufferPointer<UInt8>
  @usableFromInline var result: [UInt8] = []
  @usableFromInline var edits: [Alignment.Edit] = []
  @usableFromInline var copied = 0

  /// Begins to rewrite a text's bytes, which must outlive the rewriter.
  public init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

  /// Puts bytes in place of a part of the source.
  ///
  /// - Parameters:
  ///   - range: Bytes of the source; parts must ascend and not overlap.
  ///   - bytes: Well-formed UTF-8.
  @inlinable
  public mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8> = []) {
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
  public consuming func finish(_ original: Text) -> (text: Text, alignment: Alignment) {
    if edits.isEmpty { return (original, .identity) }
    result.append(contentsOf: source[copied...])
    return (Text(wellFormed: result), Alignment(edits: edits))
  }
}

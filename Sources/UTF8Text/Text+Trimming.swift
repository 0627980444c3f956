extension Text {
  /// The part of `span` without white space and invisible controls at its rims; an empty span at
  /// its start when nothing else is there.
  public func trimming(_ span: TextSpan) -> TextSpan {
    bytes.withUnsafeBufferPointer { span.trimmed(in: $0) }
  }
}

extension TextSpan {
  /// The span of well-formed UTF-8 without white space and invisible controls at its rims, cut to
  /// the bytes' bounds; empty when nothing else is there.
  public func trimmed(in bytes: UnsafeBufferPointer<UInt8>) -> TextSpan {
    var start = min(max(start, 0), bytes.count)
    var end = min(max(end, start), bytes.count)
    while start < end {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: start)
      guard ScalarClass.isWhiteSpace(scalar) || ScalarClass.isInvisible(scalar) else { break }
      start = next
    }
    while let (scalar, before) = UTF8Bytes.decode(bytes, before: end, from: start) {
      guard ScalarClass.isWhiteSpace(scalar) || ScalarClass.isInvisible(scalar) else { break }
      end = before
    }
    return TextSpan(start, end)
  }
}

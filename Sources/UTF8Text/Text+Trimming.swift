extension Text {
  /// The part of `span` without white space and invisible controls at its rims; an empty span at
  /// its start when nothing else is there.
  public func trimming(_ span: TextSpan) -> TextSpan {
    bytes.withUnsafeBufferPointer { bytes in
      var start = min(max(span.start, 0), bytes.count)
      var end = min(max(span.end, start), bytes.count)
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
}

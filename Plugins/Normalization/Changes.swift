import UTF8Text

/// The places where two aligned texts differ, scalar by scalar.
public enum Changes {
  /// One place: what stood in the source and what stands for it in the result.
  public struct Change: Sendable, Hashable {
    /// Bytes of the source.
    public let source: TextSpan
    /// Bytes of the result.
    public let result: TextSpan
  }

  /// All differences, in order. Between two edits an alignment pairs scalars of the same length.
  public static func between(
    _ source: Text, _ result: Text, _ alignment: Alignment
  ) -> [Change] {
    var changes: [Change] = []
    var before = (source: 0, result: 0)
    let end = Alignment.Edit(
      source: TextSpan(source.count, source.count), result: TextSpan(result.count, result.count))
    for edit in alignment.edits + [end] {
      compare(
        source, before.source..<edit.source.start, result, from: before.result, into: &changes)
      let isChanged = source[edit.source] != result[edit.result]
      if isChanged { changes.append(Change(source: edit.source, result: edit.result)) }
      before = (edit.source.end, edit.result.end)
    }
    return changes
  }

  private static func compare(
    _ source: Text, _ range: Range<Int>, _ result: Text, from start: Int,
    into changes: inout [Change]
  ) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        let next = UTF8Bytes.decode(bytes, at: index).next
        let other = start + index - range.lowerBound
        let length = next - index
        if other + length <= result.count,
          !bytes[index..<next].elementsEqual(result.bytes[other..<other + length])
        {
          changes.append(
            Change(source: TextSpan(index, next), result: TextSpan(other, other + length)))
        }
        index = next
      }
    }
  }
}

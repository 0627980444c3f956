/// How a derived text lies on its source: the places where lengths differ, in order. Between two
/// edits the texts pair scalar by scalar, each pair of one length: letters there may differ, as
/// when أ became ا, but offsets do not.
///
/// An alignment without edits maps every offset to itself and costs nothing.
public struct Alignment: Sendable, Hashable {
  /// One place where lengths differ: source bytes `source` became result bytes `result`.
  /// Either may be empty (an insertion or a deletion), not both.
  public struct Edit: Sendable, Hashable {
    /// The replaced bytes of the source.
    public var source: TextSpan
    /// What stands for them in the result.
    public var result: TextSpan

    /// Pairs the two spans.
    @inlinable
    public init(source: TextSpan, result: TextSpan) {
      self.source = source
      self.result = result
    }
  }

  /// The edits, ascending in both texts and not overlapping in either.
  public internal(set) var edits: [Edit]

  /// The identity.
  public static let identity = Alignment(edits: [])

  /// Takes edits that ascend in both texts.
  public init(edits: [Edit]) {
    self.edits = edits
  }

  /// True when every offset maps to itself.
  public var isIdentity: Bool { edits.isEmpty }

  /// The source bytes for a span of the result: an edit that the span touches with at least one
  /// byte is taken whole; a deletion at either rim is left out.
  public func sourceSpan(ofResult span: TextSpan) -> TextSpan {
    map(span, from: { $0.result }, to: { $0.source })
  }

  /// The result bytes for a span of the source, with the same rule.
  public func resultSpan(ofSource span: TextSpan) -> TextSpan {
    map(span, from: { $0.source }, to: { $0.result })
  }

  // Inlined into both directions, so that the sides are plain field reads in this hot path.
  @inline(__always)
  private func map(
    _ span: TextSpan, from: (Edit) -> TextSpan, to: (Edit) -> TextSpan
  ) -> TextSpan {
    if edits.isEmpty { return span }
    var start = span.start
    let startIndex = partition { from($0).end > span.start }
    if startIndex < edits.count, from(edits[startIndex]).start < span.start {
      // The span begins inside an edit: take that edit whole.
      start = to(edits[startIndex]).start
    } else if startIndex > 0 {
      let before = edits[startIndex - 1]
      start = to(before).end + span.start - from(before).end
    }
    if span.isEmpty { return TextSpan(start, start) }

    var end = span.end
    // The last edit that begins before the span's end decides where the end lies.
    let endIndex = partition { from($0).start >= span.end }
    if endIndex > 0 {
      let last = edits[endIndex - 1]
      let isInside = from(last).end > span.end
      end = isInside ? to(last).end : to(last).end + span.end - from(last).end
    }
    return TextSpan(start, end)
  }

  /// Index of the first edit for which the condition holds; it must hold for all after it.
  @inline(__always)
  private func partition(_ belongsRight: (Edit) -> Bool) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = low + (high - low) / 2
      if belongsRight(edits[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// How a derived text lies on its source: the places where they differ, in order. Between two
/// edits both texts are the same bytes.
///
/// An alignment without edits is the identity and costs nothing.
public struct Alignment: Sendable, Hashable {
  /// One place where the derived text differs: source bytes `source` became result bytes `result`.
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

  /// True when nothing differs.
  public var isIdentity: Bool { edits.isEmpty }

  /// The source bytes for a span of the result: an edit that the span touches with at least one
  /// byte is taken whole; a deletion at either rim is left out.
  public func sourceSpan(ofResult span: TextSpan) -> TextSpan {
    map(span, from: \.result, to: \.source)
  }

  /// The result bytes for a span of the source, with the same rule.
  public func resultSpan(ofSource span: TextSpan) -> TextSpan {
    map(span, from: \.source, to: \.result)
  }

  private func map(
    _ span: TextSpan, from: KeyPath<Edit, TextSpan>, to: KeyPath<Edit, TextSpan>
  ) -> TextSpan {
    if edits.isEmpty { return span }
    var start = span.start
    let startIndex = firstEdit(from, endingAfter: span.start)
    if startIndex < edits.count, edits[startIndex][keyPath: from].start < span.start {
      // The span begins inside an edit: take that edit whole.
      start = edits[startIndex][keyPath: to].start
    } else if startIndex > 0 {
      let before = edits[startIndex - 1]
      start = before[keyPath: to].end + span.start - before[keyPath: from].end
    }

    var end = span.end
    if span.isEmpty { return TextSpan(start, start) }
    // The last edit that begins before the span's end decides where the end lies.
    let endIndex = firstEdit(from, startingAtOrAfter: span.end)
    if endIndex > 0 {
      let last = edits[endIndex - 1]
      let lastFrom = last[keyPath: from]
      end =
        lastFrom.end > span.end
        ? last[keyPath: to].end
        : last[keyPath: to].end + span.end - lastFrom.end
    }
    return TextSpan(start, end)
  }

  /// Index of the first edit whose `side` ends after `offset`.
  private func firstEdit(_ side: KeyPath<Edit, TextSpan>, endingAfter offset: Int) -> Int {
    partition { $0[keyPath: side].end > offset }
  }

  private func firstEdit(_ side: KeyPath<Edit, TextSpan>, startingAtOrAfter offset: Int) -> Int {
    partition { $0[keyPath: side].start >= offset }
  }

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

/// A half-open range of UTF-8 bytes, `start ..< end`, in the text that its owner names.
///
/// Spans in layers refer to the document's source text and lie on scalar boundaries.
public struct TextSpan: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset one past the last byte; never less than `start`.
  public var end: Int

  /// Makes a span; an `end` before `start` is raised to `start`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = Swift.max(start, end)
  }

  /// Length in bytes.
  @inlinable public var count: Int { end - start }
  /// True for a span of no bytes.
  @inlinable public var isEmpty: Bool { start == end }
  /// The same bytes as a range.
  @inlinable public var range: Range<Int> { start..<end }

  /// True when `other` lies wholly inside this span.
  @inlinable
  public func contains(_ other: TextSpan) -> Bool {
    other.start >= start && other.end <= end
  }

  /// True when the two spans share at least one byte.
  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool {
    start < other.end && other.start < end
  }
}

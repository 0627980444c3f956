/// A string that is compared and hashed by its bytes.
///
/// Swift compares strings by canonical equivalence, which costs a normalization check a letter for
/// Arabic. Folded forms need none: equal forms have equal bytes.
public struct ByteKey: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The string.
  public let string: String

  /// Wraps a string.
  @inlinable
  public init(_ string: some StringProtocol) {
    self.string = String(string)
  }

  /// Wraps a literal.
  @inlinable
  public init(stringLiteral value: String) { string = value }

  /// True when both have the same bytes.
  @inlinable
  public static func == (left: ByteKey, right: ByteKey) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// Feeds the bytes to a hasher.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    let isFed =
      string.utf8.withContiguousStorageIfAvailable { bytes in
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        return true
      } ?? false
    if !isFed { for byte in string.utf8 { hasher.combine(byte) } }
  }
}

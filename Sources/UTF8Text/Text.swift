/// An immutable text of well-formed UTF-8. Offsets into it are byte offsets.
public struct Text: Sendable, Hashable {
  /// The text's bytes, always well-formed UTF-8.
  public let bytes: [UInt8]

  /// The text of a Swift string.
  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// Takes bytes that must be well-formed.
  ///
  /// - Throws: `InvalidUTF8Error` with the byte offset of the first ill-formed part.
  public init(validating bytes: [UInt8]) throws(InvalidUTF8Error) {
    let invalid = bytes.withUnsafeBufferPointer { UTF8Repair.firstInvalidOffset(in: $0) }
    if let invalid { throw InvalidUTF8Error(byteOffset: invalid) }
    self.bytes = bytes
  }

  /// Takes bytes that are known to be well-formed, such as whole scalars cut from other texts.
  ///
  /// Nothing is checked in release builds: ill-formed bytes give wrong answers later, never a trap.
  public init(wellFormed bytes: [UInt8]) {
    assert(bytes.withUnsafeBufferPointer { UTF8Repair.firstInvalidOffset(in: $0) } == nil)
    self.bytes = bytes
  }

  /// Takes any bytes, puts U+FFFD in place of each ill-formed part, or leaves it out, and counts
  /// those parts.
  public init(repairing bytes: [UInt8], skipping: Bool = false, replacements: inout Int) {
    let invalid = bytes.withUnsafeBufferPointer { UTF8Repair.firstInvalidOffset(in: $0) }
    guard invalid != nil else {
      self.bytes = bytes
      return
    }
    let repaired = bytes.withUnsafeBufferPointer { UTF8Repair.repaired($0, skipping: skipping) }
    replacements += repaired.replacements
    self.bytes = repaired.bytes
  }

  /// Length in bytes.
  public var count: Int { bytes.count }

  /// The whole text.
  public var span: TextSpan { TextSpan(0, bytes.count) }

  /// The text as a Swift string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The part of the text that a span names, cut to the text's bounds.
  public subscript(span: TextSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// True when `offset` lies between two scalars, or at either end of the text.
  public func isScalarBoundary(_ offset: Int) -> Bool {
    if offset == 0 || offset == bytes.count { return true }
    guard offset > 0, offset < bytes.count else { return false }
    return UTF8Bytes.isBoundary(bytes[offset])
  }
}

/// Bytes that were to be UTF-8 and are not.
public struct InvalidUTF8Error: Error, Hashable, CustomStringConvertible {
  /// Offset of the first ill-formed byte.
  public let byteOffset: Int

  /// Makes the error for a place.
  public init(byteOffset: Int) {
    self.byteOffset = byteOffset
  }

  /// What is wrong and the mend, in one line.
  public var description: String {
    "invalid UTF-8 at byte \(byteOffset): convert the input to UTF-8, name its encoding, "
      + "or allow replacement"
  }
}

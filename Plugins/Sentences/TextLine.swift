import Warraq

/// Scalars of one line by their byte offsets in the text; invisible controls are stepped over, so
/// that no rule needs to know of them.
struct TextLine {
  /// The bytes of the whole text; they outlive this value.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the line's first byte.
  let start: Int
  /// Offset behind the line's last byte.
  let end: Int

  /// The scalar that starts at an offset, or nil at the line's end.
  func scalar(_ offset: Int) -> UInt32? {
    offset >= start && offset < end ? UTF8Bytes.decode(bytes, at: offset).scalar : nil
  }

  /// Offset behind the scalar at an offset, before any invisible controls.
  func behind(_ offset: Int) -> Int {
    min(offset + UTF8Bytes.length(ofLead: bytes[offset]), end)
  }

  /// Offset of the scalar that follows the one at `offset`, or the line's end.
  func next(after offset: Int) -> Int { visible(from: behind(offset)) }

  /// Offset of the first visible scalar at or behind `offset`, or the line's end.
  func visible(from offset: Int) -> Int {
    var offset = offset
    while offset < end {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: offset)
      guard ScalarClass.isInvisible(scalar) else { return offset }
      offset = next
    }
    return end
  }

  /// Offset of the scalar before `offset`, or nil at the line's start.
  func previous(before offset: Int) -> Int? {
    var offset = offset
    while let (scalar, before) = UTF8Bytes.decode(bytes, before: offset, from: start) {
      if !ScalarClass.isInvisible(scalar) { return before }
      offset = before
    }
    return nil
  }

  /// Offset of the last scalar before `offset` that is no white space, or nil.
  func previousInk(before offset: Int) -> Int? {
    var offset = offset
    while let before = previous(before: offset) {
      if let scalar = scalar(before), !ScalarClass.isWhiteSpace(scalar) { return before }
      offset = before
    }
    return nil
  }

  /// Offset of the first scalar at or behind `offset` that is no white space, or the line's end.
  func skippingSpace(from offset: Int) -> Int {
    var offset = visible(from: offset)
    while let scalar = scalar(offset), ScalarClass.isWhiteSpace(scalar) {
      offset = next(after: offset)
    }
    return offset
  }

  /// True for letters, marks and tatweel: what a written word is made of.
  static func isWordPart(_ scalar: UInt32) -> Bool {
    ScalarClass.isArabicLetter(scalar) || ScalarClass.extendsCluster(scalar)
      || ScalarClass.isLatinLetter(scalar)
  }

  /// Offset behind the word that starts at `offset`; `offset` itself where none starts.
  func wordEnd(from offset: Int) -> Int {
    var offset = offset
    while let scalar = scalar(offset), Self.isWordPart(scalar) { offset = next(after: offset) }
    return offset
  }

  /// Offset of the word that ends at `offset`; `offset` itself where none ends.
  func wordStart(before offset: Int) -> Int {
    var start = offset
    while let before = previous(before: start), let scalar = scalar(before), Self.isWordPart(scalar)
    {
      start = before
    }
    return start
  }

  /// The word that starts at `offset`, without marks and tatweel.
  func word(at offset: Int) -> String { letters(offset, wordEnd(from: offset)) }

  /// The letters between two offsets: no marks, no tatweel, no stops.
  func letters(_ start: Int, _ end: Int) -> String {
    var isPlain = true
    var offset = start
    while offset < end {
      let (scalar, next) = UTF8Bytes.decode(bytes, at: offset)
      if !Self.isLetter(scalar) {
        isPlain = false
        break
      }
      offset = next
    }
    if isPlain {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
    var view = String.UnicodeScalarView()
    offset = start
    while offset < end {
      let (value, next) = UTF8Bytes.decode(bytes, at: offset)
      if Self.isLetter(value), let scalar = Unicode.Scalar(value) { view.append(scalar) }
      offset = next
    }
    return String(view)
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    ScalarClass.isArabicLetter(scalar) || ScalarClass.isLatinLetter(scalar)
  }
}

import Warraq

extension Scheme {
  /// How many letters of a romanized text are Arabic still, since the scheme has no sign for them; 0
  /// for ICU's transforms, which lead to any script.
  public func unwrittenLetters(in romanized: Text) -> Int {
    if case .icu = engine { return 0 }
    return Self.arabicLetters(in: romanized.bytes)
  }

  /// How many of a text's letters are Arabic, given as UTF-8.
  static func arabicLetters(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var index = 0
      while index < bytes.count {
        // All Arabic letters have lead bytes from 0xD8.
        guard bytes[index] >= 0xD8 else {
          index += 1
          continue
        }
        let (scalar, next) = UTF8Bytes.decode(bytes, at: index)
        if ScalarClass.isArabicLetter(scalar) { count += 1 }
        index = next
      }
      return count
    }
  }
}

import UTF8Text

/// Cuts the commonest endings off folded words, so that forms of one word meet.
///
/// In the manner of light10 (Larkey, Ballesteros and Connell, "Light Stemming for Arabic
/// Information Retrieval", 2007), applied to forms whose proclitics are off already.
public enum LightStemmer {
  /// The stem of a base form.
  public static func stem(_ base: String) -> String {
    var base = base
    return base.withUTF8 { bytes in
      String(decoding: bytes[..<stemLength(of: bytes)], as: UTF8.self)
    }
  }

  /// How many bytes of a base form are its stem.
  public static func stemLength(of base: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = base.first, (0xD8...0xDB).contains(first) else { return base.count }
    var length = base.count
    for _ in 0..<2 {
      let ending = endingLength(base, length)
      length -= ending
      // Another ending may stand before one of two or three letters, none before a lone letter.
      if ending <= 2 { return length }
    }
    return length
  }

  /// Bytes of the ending of the first `length` bytes, the longest first; three letters at least
  /// stay, four before a lone alef.
  private static func endingLength(_ word: UnsafeBufferPointer<UInt8>, _ length: Int) -> Int {
    func letter(_ fromEnd: Int) -> UInt16 { TwoByteLetter.at(word, length - 2 * fromEnd) }
    guard length >= 8 else { return 0 }
    let last = letter(1)
    let before = letter(2)
    if length >= 12 {
      switch (letter(3), before, last) {
      case (TwoByteLetter.ya, TwoByteLetter.alef, TwoByteLetter.ta),
        (TwoByteLetter.ha, TwoByteLetter.mim, TwoByteLetter.alef):
        return 6
      default: break
      }
    }
    if length >= 10 {
      switch (before, last) {
      case (TwoByteLetter.ha, TwoByteLetter.alef), (TwoByteLetter.ha, TwoByteLetter.mim),
        (TwoByteLetter.alef, TwoByteLetter.nun), (TwoByteLetter.alef, TwoByteLetter.ta),
        (TwoByteLetter.waw, TwoByteLetter.nun), (TwoByteLetter.ya, TwoByteLetter.nun),
        (TwoByteLetter.ya, TwoByteLetter.ha), (TwoByteLetter.ta, TwoByteLetter.ya),
        (TwoByteLetter.waw, TwoByteLetter.alef):
        return 4
      default: break
      }
    }
    switch last {
    case TwoByteLetter.ha, TwoByteLetter.ya: return 2
    case TwoByteLetter.alef where length >= 10: return 2
    default: return 0
    }
  }
}

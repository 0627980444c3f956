import UTF8Text

/// Cuts the commonest endings off folded words, so that forms of one word meet.
///
/// In the manner of light10 (Larkey, Ballesteros and Connell, "Light Stemming for Arabic
/// Information Retrieval", 2007), applied to forms whose proclitics are off already.
public enum LightStemmer {
  // Longer endings first; at least so many letters must be left.
  private static let endings: [(ending: [UInt8], minimumRest: Int)] = [
    ("يات", 3), ("هما", 3), ("ها", 3), ("هم", 3), ("ان", 3), ("ات", 3), ("ون", 3), ("ين", 3),
    ("يه", 3), ("تي", 3), ("وا", 3), ("ه", 3), ("ي", 3), ("ا", 4),
  ].map { (Array($0.0.utf8), $0.1) }

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
      let word = base[..<length]
      let match = endings.first { ending, rest in
        length - ending.count >= 2 * rest && word.suffix(ending.count).elementsEqual(ending)
      }
      guard let match else { return length }
      length -= match.ending.count
      if match.ending.count == 2 { return length }
    }
    return length
  }
}

import UTF8Text

/// Names of two words, عبد and a name with the article, that many write as one: عبدالعزيز for عبد العزيز.
public enum CompoundNames {
  private static let opener: [UInt32] = [0x0639, 0x0628, 0x062F]
  private static let lam: UInt32 = 0x0644
  /// Letters of the second word behind its article, at least: عبدالي is another name.
  private static let least = 2

  /// Where the second word begins, in bytes; nil for a word that is no such name.
  ///
  /// - Parameter word: Well-formed UTF-8, the letters of one word and marks on them.
  public static func secondWord(of word: some Collection<UInt8>) -> Int? {
    word.withContiguousStorageIfAvailable { secondWord(ofBytes: $0) }
      ?? Array(word).withUnsafeBufferPointer { secondWord(ofBytes: $0) }
  }

  private static func secondWord(ofBytes word: UnsafeBufferPointer<UInt8>) -> Int? {
    // ع is the first letter of few words.
    guard word.count >= 14, word[0] == 0xD8, word[1] == 0xB9 else { return nil }
    var article: Int?
    var letters = 0
    var index = 0
    while index < word.count {
      let (scalar, next) = UTF8Bytes.decode(word, at: index)
      defer { index = next }
      if ScalarClass.extendsCluster(scalar) { continue }
      switch letters {
      case 0..<3:
        guard scalar == opener[letters] else { return nil }
      case 3:
        guard scalar == 0x0627 || scalar == 0x0671 else { return nil }
        article = index
      case 4:
        guard scalar == lam else { return nil }
      default:
        guard ScalarClass.isArabicLetter(scalar) else { return nil }
      }
      letters += 1
    }
    return letters >= 5 + least ? article : nil
  }
}

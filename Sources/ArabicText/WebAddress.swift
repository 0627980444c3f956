import UTF8Text

/// Addresses of the web in running text: `https://…` and `www.…`. Offsets are in bytes of UTF-8.
public enum WebAddress {
  /// Whether an address begins at an offset.
  ///
  /// - Parameters:
  ///   - wordEnd: Where the letters that begin there end.
  ///   - limit: Where the text ends, at or behind `wordEnd`.
  public static func begins(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, wordEnd: Int, limit: Int
  ) -> Bool {
    bytes[wordEnd..<min(wordEnd + 3, limit)].elementsEqual("://".utf8) && wordEnd > start
      || bytes[start..<min(start + 4, limit)].elementsEqual("www.".utf8)
  }

  /// Where an address ends of which the bytes before `offset` are known to be part. Marks at its end belong to the
  /// sentence around it.
  public static func end(
    _ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, limit: Int
  ) -> Int {
    var index = offset
    while index < limit, isPart(bytes[index]) { index += 1 }
    while index > offset, ".,;:!?)]'\"".utf8.contains(bytes[index - 1]) { index -= 1 }
    return index
  }

  /// Whether a byte may stand in an address: all visible ASCII but angle brackets, which addresses are put in.
  public static func isPart(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
  }

  /// The address that an offset lies in, if one begins at or behind `start`.
  ///
  /// - Parameters:
  ///   - start: Offset of the first byte that is looked at; all up to `offset` are parts of addresses (`isPart`).
  ///   - limit: Where the text ends.
  public static func range(
    _ bytes: UnsafeBufferPointer<UInt8>, around offset: Int, from start: Int, limit: Int
  ) -> Range<Int>? {
    var word = start
    while word < offset {
      var wordEnd = word
      while wordEnd < offset, ScalarClass.isLatinLetter(UInt32(bytes[wordEnd])) { wordEnd += 1 }
      if begins(bytes, at: word, wordEnd: wordEnd, limit: limit) {
        let end = end(bytes, from: wordEnd, limit: limit)
        return offset < end ? word..<end : nil
      }
      word = max(wordEnd, word + 1)
    }
    return nil
  }
}

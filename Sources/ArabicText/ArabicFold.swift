import UTF8Text

/// Folding for matching: two spellings of one word fold to the same bytes.
public enum ArabicFold {
  /// Appends the folded form of UTF-8 bytes.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    LetterMaps.search.append(bytes, to: &result)
  }

  /// The folded form of a string.
  public static func fold(_ string: String) -> String {
    var string = string
    var result: [UInt8] = []
    string.withUTF8 { append($0, to: &result) }
    return String(decoding: result, as: UTF8.self)
  }
}

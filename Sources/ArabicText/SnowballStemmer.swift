import CStemmer
import UTF8Text

/// The Arabic stemmer of the Snowball project, through libstemmer.
public enum SnowballStemmer {
  /// The stem of a word, given as scalars; the word itself when libstemmer has no Arabic.
  ///
  /// A stemmer is opened for each call: libstemmer's state may not be shared by threads, and
  /// opening it costs less than stemming one word.
  public static func stem(_ word: [UInt32]) -> [UInt32] {
    guard let stemmer = sb_stemmer_new("arabic", "UTF_8") else { return word }
    defer { sb_stemmer_delete(stemmer) }
    var bytes: [UInt8] = []
    for scalar in word { UTF8Bytes.append(scalar, to: &bytes) }
    guard let stem = sb_stemmer_stem(stemmer, bytes, Int32(clamping: bytes.count)) else {
      return word
    }
    let length = Int(sb_stemmer_length(stemmer))
    let result = UnsafeBufferPointer(start: stem, count: length)
    var scalars: [UInt32] = []
    var index = 0
    while index < result.count {
      let (scalar, next) = UTF8Bytes.decode(result, at: index)
      scalars.append(scalar)
      index = next
    }
    return scalars
  }
}

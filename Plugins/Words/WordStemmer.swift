import ArabicText
import Warraq

/// The stemmers that a recipe may name.
enum WordStemmer: String, OptionChoice {
  /// `LightStemmer`, on the base form.
  case light
  /// Lucene's normalization and stemmer, on the word as it stands.
  case lucene
  /// Snowball's Arabic stemmer, on the word as it stands.
  case snowball
  /// The base form itself.
  case none

  private static let luceneLetters = LetterMaps.named("lucene-normalize") ?? .identity

  /// The stem, in UTF-8, of a word as it stands, for the stemmers that read it so.
  func stem(ofSurface word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    switch self {
    case .light, .none: return nil
    case .snowball: return Self.bytes(SnowballStemmer.stem(Self.scalars(word)))
    case .lucene:
      var normalized: [UInt8] = []
      Self.luceneLetters.append(word, to: &normalized)
      let scalars = normalized.withUnsafeBufferPointer(Self.scalars)
      return Self.bytes(LuceneStemmer.stem(scalars))
    }
  }

  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }

  private static func bytes(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { UTF8Bytes.append(scalar, to: &bytes) }
    return bytes
  }
}

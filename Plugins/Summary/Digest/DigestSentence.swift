import UTF8Text

/// A sentence of a digest, with where it comes from.
public struct DigestSentence: Sendable, Hashable {
  /// The document that it stands in.
  public let documentID: String
  /// Its place there, in bytes.
  public let span: TextSpan
  /// The sentence.
  public let text: String
  /// What it added to the digest when it was chosen, from 0 to 1; the first has 1.
  public let score: Double
}

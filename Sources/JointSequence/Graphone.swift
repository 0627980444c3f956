/// A letter of the input and what it becomes: the unit of joint-sequence models.
///
/// Source: M. Bisani and H. Ney, "Joint-sequence models for grapheme-to-phoneme conversion", Speech
/// Communication 50 (2008).
public struct Graphone: Sendable, Hashable {
  /// The letter, a code point.
  public let letter: UInt32
  /// What it becomes, possibly nothing: code points.
  public let output: [UInt32]

  /// Pairs a letter and what it becomes.
  public init(letter: UInt32, output: [UInt32]) {
    self.letter = letter
    self.output = output
  }
}

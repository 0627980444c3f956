/// Whether two names may be one person's, and why.
public struct NameMatch: Sendable, Hashable {
  /// What the score of a pair of parts rests on.
  public enum Ground: String, Sendable {
    /// The same spelling, or spellings in one script that differ only in marks, case and joints.
    case same
    /// A Latin spelling that is in use for the Arabic part, or two that are in use for one.
    case inUse = "spelling in use"
    /// The same consonants, or nearly.
    case consonants
    /// An initial.
    case initial
    /// No part of the other name is like it.
    case missing
  }

  /// A part of each name, laid side by side.
  public struct Pair: Sendable, Hashable {
    /// The part of the first name; nil when it has none.
    public let first: String?
    /// The part of the second.
    public let second: String?
    /// Likeness from 0 to 1.
    public let score: Double
    /// What it rests on.
    public let ground: Ground
  }

  /// What is thought of a score.
  public enum Verdict: String, Sendable {
    case match
    case possible
    case different
  }

  /// Likeness of the whole names, from 0 to 1.
  public let score: Double
  /// The parts side by side, in the order of the first name, then what only the second has.
  public let pairs: [Pair]

  /// `match` from 0.8 on, `possible` from 0.6.
  public var verdict: Verdict { score >= 0.8 ? .match : score >= 0.6 ? .possible : .different }
}

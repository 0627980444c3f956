import Warraq

/// Writes spellings to a lexicon's bytes: each as the number of bytes that it has in common with the one before, and
/// the rest.
struct SpellingWriter {
  /// Most spellings of one word or name.
  static let most = 64
  /// What the share 1 is written as.
  static let shareScale: Float = 255

  private(set) var bytes: [UInt8] = []
  private var last: [UInt8] = []

  /// Appends the spellings that were seen, and how often.
  mutating func append(_ spellings: [(latin: String, count: Int)]) {
    let spellings = spellings.prefix(Self.most)
    LEB128.append(spellings.count, to: &bytes)
    for (latin, count) in spellings {
      LEB128.append(count, to: &bytes)
      append(latin)
    }
  }

  /// Appends what a model makes of the word.
  mutating func append(_ opinion: SpellingOpinion) {
    for share in opinion.shares.prefix(Self.most) { append(share) }
    for (latin, share) in opinion.others {
      append(share)
      append(latin)
    }
  }

  private mutating func append(_ share: Float) {
    bytes.append(UInt8((min(max(share, 0), 1) * Self.shareScale).rounded()))
  }

  private mutating func append(_ latin: String) {
    let letters = Array(latin.utf8)
    let common = min(zip(letters, last).prefix { $0 == $1 }.count, 15)
    let rest = letters[common...]
    bytes.append(UInt8(common << 4 | min(rest.count, 15)))
    if rest.count >= 15 { LEB128.append(rest.count, to: &bytes) }
    bytes += rest
    last = letters
  }
}

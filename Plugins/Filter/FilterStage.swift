import Warraq

/// The stage `filter`: leaves documents out of the results that are too short, too long or not
/// Arabic enough.
public struct FilterStage: Stage {
  static let shortest = StageOption(
    "min-characters", default: 0, in: 0...1_000_000_000,
    "Leave out documents with fewer code points of body text.")
  static let longest = StageOption(
    "max-characters", default: 1_000_000_000, in: 0...1_000_000_000,
    "Leave out documents with more code points of body text.")
  static let share = StageOption(
    "min-arabic", default: 0.0, in: 0...1,
    "Leave out documents in which a smaller share of the letters is Arabic.")

  public static let descriptor = StageDescriptor(
    id: "filter", summary: "Leave out documents that are too short, too long or not Arabic.",
    options: stageOptions(shortest, longest, share), uses: ["structure"])

  private let lengths: ClosedRange<Int>
  private let arabicShare: Double

  public init(options: OptionValues) throws(OptionError) {
    let (shortest, longest) = (options[Self.shortest], options[Self.longest])
    guard shortest <= longest else {
      throw OptionError(
        option: "max-characters", problem: "\(longest) is less than `min-characters`",
        mend: "make it \(shortest) or more")
    }
    lengths = shortest...longest
    arabicShare = options[Self.share]
  }

  public func process(_ document: inout Document) throws(StageError) {
    let counts = LetterCounts(document)
    if !lengths.contains(counts.characters) {
      document.filterOut(because: "\(counts.characters) characters")
    } else if counts.arabicShare < arabicShare {
      document.filterOut(because: "\(Int(counts.arabicShare * 100)) % of the letters are Arabic")
    }
  }
}

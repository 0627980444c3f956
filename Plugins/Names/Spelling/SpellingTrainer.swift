import ArabicText
import JointSequence
import Warraq

/// Makes a spelling model out of lists of names. The same rows in the same order give the same bytes.
public struct SpellingTrainer {
  /// The numbers of the training.
  public struct Settings: Sendable {
    /// The longest n-gram.
    public var order = 5
    /// Pairs with a graphone that stands in fewer pairs than this are left out.
    public var fewestPairs = 8
    /// The least share of its word's count that a spelling must have.
    public var leastShare = 0.2
    /// Passes of the aligner.
    public var iterations = 6
    /// How the network beside the n-grams is learned.
    public var network: NetworkSettings? = NetworkSettings()

    /// The numbers with which the built-in model was made.
    public init() {}
  }

  private let settings: Settings
  /// Names of people at home in the script, and words of names of all the world.
  private var native = SpellingPairs()
  private var foreign = SpellingPairs()

  /// A trainer.
  public init(settings: Settings = Settings()) { self.settings = settings }

  /// Adds the words of a person's name, where both scripts have as many.
  public mutating func addPerson(arabic: String, latin: String, count: Int) {
    let words = arabic.split(separator: " ")
    let parts = latin.split(separator: " ")
    guard words.count == parts.count else { return }
    for (word, part) in zip(words, parts) {
      native.add(arabic: String(word), latin: String(part), count: count)
    }
  }

  /// Adds a word of a name.
  public mutating func addWord(arabic: String, latin: String, count: Int) {
    foreign.add(arabic: arabic, latin: latin, count: count)
  }

  /// The model's bytes.
  public func train() -> [UInt8] {
    // Without a list of words the people's names are all there is.
    let first = foreign.isEmpty ? native : foreign
    let model = first.train(settings)
    var bytes = SpellingModel.magic
    LEB128.append(model.count, to: &bytes)
    HashLines.pad(&bytes)
    bytes += model
    if !foreign.isEmpty, !native.isEmpty {
      HashLines.pad(&bytes)
      bytes += native.train(settings)
    }
    return bytes
  }

  /// The bytes of a model that goes the other way, from Latin letters to Arabic.
  public func trainReverse() -> [UInt8] { foreign.joined(native).reversed().train(settings) }
}

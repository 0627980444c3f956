/// The numbers with which a window network is learned and listened to.
public struct NetworkSettings: Sendable {
  /// How much the network's opinion counts beside the n-grams': the power of its probabilities, in
  /// hundredths.
  public var share = 60
  /// Times that all words are gone through.
  public var passes = 10
  /// Words that are learned from at once.
  public var batch = 256
  /// The largest step.
  public var rate: Float = 0.004
  /// How many of sixteen hidden units, 0 to 15, are left out at each letter while learning.
  public var dropout = 2
  /// How strongly weights are pulled to zero.
  public var decay: Float = 1e-4

  /// The numbers of the built-in models.
  public init() {}
}

/// The numbers by which the network that weighs candidates by the words around is learned.
public struct ContextSettings: Sendable {
  /// Passes over the records.
  public var passes = 3
  /// Records that are learned from at once.
  public var batch = 32
  /// The largest step; it falls to nothing over the passes.
  public var rate: Float = 0.002
  /// How much the network's opinion of romanizations counts beside the linear weights'.
  public var rankShare: Float = 0.7
  /// How much its opinion of capitals counts beside theirs.
  public var capitalShare: Float = 0.7

  /// The numbers of the built-in model.
  public init() {}
}

/// How a corpus is read: what is taken, how it is cut, and what is too much.
public struct ReadOptions: Sendable, Hashable {
  /// How files are cut into records.
  public var format = InputFormat.auto
  /// Largest record in bytes; a larger one is reported and passed over.
  public var recordLimit = 256 << 20
  /// Most bytes that one compressed byte may become, once 64 MiB have come of a file.
  public var ratioLimit = 500
  /// The share to take; nil for all. A record that cannot be read counts as one.
  public var shard: Shard?
  /// Which files of folders and archives are read.
  public var filter = NameFilter()

  /// What the command line does when nothing is said.
  public init() {}
}

import Warraq

/// How far a run has come, with what it takes to go on from there.
public struct RunState: Sendable, Hashable {
  /// What was done, earlier runs that this one goes on from included.
  public internal(set) var counts = RunCounts()
  /// The time that each step took, summed over workers and runs.
  public internal(set) var times: StageTimes
  /// Records done, failures included.
  public internal(set) var records = 0
  /// Digest of these records.
  public internal(set) var digest = ""
  /// True when the run ended before the corpus did.
  public internal(set) var wasInterrupted = false

  init(steps: Int) { times = StageTimes(count: steps) }

  mutating func add(_ result: BatchResult) {
    counts.add(result.counts)
    times.add(result.times)
    records += result.counts.read
    digest = Digest.chain(digest, result.digest)
  }
}

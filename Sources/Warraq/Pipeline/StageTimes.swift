/// How long each step of a pipeline took, summed over documents.
public struct StageTimes: Sendable, Hashable {
  /// The time of each step, in the order of the pipeline.
  public private(set) var steps: [Duration]

  /// No time for any of so many steps.
  public init(count: Int) { steps = [Duration](repeating: .zero, count: max(count, 0)) }

  /// Adds to a step's time; a step that is not there is passed over.
  public mutating func add(_ time: Duration, step: Int) {
    if steps.indices.contains(step) { steps[step] += time }
  }

  /// Adds the times of another run of the same pipeline.
  public mutating func add(_ other: StageTimes) {
    for (index, time) in other.steps.enumerated() { add(time, step: index) }
  }
}

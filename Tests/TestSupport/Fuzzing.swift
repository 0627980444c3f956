import Foundation

/// How long tests with random input run.
public enum Fuzzing {
  /// The number in the environment variable `WARRAQ_FUZZ`, 1 when it is not set.
  public static let factor: Int = {
    let value = ProcessInfo.processInfo.environment["WARRAQ_FUZZ"].flatMap { Int($0) } ?? 1
    return min(max(value, 1), 100_000)
  }()
}

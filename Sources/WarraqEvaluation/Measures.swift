import Warraq

/// Named figures in a fixed order; shares from 0 to 1 unless the name says otherwise.
public struct Measures: Sendable {
  /// The names and the figures.
  public internal(set) var entries: [(name: String, value: Double)] = []

  /// The figure of a name; nil when there is none.
  public subscript(name: String) -> Double? { entries.first { $0.name == name }?.value }

  mutating func set(_ name: String, _ value: Double) { entries.append((name, value)) }

  /// The means of each figure over many.
  static func means(of all: [Measures]) -> Measures {
    var means = Measures()
    guard let first = all.first else { return means }
    for (index, entry) in first.entries.enumerated() {
      means.set(entry.name, all.map { $0.entries[index].value }.mean)
    }
    return means
  }

  /// One JSON object.
  public var json: JSONValue {
    .object(entries.map { .init($0.name, .number(String($0.value))) })
  }
}

/// Examples to fit a linear model on: features, what is wanted, and how much each counts.
public struct TrainingRows: Sendable {
  /// The names of the features.
  public let names: [String]
  private(set) var features: [Double] = []
  private(set) var targets: [Double] = []
  private(set) var weights: [Double] = []

  /// No examples yet.
  public init(names: [String]) { self.names = names }

  /// Number of examples.
  public var count: Int { targets.count }

  /// Adds an example.
  ///
  /// - Precondition: There are as many features as names.
  public mutating func add(_ row: [Double], target: Double, weight: Double = 1) {
    precondition(row.count == names.count, "one number for each feature")
    features += row
    targets.append(target)
    weights.append(weight)
  }

  /// Mean and standard deviation of each feature, the examples' weights left out.
  var moments: [(mean: Double, deviation: Double)] {
    names.indices.map { feature in
      let values = stride(from: feature, to: features.count, by: names.count).map { features[$0] }
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (square / Double(max(values.count, 1))).squareRoot() + 1e-9)
    }
  }

  /// Calls `body` with each example, its features brought to mean 0 and deviation 1 and a last one
  /// that is 1.
  func forEachStandardized(
    _ moments: [(mean: Double, deviation: Double)], _ body: ([Double], Double, Double) -> Void
  ) {
    var row = [Double](repeating: 1, count: names.count + 1)
    for index in targets.indices {
      for feature in names.indices {
        let value = features[index * names.count + feature]
        row[feature] = (value - moments[feature].mean) / moments[feature].deviation
      }
      body(row, targets[index], weights[index])
    }
  }

  /// The model on the features as they are, of coefficients on standardized ones.
  func model(
    _ solution: [Double], _ moments: [(mean: Double, deviation: Double)]
  ) -> LinearModel {
    var intercept = solution[names.count]
    var coefficients: [Double] = []
    for feature in names.indices {
      let coefficient = solution[feature] / moments[feature].deviation
      coefficients.append(coefficient)
      intercept -= coefficient * moments[feature].mean
    }
    return LinearModel(names: names, coefficients: coefficients, intercept: intercept)
  }
}

/// A weighted sum of named features.
public struct LinearModel: Sendable, Hashable {
  /// The row of the table that holds the constant.
  private static let interceptName = "(constant)"

  /// The features' names.
  public let names: [String]
  /// A factor for each feature.
  public let coefficients: [Double]
  /// What is added to the sum.
  public let intercept: Double

  /// Gathers a model.
  ///
  /// - Precondition: There are as many coefficients as names.
  public init(names: [String], coefficients: [Double], intercept: Double) {
    precondition(names.count == coefficients.count, "one coefficient for each name")
    self.names = names
    self.coefficients = coefficients
    self.intercept = intercept
  }

  /// Reads rows of a name, a tab and a number; lines that begin with `#` are comments.
  ///
  /// - Parameter names: The features in the order in which values will be given; one that the
  ///   table lacks counts nothing.
  public init(table: String, names: [String]) {
    var values: [Substring: Double] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      if cells.count == 2, let value = Double(cells[1]) { values[cells[0]] = value }
    }
    self.init(
      names: names, coefficients: names.map { values[$0[...]] ?? 0 },
      intercept: values[Self.interceptName[...]] ?? 0)
  }

  /// The rows of a table; the numbers have as many digits as they need to be read back alike.
  public var table: String {
    zip(names, coefficients).map { "\($0)\t\($1)\n" }.joined()
      + "\(Self.interceptName)\t\(intercept)\n"
  }

  /// The sum for one value of each feature, in order of the names.
  public func value(_ features: [Double]) -> Double {
    var sum = intercept
    for (coefficient, feature) in zip(coefficients, features) { sum += coefficient * feature }
    return sum
  }
}

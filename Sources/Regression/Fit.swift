#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Fitting of linear models; each gives the same model for the same rows.
public enum Fit {
  /// Ridge regression (Hoerl and Kennard, "Ridge Regression", 1970): least squares with a penalty
  /// on squared coefficients of standardized features.
  ///
  /// - Returns: nil when there are no rows or they cannot be solved.
  public static func ridge(_ rows: TrainingRows, penalty: Double) -> LinearModel? {
    guard rows.count > 0 else { return nil }
    let moments = rows.moments
    let count = rows.names.count + 1
    var matrix = penalties(penalty, count)
    var values = [Double](repeating: 0, count: count)
    rows.forEachStandardized(moments) { row, target, weight in
      add(row, weight, to: &matrix)
      for index in row.indices { values[index] += weight * target * row[index] }
    }
    return LinearSystem.solve(matrix, values).map { rows.model($0, moments) }
  }

  /// Logistic regression by Newton's method with the same penalty, for targets from 0 to 1.
  ///
  /// - Returns: nil when there are no rows or they cannot be solved.
  public static func logistic(_ rows: TrainingRows, penalty: Double) -> LinearModel? {
    guard rows.count > 0 else { return nil }
    let moments = rows.moments
    let count = rows.names.count + 1
    var solution = [Double](repeating: 0, count: count)
    for _ in 0..<40 {
      var matrix = penalties(penalty, count)
      var gradient = solution.map { $0 * penalty }
      gradient[count - 1] = 0
      rows.forEachStandardized(moments) { row, target, weight in
        var sum = 0.0
        for index in row.indices { sum += row[index] * solution[index] }
        let share = 1 / (1 + exp(-min(max(sum, -30), 30)))
        add(row, weight * (share * (1 - share) + 1e-6), to: &matrix)
        for index in row.indices { gradient[index] += weight * (share - target) * row[index] }
      }
      guard var step = LinearSystem.solve(matrix, gradient) else { return nil }
      // Far from the mark a whole step can overshoot.
      let length = step.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > 4 { step = step.map { $0 * 4 / length } }
      for index in solution.indices { solution[index] -= step[index] }
      if length < 1e-6 { break }
    }
    return rows.model(solution, moments)
  }

  /// The penalties on the diagonal; none, but for enough to be solvable, on the constant.
  private static func penalties(_ penalty: Double, _ count: Int) -> [Double] {
    var matrix = [Double](repeating: 0, count: count * count)
    for index in 0..<count { matrix[index * count + index] = penalty }
    matrix[count * count - 1] = 1e-12
    return matrix
  }

  private static func add(_ row: [Double], _ weight: Double, to matrix: inout [Double]) {
    let count = row.count
    for index in row.indices {
      let value = weight * row[index]
      for other in row.indices { matrix[index * count + other] += value * row[other] }
    }
  }
}

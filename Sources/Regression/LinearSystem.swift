/// Systems of linear equations with a symmetric positive definite matrix.
enum LinearSystem {
  /// The solution, by Cholesky's decomposition; nil when the matrix is not positive definite.
  ///
  /// - Parameter matrix: Row after row, `values.count` squared numbers.
  static func solve(_ matrix: [Double], _ values: [Double]) -> [Double]? {
    let count = values.count
    var lower = matrix
    for row in 0..<count {
      for column in 0...row {
        var sum = lower[row * count + column]
        for inner in 0..<column {
          sum -= lower[row * count + inner] * lower[column * count + inner]
        }
        if row == column {
          guard sum > 0 else { return nil }
          lower[row * count + row] = sum.squareRoot()
        } else {
          lower[row * count + column] = sum / lower[column * count + column]
        }
      }
    }
    var solution = values
    for row in 0..<count {
      for inner in 0..<row { solution[row] -= lower[row * count + inner] * solution[inner] }
      solution[row] /= lower[row * count + row]
    }
    for row in (0..<count).reversed() {
      for inner in (row + 1)..<max(count, row + 1) {
        solution[row] -= lower[inner * count + row] * solution[inner]
      }
      solution[row] /= lower[row * count + row]
    }
    return solution
  }
}

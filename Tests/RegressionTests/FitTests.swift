import Regression
import TestSupport
import Testing

@Suite struct FitTests {
  private func rows(_ count: Int, target: (Double, Double) -> Double) -> TrainingRows {
    var random = SeededGenerator(seed: 7)
    var rows = TrainingRows(names: ["first", "second"])
    for _ in 0..<count {
      let first = Double.random(in: -3...3, using: &random)
      let second = Double.random(in: 0...10, using: &random)
      rows.add([first, second], target: target(first, second))
    }
    return rows
  }

  @Test func ridgeFindsALine() throws {
    let fitted = Fit.ridge(rows(200) { 2 * $0 - 0.5 * $1 + 4 }, penalty: 1e-6)
    let model = try #require(fitted)
    #expect(abs(model.coefficients[0] - 2) < 1e-6)
    #expect(abs(model.coefficients[1] + 0.5) < 1e-6)
    #expect(abs(model.intercept - 4) < 1e-6)
    #expect(abs(model.value([1, 2]) - 5) < 1e-6)
  }

  @Test func penaltyShrinks() throws {
    let rows = rows(50) { first, _ in first }
    let loose = try #require(Fit.ridge(rows, penalty: 0.1))
    let tight = try #require(Fit.ridge(rows, penalty: 100))
    #expect(abs(tight.coefficients[0]) < abs(loose.coefficients[0]))
  }

  @Test func logisticFindsTheSide() throws {
    let fitted = Fit.logistic(rows(400) { first, _ in first > 1 ? 1 : 0 }, penalty: 1)
    let model = try #require(fitted)
    #expect(model.value([2.5, 5]) > 0)
    #expect(model.value([-0.5, 5]) < 0)
    #expect(abs(model.coefficients[1]) < abs(model.coefficients[0]) / 10)
  }

  @Test func featuresThatNeverChangeAreHarmless() throws {
    var rows = TrainingRows(names: ["same", "other"])
    for value in 0..<10 { rows.add([1, Double(value)], target: Double(value)) }
    let model = try #require(Fit.ridge(rows, penalty: 0.01))
    #expect(model.value([1, 4]).isFinite)
    #expect(abs(model.value([1, 4]) - 4) < 0.1)
  }

  @Test func nothingCannotBeFitted() {
    #expect(Fit.ridge(TrainingRows(names: ["a"]), penalty: 1) == nil)
    #expect(Fit.logistic(TrainingRows(names: ["a"]), penalty: 1) == nil)
  }

  @Test func tablesAreReadBackAlike() {
    let model = LinearModel(
      names: ["place", "full length"], coefficients: [0.1 + 0.2, -1e-9], intercept: 1.0 / 3)
    #expect(LinearModel(table: "# note\n" + model.table, names: model.names) == model)
    let other = LinearModel(table: model.table, names: ["full length", "unknown"])
    #expect(other.coefficients == [-1e-9, 0])
  }
}

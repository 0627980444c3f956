import TestSupport
import Testing
import Warraq
@testable import WarraqRomanization

@Suite struct HashedWeightsTests {
  /// What goes into a table of weights comes out of it, and what does not is nothing, but for the few that are taken for
  /// another.
  @Test(arguments: 1...HashedWeights.mostClasses)
  func weightsAreFoundByTheirFeatures(classes: Int) throws {
    var generator = SeededGenerator(seed: 4)
    let learned = (0..<20_000).map { _ in
      var weights = SIMD4<Float>.zero
      for index in 0..<classes {
        weights[index] = Float(Int.random(in: -100...100, using: &generator)) * HashedWeights.step
      }
      return HashedWeights.Learned(
        feature: .random(in: .min ... .max, using: &generator), weights: weights,
        importance: .random(in: 0...1, using: &generator))
    }
    let bytes = HashedWeights.table(learned, limit: 15_000, classes: classes)
    let table = try #require(HashedWeights(StaticBytes(keeping: bytes), classes: classes))
    #expect(bytes.count < 15_000 * (2 + classes) * 3 / 2)
    let astray = learned.count {
      let found = table.weights(of: $0.feature)
      return found != $0.weights && found != .zero
    }
    #expect(astray < 40)
    let kept = learned.filter { table.weights(of: $0.feature) == $0.weights }
    #expect(kept.count >= 14_960)
    if classes == 1 {
      #expect(kept.allSatisfy { table[$0.feature] == $0.weights[0] })
      // A quarter is left out, and it is that of the smallest weights.
      #expect(
        kept.allSatisfy { $0.weights[0] == 0 || abs($0.weights[0]) > 20 * HashedWeights.step })
    }
  }

  @Test func otherBytesAreNone() {
    #expect(HashedWeights(StaticBytes(keeping: [1, 2])) == nil)
    #expect(HashedWeights(StaticBytes(keeping: [])) == nil)
    // Full lines that all send the search on: it ends.
    let full = [UInt8](repeating: 1, count: 3 * HashLines.lineSize)
    #expect(HashedWeights(StaticBytes(keeping: full))?[.max] == 0)
    #expect(HashedWeights(StaticBytes(keeping: full), classes: 0) == nil)
    #expect(HashedWeights(StaticBytes(keeping: full), classes: 5) == nil)
  }
}

import Testing
import UTF8Text

@testable import JointSequence

/// What is remembered from weighing a graphone comes to the same as looking all of it up again.
@Suite struct GramContextTests {
  private static let order = 5

  /// A table of all n-grams of some strings of five symbols; of some only the weight as a context is known.
  private func table(_ random: inout TrainingRandom) throws -> GramTable {
    var grams: Set<[UInt16]> = [[0], [1], [2], [3], [4]]
    for _ in 0..<60 {
      let string = (0..<10).map { _ in UInt16(random.next() % 5) }
      for size in 1...Self.order {
        for start in 0...string.count - size { grams.insert(Array(string[start..<start + size])) }
      }
    }
    var builder = GramTable.Builder()
    var bare = 0
    for gram in grams.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if gram.count == Self.order || gram.count < 3 || random.next() % 4 > 0 {
        builder.set(gram, probability: Double(random.next() % 90 + 5) / 100)
      } else {
        bare += 1
      }
      if gram.count < Self.order {
        builder.set(gram, backoff: Double(random.next() % 90 + 5) / 100)
      }
    }
    #expect(bare > 20)
    var bytes: [UInt8] = []
    builder.write(to: &bytes)
    return try #require(GramTable(StaticBytes(keeping: bytes), at: 0))
  }

  /// The logarithm of a probability as the definition of backing off has it, from the table.
  private func expected(_ history: [UInt16], _ symbol: UInt16, _ table: GramTable) -> Float {
    func find(_ gram: [UInt16]) -> (probability: UInt8, backoff: UInt8)? {
      var hash = GramHash.start
      for symbol in gram.reversed() { hash = GramHash.step(hash, symbol) }
      return table.find(hash)
    }
    var contexts: [Float] = []
    for length in 1..<Self.order where length <= history.count {
      guard let found = find(history.suffix(length)) else { break }
      contexts.append(GramTable.logarithm(backoff: UInt64(found.backoff)))
    }
    var score: Float = 0
    var matched = 0
    for length in 0...contexts.count {
      guard let found = find(history.suffix(length) + [symbol]),
        found.probability != GramTable.missing
      else { break }
      score = GramTable.logarithm(probability: found.probability)
      matched = length
    }
    return score + contexts[matched...].reduce(0, +)
  }

  @Test func contextsThatGrowAreTheSameAsNewOnes() throws {
    var random = TrainingRandom()
    let table = try table(&random)
    let choices = try (0..<UInt16(5)).map { try #require(JointModel.Choice($0, in: table)) }
    var reached = 0
    for _ in 0..<200 {
      var history: [UInt16] = [0]
      var context = GramContext(before: choices[0])
      for _ in 0..<12 {
        for choice in choices {
          let weighed = context.weigh(choice, in: table)
          #expect(
            abs(weighed.score - expected(history, choice.symbol, table)) < 1e-4,
            "\(history) \(choice.symbol)")
          reached = max(reached, Int(weighed.length))
        }
        let choice = choices[Int(random.next() % 5)]
        let weighed = context.weigh(choice, in: table)
        context = GramContext(
          context, then: choice.symbol, weighed, limit: Self.order - 1, in: table)
        history.append(choice.symbol)
      }
    }
    #expect(reached == Self.order - 1)
  }
}

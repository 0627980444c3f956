/// The last symbols of a partial output, the latest first, at most eight.
struct SymbolHistory {
  private(set) var symbols = SIMD8<UInt16>()
  private(set) var count = 0

  /// Adds the latest symbol; of more than `limit` the oldest is forgotten.
  mutating func push(_ symbol: UInt16, limit: Int) {
    var moved = SIMD8<UInt16>()
    moved.highHalf = SIMD4(symbols[3], symbols[4], symbols[5], symbols[6])
    moved.lowHalf = SIMD4(symbol, symbols[0], symbols[1], symbols[2])
    symbols = moved
    count = min(count + 1, min(limit, 8))
  }
}

/// A history made ready for looking at what may follow it.
struct WeighedContext {
  private let symbols: SIMD8<UInt16>
  /// How many of the last symbols the table knows as a context; no n-gram has a longer one.
  private var known = 0
  /// At `k` the sum of the weights of the contexts that are longer than `k` symbols.
  private var weights = InlineWeights()

  private typealias InlineWeights = SIMD16<Float>

  init(_ history: SymbolHistory, in table: GramTable) {
    symbols = history.symbols
    var hash = GramHash.start
    var each = InlineWeights()
    for length in 0..<history.count {
      hash = GramHash.step(hash, symbols[length])
      guard let found = table.find(hash) else { break }
      each[length] = GramTable.logarithm(backoff: found.backoff)
      known = length + 1
    }
    for length in stride(from: known, to: 0, by: -1) {
      weights[length - 1] = weights[length] + each[length - 1]
    }
  }

  /// The logarithm of the probability of a graphone behind the history.
  @inline(__always)
  func score(_ choice: JointModel.Choice, in table: GramTable) -> Float {
    var probability = choice.score
    var hash = choice.hash
    var length = 0
    while length < known {
      hash = GramHash.step(hash, symbols[length])
      guard let longer = table.find(hash), longer.probability != GramTable.missing else { break }
      probability = GramTable.logarithm(probability: longer.probability)
      length += 1
    }
    return probability + weights[length]
  }

  /// The same for a symbol whose own probability has to be looked up; very small for one that the
  /// table does not have.
  func scoreOfKnown(_ choice: JointModel.Choice, in table: GramTable) -> Float {
    guard let found = table.find(choice.hash), found.probability != GramTable.missing else {
      return -20
    }
    let known = JointModel.Choice(
      symbol: choice.symbol, score: GramTable.logarithm(probability: found.probability))
    return score(known, in: table)
  }
}

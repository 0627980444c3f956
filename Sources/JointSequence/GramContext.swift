/// The last symbols of a partial output, and what the table knows of them: what is needed to weigh that which
/// may follow. Without its last symbol, or without its first, what a table knows is in the table as well.
struct GramContext {
  /// The latest first.
  private let symbols: SIMD8<UInt16>
  /// How many of the last symbols the table knows as a context; no n-gram has a longer one.
  private let known: Int
  /// At `k` the sum of the weights of the contexts that are longer than `k` symbols.
  private let weights: SIMD8<Float>

  /// A graphone weighed against a context.
  struct Weighed {
    /// The logarithm of its probability.
    let score: Float
    /// How many symbols before the graphone the table knows together with it.
    let length: UInt8
    /// Whether it may know more as a context, which it does not have as an n-gram.
    let isOpen: Bool
    /// Of the contexts that end in the graphone the stored weights, the shortest one's in the lowest byte.
    fileprivate let backoffs: UInt64
  }

  /// The context of a word's first letter.
  init(before border: JointModel.Choice) {
    symbols = SIMD8(border.symbol, 0, 0, 0, 0, 0, 0, 0)
    known = 1
    var weights = SIMD8<Float>()
    weights[0] = GramTable.logarithm(backoff: border.backoff)
    self.weights = weights
  }

  /// The context behind a graphone that was weighed. What was found then is not looked for again.
  ///
  /// - Parameter limit: Most symbols to look back at, from 1 to 7.
  init(
    _ context: GramContext, then symbol: UInt16, _ weighed: Weighed, limit: Int, in table: GramTable
  ) {
    let old = context.symbols
    let symbols = SIMD8(symbol, old[0], old[1], old[2], old[3], old[4], old[5], old[6])
    var count = min(Int(weighed.length) + 1, limit)
    var backoffs = weighed.backoffs
    if weighed.isOpen {
      var hash = GramHash.start
      for place in 0..<count { hash = GramHash.step(hash, symbols[place]) }
      while count < limit, count <= context.known {
        hash = GramHash.step(hash, symbols[count])
        guard let found = table.find(hash) else { break }
        backoffs |= UInt64(found.backoff) << UInt64(8 * count)
        count += 1
      }
    }
    var weights = SIMD8<Float>()
    for length in stride(from: count, to: 0, by: -1) {
      let stored = UInt8(truncatingIfNeeded: backoffs >> UInt64(8 * (length - 1)))
      weights[length - 1] = weights[length] + GramTable.logarithm(backoff: stored)
    }
    self.symbols = symbols
    known = count
    self.weights = weights
  }

  /// Has the memory fetched in which `weigh` will look first.
  @inline(__always)
  func fetch(_ choice: JointModel.Choice, in table: GramTable) {
    var hash = choice.hash
    for length in 0..<min(known, 3) {
      hash = GramHash.step(hash, symbols[length])
      table.fetch(hash)
    }
  }

  /// Weighs a graphone behind the context.
  @inline(__always)
  func weigh(_ choice: JointModel.Choice, in table: GramTable) -> Weighed {
    var probability = choice.score
    var hash = choice.hash
    var length = 0
    var backoffs = UInt64(choice.backoff)
    var isOpen = false
    while length < known {
      hash = GramHash.step(hash, symbols[length])
      guard let longer = table.find(hash) else { break }
      guard longer.probability != GramTable.missing else {
        isOpen = true
        break
      }
      probability = GramTable.logarithm(probability: longer.probability)
      length += 1
      backoffs |= UInt64(longer.backoff) << UInt64(8 * length)
    }
    return Weighed(
      score: probability + weights[length], length: UInt8(truncatingIfNeeded: length),
      isOpen: isOpen,
      backoffs: backoffs)
  }
}

/// The last symbols of a partial output, and what the table knows of them: what is needed to weigh that which
/// may follow. Without its last symbol, or without its first, what a table knows is in the table as well.
///
/// All of it is kept in whole words: parts that are written one by one and read at once are slow to come back.
struct GramContext {
  /// The latest symbol in the lowest 16 bits, the three before it above; and the four before those.
  private let recent: UInt64
  private let earlier: UInt64
  /// Of the contexts from the last symbol alone to the longest one the stored weights, the shortest one's in
  /// the lowest byte.
  private let backoffs: UInt64
  /// How many of the last symbols the table knows as a context; no n-gram has a longer one.
  private let known: Int

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
    recent = UInt64(border.symbol)
    earlier = 0
    known = 1
    backoffs = UInt64(border.backoff)
  }

  /// The context behind a graphone that was weighed. What was found then is not looked for again.
  ///
  /// - Parameter limit: Most symbols to look back at, from 1 to 7.
  @inline(__always)
  init(
    _ context: GramContext, then symbol: UInt16, _ weighed: Weighed, limit: Int, in table: GramTable
  ) {
    recent = context.recent << 16 | UInt64(symbol)
    earlier = context.earlier << 16 | context.recent >> 48
    var count = min(Int(weighed.length) + 1, limit)
    var backoffs = weighed.backoffs & (~0 >> UInt64(64 - 8 * count))
    if weighed.isOpen {
      var hash = GramHash.start
      for place in 0..<count { hash = GramHash.step(hash, Self.symbol(place, recent, earlier)) }
      while count < limit, count <= context.known {
        hash = GramHash.step(hash, Self.symbol(count, recent, earlier))
        guard let found = table.find(hash) else { break }
        backoffs |= UInt64(found.backoff) << UInt64(8 * count)
        count += 1
      }
    }
    self.backoffs = backoffs
    known = count
  }

  /// The symbol so many places before the latest, from 0 to 7.
  @inline(__always)
  private static func symbol(_ place: Int, _ recent: UInt64, _ earlier: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: (place < 4 ? recent : earlier) >> UInt64(16 * (place & 3)))
  }

  /// The sum of the stored weights of the contexts that are longer than so many symbols, from 0 to 7.
  @inline(__always)
  private func backoff(beyond length: Int) -> UInt64 {
    let longer = backoffs >> UInt64(8 * length)
    let pairs = (longer & 0x00FF_00FF_00FF_00FF) &+ (longer >> 8 & 0x00FF_00FF_00FF_00FF)
    return (pairs &* 0x0001_0001_0001_0001) >> 48
  }

  /// Has the memory fetched in which `weigh` will look first.
  @inline(__always)
  func fetch(_ choice: JointModel.Choice, in table: GramTable) {
    var hash = choice.hash
    for length in 0..<min(known, 3) {
      hash = GramHash.step(hash, Self.symbol(length, recent, earlier))
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
      hash = GramHash.step(hash, Self.symbol(length, recent, earlier))
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
      score: probability + GramTable.logarithm(backoff: backoff(beyond: length)),
      length: UInt8(truncatingIfNeeded: length),
      isOpen: isOpen,
      backoffs: backoffs)
  }
}

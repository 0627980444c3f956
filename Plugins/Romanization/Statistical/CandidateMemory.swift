import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The candidates of the words that were met; texts are full of the same ones.
struct CandidateMemory: Sendable {
  /// Words to keep: the common ones come first.
  private static let capacity = 50_000

  private var words = ByteInterner()
  private var known: [[RomanCandidate]] = []
  private let model: RomanizerModel
  private let kind: UInt64

  init(model: RomanizerModel, kind: FieldKind) {
    self.model = model
    self.kind = kind.number
  }

  /// The candidates of a word, with what is the same of them in all places.
  ///
  /// - Parameter hash: Of the letters, as `FieldContext` has it.
  mutating func candidates(of letters: [UInt8], hash: UInt64) -> [RomanCandidate] {
    let isFull = known.count >= Self.capacity
    let number = letters.withUnsafeBufferPointer { bytes in
      isFull ? words.number(of: bytes) : words.intern(bytes).number
    }
    if let number, number < known.count { return known[number] }
    let candidates = weighed(model.maker.candidates(of: letters), hash)
    if !isFull { known.append(candidates) }
    return candidates
  }

  /// How far behind the best one, by what is the same in all places, a candidate may lie to be weighed
  /// in them.
  private static let reach: Float = 2

  /// The candidates that have a chance, with their sums of fixed weights.
  func weighed(_ candidates: [RomanCandidate], _ hash: UInt64) -> [RomanCandidate] {
    var candidates = candidates
    for index in candidates.indices {
      let traits = candidates[index].traits
      candidates[index].traits.rankBase = model.rank.sum(0, most: RankFeatures.most) {
        RankFeatures.forEachFixed(traits, word: hash, kind: kind, $0)
      }
      candidates[index].traits.capitalBase = model.capital.sum(0, most: CaseFeatures.most) {
        CaseFeatures.forEachFixed(traits, kind: kind, $0)
      }
    }
    let best = candidates.reduce(-Float.infinity) { max($0, $1.traits.rankBase) }
    var rivals = candidates.first?.traits.rivals ?? 0
    candidates.removeAll { candidate in
      guard candidate.traits.rankBase < best - Self.reach else { return false }
      rivals += exponential(candidate.traits.rankBase - best)
      return true
    }
    for index in candidates.indices { candidates[index].traits.rivals = rivals }
    return candidates
  }
}

/// e to a power.
func exponential(_ value: Float) -> Float { exp(value) }

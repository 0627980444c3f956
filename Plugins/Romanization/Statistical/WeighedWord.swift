import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Those candidates of a word that have a chance, with their sums of the weights that are the same in all places.
struct WeighedWord {
  private(set) var candidates: [RomanCandidate]
  private(set) var bases: [(rank: Float, capital: Float)] = []
  /// The weight of those that have none, as a multiple of the best one's.
  private(set) var rivals: Float

  /// How far behind the best one, by what is the same in all places, a candidate may lie to be weighed
  /// in them.
  private static let reach: Float = 4

  /// - Parameters:
  ///   - hash: Of the word's letters, as `FieldWord` has it.
  ///   - rivals: The weight of candidates that were taken away before.
  init(
    _ all: [RomanCandidate], hash: UInt64, model: RomanizerModel, rivals: Float = 0
  ) {
    self.rivals = rivals
    bases.reserveCapacity(all.count)
    var best = -Float.infinity
    // By places: handing a candidate about counts references.
    for place in all.indices {
      let rank = model.rank.sum(0, most: RankFeatures.most) {
        RankFeatures.forEachFixed(all[place], word: hash, $0)
      }
      let capital = model.capital.sum(0, most: CaseFeatures.most) {
        CaseFeatures.forEachFixed(all[place], $0)
      }
      bases.append((rank, capital))
      best = max(best, rank)
    }
    candidates = all
    let least = best - Self.reach
    guard bases.contains(where: { $0.rank < least }) else { return }
    for base in bases where base.rank < least { self.rivals += exponential(base.rank - best) }
    for place in all.indices.reversed() where bases[place].rank < least {
      candidates.remove(at: place)
      bases.remove(at: place)
    }
  }
}

/// e to a power.
func exponential(_ value: Float) -> Float { exp(value) }

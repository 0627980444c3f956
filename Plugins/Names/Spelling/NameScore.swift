import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns shares into chances, by what was measured on development sets: how often a bearer of the name
/// is spelled so. A single word has many spellings; a person known by name hardly more than two.
enum NameScore {
  /// The chance of a spelling that was seen `count` times of `total` for the whole name.
  static func known(_ count: Int, of total: Int, isSingleWord: Bool) -> Double {
    let share = Double(count) / Double(max(total, 1))
    return isSingleWord ? 0.07 + 0.55 * share : 0.6 + 0.37 * share
  }

  /// What is left of the chance of a spelling put together from parts where the whole name is known in others: of people of
  /// Wikidata with several, of which one was held out, 0.72; but not all have another one.
  static let unlisted = 0.5

  /// The chance of a spelling put together from parts.
  ///
  /// - Parameter score: The logarithm of the product of the parts' shares.
  static func composed(
    _ score: Double, _ evidence: NameLayer.Evidence, isSingleWord: Bool
  ) -> Double {
    let share = exp(min(score, 0))
    switch evidence {
    case .name, .parts: return isSingleWord ? 0.03 + 0.62 * share : 0.02 + 0.86 * share
    case .model: return 0.02 + 0.86 * pow(share, 1.2)
    case .rule: return 0.1 * share
    }
  }
}

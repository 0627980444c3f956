import Warraq

/// A way to rank the sentences of a document.
enum SentenceRanking: String, CaseIterable, Sendable, OptionChoice {
  /// Ours: fitted on extracts that people made.
  case warraq
  case lead
  case lexrank
  case textrank
  case lsa
  case centroid
  case sumbasic
  case kl
  case luhn

  /// A score for each sentence; more is better.
  func scores(_ context: SentenceContext) -> [Double] {
    switch self {
    case .warraq: FittedSentenceRanker.shared.scores(context)
    case .lead: context.table.sentences.indices.map { 1 / Double($0 + 1) }
    case .lexrank: LexRank().scores(context)
    case .textrank: SentenceTextRank().scores(context)
    case .lsa: LatentSemanticRanker().scores(context)
    case .centroid: CentroidRanker().scores(context)
    case .sumbasic: SumBasic().scores(context)
    case .kl: DivergenceRanker().scores(context)
    case .luhn: LuhnRanker().scores(context)
    }
  }
}

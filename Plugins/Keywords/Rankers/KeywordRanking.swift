import Warraq

/// A way to rank the phrases of a document.
enum KeywordRanking: String, CaseIterable, Sendable, OptionChoice {
  /// Ours: fitted on phrases that people chose.
  case warraq
  case tfidf
  case yake
  case textrank
  case rake
  case kpminer

  /// The best phrases, the best first.
  func rank(_ context: KeywordContext, top: Int) -> [RankedPhrase] {
    switch self {
    case .warraq: FittedRanker.shared.rank(context, top: top)
    case .tfidf: TFIDFRanker().rank(context, top: top)
    case .yake: YakeRanker().rank(context, top: top)
    case .textrank: TextRankRanker().rank(context, top: top)
    case .rake: RakeRanker().rank(context, top: top)
    case .kpminer: KPMinerRanker().rank(context, top: top)
    }
  }
}

import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells from a line's words and marks what it is: a name, a title, a record's text or prose. A linear model
/// of four classes.
struct KindWeights: Sendable {
  /// What a line may be.
  static let classes: [FieldKind] = [.name, .title, .text, .prose]
  /// A number of each class.
  typealias Scores = SIMD4<Float>
  /// How sure a kind must be, from 0 to 1, for the line to be taken as that; what is less sure has none.
  static let sure: Float = 0.55
  /// The same of a word that stands alone. One that may be a name and a word (سلام) is more often typed as the word, and
  /// such are learned as titles are. The development records come out the same.
  private static let sureOfWordAlone: Float = 0.95
  /// The same of prose, times the square of the line's words: there are few lines of it to learn from, and the longer a
  /// line, the surer its share, which those of records have next to none of. None of the development set comes out worse.
  private static let sureOfProse: Float = 4
  /// How sure what is called a title must be a record's words about it instead. Flat from 0.5 to 0.9 on the development
  /// records.
  static let sureOfText: Float = 0.8
  /// Words of a line for prose to be told by that.
  private static let leastProse = 3

  private let weights: HashedWeights

  /// Opens the bytes of `HashedWeights.table`; nil for bytes that are none.
  init?(_ bytes: StaticBytes) {
    guard let weights = HashedWeights(bytes, classes: Self.classes.count) else { return nil }
    self.weights = weights
  }

  /// What a line is: what its user says of it, and where nobody says anything, what its words do; `auto` where that is
  /// not sure.
  ///
  /// A title is one word of its user's that is not taken literally: field 245 of MARC 21 is called title and holds what
  /// is said of it too (`تأليف فلان`), which has no capital in front.
  func kind(of context: FieldContext, told: FieldKind) -> FieldKind {
    switch told {
    case .auto: return kind(of: context)
    case .title:
      let shares = Self.shares(scores(of: context))
      let (title, text) = (Self.share(of: .title, in: shares), Self.share(of: .text, in: shares))
      return text > Self.sureOfText * (title + text) ? .text : .title
    default: return told
    }
  }

  /// What a line is; `auto` where that is not sure.
  func kind(of context: FieldContext) -> FieldKind {
    let shares = Self.shares(scores(of: context))
    if Self.isProse(share: Self.share(of: .prose, in: shares), words: context.words.count) {
      return .prose
    }
    let isAlone = context.words.count == 1
    let sure = isAlone ? Self.sureOfWordAlone : Self.sure
    let told = Self.classes.first { Self.share(of: $0, in: shares) >= sure }
    return told ?? (isAlone ? .title : .auto)
  }

  /// Whether so great a share is enough for a line of so many words to be prose.
  static func isProse(share: Float, words: Int) -> Bool {
    words >= leastProse && share * Float(words) * Float(words) >= sureOfProse
  }

  /// The scores of the classes, in their order.
  func scores(of context: FieldContext) -> Scores {
    var scores = Scores.zero
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.most) { features in
      // The features of all first: their weights are on the way when the first is looked at.
      var count = 0
      Self.forEachFeature(context) { feature in
        guard count < Self.most else { return }
        features[count] = feature
        weights.fetch(feature)
        count += 1
      }
      for feature in features[..<count] { scores += weights.weights(of: feature) }
    }
    return scores
  }

  private static func share(of kind: FieldKind, in shares: Scores) -> Float {
    classes.firstIndex(of: kind).map { shares[$0] } ?? 0
  }

  /// Scores as shares of 1.
  static func shares(_ scores: Scores) -> Scores {
    let highest = classes.indices.reduce(-Float.infinity) { max($0, scores[$1]) }
    var shares = Scores.zero
    var sum: Float = 0
    for index in classes.indices {
      shares[index] = exp(scores[index] - highest)
      sum += shares[index]
    }
    return shares / sum
  }

  /// Words that are looked at from the first one on, beside the last; longer lines are known by these as well.
  private static let wordLimit = 12
  /// No line has more features.
  private static let most = 2 + 7 * (wordLimit + 1)

  /// Calls `body` with each feature of a line.
  static func forEachFeature(_ context: FieldContext, _ body: (UInt64) -> Void) {
    body(FeatureHash.join(141, UInt64(min(context.words.count, 8))))
    body(FeatureHash.join(142, context.hasComma ? 1 : 2))
    let last = context.words.count - 1
    for index in context.words.indices where index < wordLimit || index == last {
      let word = context.words[index]
      let place = UInt64(min(index, 3))
      body(FeatureHash.join(143, word.hash))
      if index == 0 { body(FeatureHash.join(144, word.hash)) }
      if index == last {
        body(FeatureHash.join(145, word.hash))
        body(FeatureHash.join(149, word.mark))
      }
      if word.isArabic {
        body(FeatureHash.join(146, word.start, place))
        body(FeatureHash.join(150, word.end, place))
      } else {
        body(FeatureHash.join(147, place))
      }
      if word.mark != 0 { body(FeatureHash.join(148, word.mark, place)) }
    }
  }
}

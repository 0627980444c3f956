import Warraq

/// Romanizes unvocalised Arabic by ALA-LC: looks words up, makes what was never seen of stems and
/// letters, and chooses by the words around.
public struct StatisticalRomanizer: Sendable {
  private let model: RomanizerModel
  let kind: FieldKind
  private var memory: CandidateMemory
  var markedMemory = MarkedMemory()

  /// A romanizer for texts of a kind. Not for several threads at once: it remembers words.
  public init(model: RomanizerModel, kind: FieldKind = .auto) {
    self.model = model
    self.kind = kind
    memory = CandidateMemory(model: model, kind: kind)
  }

  /// A word's romanization, as `romanize` chose it.
  struct Choice {
    let word: FieldWord
    /// All that the word may be; nothing for a word that is not Arabic.
    let known: KnownWord
    /// The chosen one's place among them.
    let place: Int
    let isCapital: Bool
    /// The chosen one's share of the weight of all, 0 to 1.
    let confidence: Float

    /// In lower case; nil for a word that is not Arabic.
    var candidate: RomanCandidate? { known.candidates.isEmpty ? nil : known.candidates[place] }

    /// What tells choices apart among those of words of the same letters: candidates are the same wherever a word
    /// stands, but for those at a line's start.
    var traits: (UInt8, UInt8) {
      (UInt8(truncatingIfNeeded: known.candidates.count), UInt8(truncatingIfNeeded: place))
    }

    /// All that the word may be, the chosen one first.
    var romanizations: [[UInt8]] {
      guard let candidate else { return [] }
      return [candidate.latin] + known.candidates.map(\.latin)
    }
  }

  /// Weights and network know the same records, so both together say too much: what one of them is for, the other is for
  /// as well. Confidences come from their sum times this, which was fitted on records that neither has seen.
  private static let sureness: Float = 0.7

  /// How sure the weights are of a capital, at least, for the network not to be asked about a word that has one
  /// romanization: it would hardly ever turn them.
  private static let doubt: Float = 3

  /// Chooses for every word of a line.
  mutating func choose(_ line: UnsafeBufferPointer<UInt8>) -> [Choice] {
    let context = FieldContext(line, kind: kind)
    let words = context.words
    let known = knownWords(context)
    let views = views(of: known, context)
    var opinion = [Float](repeating: 0, count: ContextNetwork.opinions)
    var choices: [Choice] = []
    choices.reserveCapacity(words.count)
    var previous: RomanCandidate.Traits?
    var decisions: UInt64 = 0
    for index in words.indices {
      let word = known[index]
      guard !word.candidates.isEmpty else {
        choices.append(
          Choice(word: words[index], known: .none, place: 0, isCapital: false, confidence: 1))
        previous = nil
        decisions = FieldContext.push(decisions, false)
        continue
      }
      let next = index + 1 < words.count ? known[index + 1].candidates.first?.traits : nil
      var isWeighed = word.candidates.count > 1
      if isWeighed { model.network.weigh(index, of: views, into: &opinion) }
      let (place, confidence) = best(word, opinion, context, index, previous, next)
      let chosen = word.candidates[place].traits
      let around = context.capital(index, previous: previous, next: next, decisions: decisions)
      var score = model.capital.sum(chosen.capitalBase, most: CaseFeatures.most) {
        CaseFeatures.forEachOfPlace(chosen, in: around, $0)
      }
      if !isWeighed, abs(score) < Self.doubt {
        model.network.weigh(index, of: views, into: &opinion)
        isWeighed = true
      }
      if isWeighed { score += word.product(opinion, isCapital: true, place) }
      choices.append(
        Choice(
          word: words[index], known: word, place: place, isCapital: score > 0,
          confidence: confidence))
      previous = chosen
      decisions = FieldContext.push(decisions, score > 0)
    }
    return choices
  }

  /// What is known of the words of a line; nothing of those that are not Arabic.
  private mutating func knownWords(_ context: FieldContext) -> [KnownWord] {
    var known: [KnownWord] = []
    known.reserveCapacity(context.words.count)
    for word in context.words {
      let letters = context.letters[word.letters]
      known.append(
        !word.isArabic
          ? .none
          : known.isEmpty
            ? memory.firstWord(letters, hash: word.hash) : memory.word(letters, hash: word.hash))
    }
    return known
  }

  /// What the network sees of a line's words in their places.
  private func views(of known: [KnownWord], _ context: FieldContext) -> [Float] {
    var views = [Float](repeating: 0, count: known.count * ContextNetwork.width)
    views.withUnsafeMutableBufferPointer { views in
      guard let base = views.baseAddress else { return }
      for (index, word) in known.enumerated() {
        let start = base + index * ContextNetwork.width
        word.addView(to: start)
        model.network.addPlace(mark: context.words[index].mark, isFirst: index == 0, to: start)
      }
    }
    return views
  }

  private func best(
    _ word: KnownWord, _ opinion: [Float], _ context: FieldContext, _ index: Int,
    _ previous: RomanCandidate.Traits?, _ next: RomanCandidate.Traits?
  ) -> (place: Int, confidence: Float) {
    let candidates = word.candidates
    let rivals = candidates.first?.traits.rivals ?? 0
    if candidates.count == 1 { return (0, 1 / (1 + rivals)) }
    let around = context.rank(index, previous: previous, next: next)
    let capacity = candidates.count * RankFeatures.most
    // Features, then for each candidate where its own end.
    return withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: capacity + candidates.count
    ) { features in
      // The features of all first: their weights are on the way when the first is looked at.
      var count = 0
      for place in candidates.indices {
        RankFeatures.forEachOfPlace(candidates[place].traits, in: around) { feature, _ in
          guard count < capacity else { return }
          features[count] = feature
          model.rank.fetch(feature)
          count += 1
        }
        features[capacity + place] = UInt64(count)
      }
      var best = (place: 0, score: -Float.infinity)
      // The sum of the weights of all, as multiples of the best one's.
      var sum: Float = 0
      var start = 0
      for place in candidates.indices {
        let end = Int(features[capacity + place])
        let base =
          candidates[place].traits.rankBase + word.product(opinion, isCapital: false, place)
        let score = features[start..<end].reduce(base) { $0 + model.rank[$1] }
        start = end
        if score > best.score {
          sum = sum * exponential((best.score - score) * Self.sureness) + 1
          best = (place, score)
        } else {
          sum += exponential((score - best.score) * Self.sureness)
        }
      }
      return (best.place, 1 / (sum + rivals))
    }
  }
}

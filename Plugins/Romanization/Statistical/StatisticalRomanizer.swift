import Warraq

/// Romanizes unvocalised Arabic by ALA-LC: looks words up, makes what was never seen of stems and
/// letters, and chooses by the words around.
public struct StatisticalRomanizer: Sendable {
  private let model: RomanizerModel
  private let kind: FieldKind
  private var memory: CandidateMemory

  /// A romanizer for texts of a kind. Not for several threads at once: it remembers words.
  public init(model: RomanizerModel, kind: FieldKind = .auto) {
    self.model = model
    self.kind = kind
    memory = CandidateMemory(model: model, kind: kind)
  }

  /// A word's romanization, as `romanize` chose it.
  struct Choice {
    let word: FieldWord
    /// In lower case; nil for a word that is not Arabic.
    let candidate: RomanCandidate?
    let isCapital: Bool
    /// The chosen one's share of the weight of all, 0 to 1.
    let confidence: Float
  }

  /// Chooses for every word of a line.
  mutating func choose(_ line: UnsafeBufferPointer<UInt8>) -> [Choice] {
    let words = FieldWord.split(line)
    let context = FieldContext(words, line: line, kind: kind)
    var candidates: [[RomanCandidate]] = []
    candidates.reserveCapacity(words.count)
    for (word, hash) in zip(words, context.hashes) {
      candidates.append(
        word.letters.isEmpty ? [] : memory.candidates(of: word.letters, hash: hash))
    }
    if let first = candidates.first, let withHeadings = CandidateMaker.atStart(first) {
      candidates[0] = memory.weighed(withHeadings, context.hashes[0])
    }
    var choices: [Choice] = []
    choices.reserveCapacity(words.count)
    var previous: RomanCandidate.Traits?
    var decisions: UInt64 = 0
    for index in words.indices {
      guard !candidates[index].isEmpty else {
        choices.append(Choice(word: words[index], candidate: nil, isCapital: false, confidence: 1))
        previous = nil
        decisions = FieldContext.push(decisions, false)
        continue
      }
      let next = index + 1 < words.count ? candidates[index + 1].first?.traits : nil
      let (place, confidence) = best(candidates[index], context, index, previous, next)
      let chosen = candidates[index][place].traits
      let around = context.capital(index, previous: previous, next: next, decisions: decisions)
      let score = model.capital.sum(chosen.capitalBase, most: CaseFeatures.most) {
        CaseFeatures.forEachOfPlace(chosen, in: around, $0)
      }
      choices.append(
        Choice(
          word: words[index], candidate: candidates[index][place], isCapital: score > 0,
          confidence: confidence))
      previous = chosen
      decisions = FieldContext.push(decisions, score > 0)
    }
    return choices
  }

  private func best(
    _ candidates: [RomanCandidate], _ context: FieldContext, _ index: Int,
    _ previous: RomanCandidate.Traits?, _ next: RomanCandidate.Traits?
  ) -> (place: Int, confidence: Float) {
    let rivals = candidates.first?.traits.rivals ?? 0
    if candidates.count == 1 { return (0, 1 / (1 + rivals)) }
    let around = context.rank(index, previous: previous, next: next)
    let capacity = candidates.count * RankFeatures.most
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { features in
      // The features of all first: their weights are on the way when the first is looked at.
      var count = 0
      var ends: [Int] = []
      ends.reserveCapacity(candidates.count)
      for candidate in candidates {
        RankFeatures.forEachOfPlace(candidate.traits, in: around) { feature, _ in
          guard count < capacity else { return }
          features[count] = feature
          model.rank.fetch(feature)
          count += 1
        }
        ends.append(count)
      }
      var best = (place: 0, score: -Float.infinity)
      // The sum of the weights of all, as multiples of the best one's.
      var sum: Float = 0
      var start = 0
      for (place, end) in ends.enumerated() {
        let score = features[start..<end].reduce(candidates[place].traits.rankBase) {
          $0 + model.rank[$1]
        }
        start = end
        if score > best.score {
          sum = sum * exponential(best.score - score) + 1
          best = (place, score)
        } else {
          sum += exponential(score - best.score)
        }
      }
      return (best.place, 1 / (sum + rivals))
    }
  }
}

import Warraq

/// Romanizes unvocalised Arabic by ALA-LC: looks words up, makes what was never seen of stems and
/// letters, and chooses by the words around.
public struct StatisticalRomanizer: Sendable {
  private let model: RomanizerModel
  private let kind: FieldKind
  private var memory = CandidateMemory()

  /// A romanizer for texts of a kind. Not for several threads at once: it remembers words.
  public init(model: RomanizerModel, kind: FieldKind = .auto) {
    self.model = model
    self.kind = kind
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
    var candidates = words.map { word in
      word.letters.isEmpty ? [] : memory.candidates(of: word.letters, model.maker)
    }
    if let first = candidates.first { candidates[0] = CandidateMaker.atStart(first) }
    var choices: [Choice] = []
    choices.reserveCapacity(words.count)
    var previous: RomanCandidate?
    var decisions: UInt64 = 0
    for index in words.indices {
      guard !candidates[index].isEmpty else {
        choices.append(Choice(word: words[index], candidate: nil, isCapital: false, confidence: 1))
        previous = nil
        decisions = FieldContext.push(decisions, false)
        continue
      }
      let (chosen, confidence) = best(candidates[index], context, index, previous)
      let next = index + 1 < words.count ? candidates[index + 1].first : nil
      let around = context.capital(index, previous: previous, next: next, decisions: decisions)
      var score: Float = 0
      CaseFeatures.forEach(chosen, in: around) { score += model.capital[$0] * $1 }
      choices.append(
        Choice(
          word: words[index], candidate: chosen, isCapital: score > 0, confidence: confidence))
      previous = chosen
      decisions = FieldContext.push(decisions, score > 0)
    }
    return choices
  }

  private func best(
    _ candidates: [RomanCandidate], _ context: FieldContext, _ index: Int,
    _ previous: RomanCandidate?
  ) -> (candidate: RomanCandidate, confidence: Float) {
    if candidates.count == 1 { return (candidates[0], 1) }
    let around = context.rank(index, previous: previous)
    var best = 0
    var scores: [Float] = []
    for (place, candidate) in candidates.enumerated() {
      var score: Float = 0
      RankFeatures.forEach(candidate, word: context.hashes[index], in: around) {
        score += model.rank[$0] * $1
      }
      scores.append(score)
      if score > scores[best] { best = place }
    }
    let sum = scores.reduce(Float(0)) { $0 + exponential($1 - scores[best]) }
    return (candidates[best], 1 / sum)
  }
}

import Warraq

/// Chooses sentences under a budget, each time the one that adds most: its score less its
/// likeness to what is chosen (maximal marginal relevance; Carbonell and Goldstein, 1998).
struct SentenceSelector {
  /// How much likeness to a chosen sentence counts against a sentence.
  var redundancy = 0.35

  /// Likeness from which on a sentence only repeats a chosen one and is never taken.
  var repetition = 0.95

  /// Indices of the chosen sentences, ascending.
  func select(_ table: SentenceTable, scores: [Double], budget: Budget) -> [Int] {
    let sentences = table.sentences
    let totalWords = sentences.reduce(0) { $0 + $1.wordCount }
    var chosen: [Int] = []
    var words = 0
    var characters = 0
    // Likeness to the nearest chosen sentence, kept up to date so that a step is one pass.
    var nearest = [Double](repeating: 0, count: sentences.count)
    var isOpen = sentences.map { $0.wordCount > 0 }

    while true {
      var best: (index: Int, gain: Double)?
      for index in sentences.indices where isOpen[index] {
        let gain = scores[index] - redundancy * nearest[index]
        if gain > best?.gain ?? -.infinity { best = (index, gain) }
      }
      guard let pick = best?.index else { break }
      isOpen[pick] = false
      let sentence = sentences[pick]
      let withSpace = sentence.characterCount + (chosen.isEmpty ? 0 : 1)
      let fits =
        switch budget {
        case .sentences(let limit): chosen.count < limit
        case .share(let share):
          chosen.isEmpty && share > 0
            || Double(words + sentence.wordCount) <= share * Double(totalWords)
        case .words(let limit): words + sentence.wordCount <= limit
        case .characters(let limit): characters + withSpace <= limit
        }
      if !fits {
        // The count of sentences is full for good; the others may still take a shorter one.
        if case .sentences = budget { break }
        continue
      }
      chosen.append(pick)
      words += sentence.wordCount
      characters += withSpace
      for index in sentences.indices where isOpen[index] {
        let likeness = sentence.similarity(to: sentences[index], weights: table.weights)
        nearest[index] = max(nearest[index], likeness)
        if likeness >= repetition { isOpen[index] = false }
      }
    }
    return chosen.sorted()
  }
}

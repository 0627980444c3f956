/// Chooses sentences under a budget, each time the one that adds most: its score less its
/// likeness to what is chosen (maximal marginal relevance; Carbonell and Goldstein, 1998).
struct SentenceSelector {
  /// How much likeness to a chosen sentence counts against a sentence.
  var redundancy: Double
  /// Likeness from which on a sentence only repeats a chosen one and is never taken; above 1 any
  /// may be.
  var repetition = 0.95

  /// Indices of the chosen sentences, ascending.
  func select(_ table: SentenceTable, scores: [Double], budget: Budget) -> [Int] {
    if redundancy == 0, repetition > 1 { return inOrder(table, scores: scores, budget: budget) }
    let sentences = table.sentences
    let neighbours = Neighbours(table)
    var meter = Meter(budget, of: table)
    // Likeness to the nearest chosen sentence.
    var nearest = [Double](repeating: 0, count: sentences.count)
    var isOpen = sentences.map { $0.wordCount > 0 }
    var queue = GainQueue(
      sentences.indices.filter { isOpen[$0] }.map { GainQueue.Entry(index: $0, gain: scores[$0]) })
    while !meter.isFull, let entry = queue.pop() {
      guard isOpen[entry.index] else { continue }
      // Gains only fall, so one that still holds when it comes up is the best of all (lazy greedy;
      // Minoux, 1978).
      let gain = scores[entry.index] - redundancy * nearest[entry.index]
      if gain < entry.gain {
        queue.push(GainQueue.Entry(index: entry.index, gain: gain))
        continue
      }
      let pick = entry.index
      isOpen[pick] = false
      guard meter.take(pick) else { continue }
      neighbours.forEach(of: pick) { index in
        guard isOpen[index] else { return }
        let likeness = table.similarity(pick, index)
        nearest[index] = max(nearest[index], likeness)
        if likeness >= repetition { isOpen[index] = false }
      }
    }
    return meter.chosen.sorted()
  }

  /// The choice where no sentence counts against another: by score alone.
  private func inOrder(_ table: SentenceTable, scores: [Double], budget: Budget) -> [Int] {
    var meter = Meter(budget, of: table)
    let order = table.sentences.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    for index in order where table.sentences[index].wordCount > 0 {
      if meter.isFull { break }
      _ = meter.take(index)
    }
    return meter.chosen.sorted()
  }

  /// What of a budget is used.
  private struct Meter {
    private let budget: Budget
    private let sentences: [SentenceFacts]
    private let allWords: Int
    private(set) var chosen: [Int] = []
    private var words = 0
    private var characters = 0

    init(_ budget: Budget, of table: SentenceTable) {
      self.budget = budget
      sentences = table.sentences
      allWords = table.sentences.reduce(0) { $0 + $1.wordCount }
    }

    /// True when not even the shortest sentence can be taken.
    var isFull: Bool {
      switch budget {
      case .sentences(let limit): chosen.count >= limit
      case .share(let share): Double(words) >= share * Double(allWords)
      case .words(let limit): words >= limit
      case .characters(let limit): characters >= limit
      }
    }

    /// Takes a sentence if it fits.
    mutating func take(_ index: Int) -> Bool {
      let sentence = sentences[index]
      let withSpace = sentence.characterCount + (chosen.isEmpty ? 0 : 1)
      let fits =
        switch budget {
        case .sentences(let limit): chosen.count < limit
        case .share(let share):
          chosen.isEmpty && share > 0
            || Double(words + sentence.wordCount) <= share * Double(allWords)
        case .words(let limit): words + sentence.wordCount <= limit
        case .characters(let limit): characters + withSpace <= limit
        }
      guard fits else { return false }
      chosen.append(index)
      words += sentence.wordCount
      characters += withSpace
      return true
    }
  }
}

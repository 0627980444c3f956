/// A sentence as rankers see it.
struct SentenceFacts {
  /// Its topic words by stem number, ascending, and how often each stands in it.
  var terms: [(stem: Int, count: Int)] = []
  /// The stem number of each of its words in order, -1 for those that carry no topic.
  var order: [Int] = []
  /// Words and numbers in it.
  var wordCount = 0
  /// Code points in it.
  var characterCount = 0
  /// Whether words are quoted in it, and whether it ends as a question or an exclamation.
  var hasQuote = false
  var isQuestion = false
  /// Length of its vector of weights.
  var norm = 0.0

  /// Similarity of two sentences from 0 to 1: the cosine of their weighted terms.
  func similarity(to other: SentenceFacts, weights: [Double]) -> Double {
    guard norm > 0, other.norm > 0 else { return 0 }
    var sum = 0.0
    var left = 0
    var right = 0
    while left < terms.count, right < other.terms.count {
      let (first, second) = (terms[left], other.terms[right])
      if first.stem == second.stem {
        let weight = weights[first.stem]
        sum += Double(first.count * second.count) * weight * weight
        left += 1
        right += 1
      } else if first.stem < second.stem {
        left += 1
      } else {
        right += 1
      }
    }
    return sum / (norm * other.norm)
  }
}

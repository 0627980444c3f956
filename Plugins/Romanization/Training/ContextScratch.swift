import RomanizationKernel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a record's words become on their way through the network, and the slopes that come back; kept from one record
/// to the next.
struct ContextScratch {
  private typealias Layout = ContextNetwork.Layout
  private static let width = ContextNetwork.width
  private static let units = ContextNetwork.units
  private static let opinions = ContextNetwork.opinions

  /// The rows of words, the masks of numbers that are left out, and the slopes.
  var words: [Float] = []
  var wordMasks: [Float] = []
  var wordSlopes: [Float] = []
  /// The same of all words' candidates.
  var candidates: [Float] = []
  var candidateMasks: [Float] = []
  var candidateSlopes: [Float] = []
  var hiddenMask = [Float](repeating: 0, count: units)
  private var hidden = [Float](repeating: 0, count: units)
  private var hiddenSlopes = [Float](repeating: 0, count: units)
  private var opinion = [Float](repeating: 0, count: opinions)
  private var opinionSlopes = [Float](repeating: 0, count: opinions)
  private var scores: [Float] = []

  /// Adds what a word in its place says to the gradient.
  ///
  /// - Parameters:
  ///   - index: The place of the word among the record's.
  ///   - count: Words of the record.
  ///   - firstCandidate: The place of the word's first candidate among the record's.
  ///   - values: `Layout.count` numbers.
  ///   - gradient: As many.
  mutating func learn(
    _ word: ContextNetworkTrainer.Word, _ index: Int, of count: Int, firstCandidate: Int,
    rankScale: Float, capitalScale: Float, _ values: UnsafePointer<Float>,
    _ gradient: UnsafeMutablePointer<Float>
  ) {
    let inputs = (0..<ContextNetwork.places).compactMap { place -> (matrix: Int, word: Int)? in
      let word = place == ContextNetwork.places - 1 ? 0 : index + place - ContextNetwork.reach
      guard word >= 0, word < count else { return nil }
      return (Layout.input + place * Self.width * Self.units, word * Self.width)
    }
    activate(index, of: count, values)
    for place in 0..<Self.opinions { opinion[place] = values[Layout.opinionBias + place] }
    context_multiply(hidden, Self.units, values + Layout.opinion, Self.opinions, &opinion)
    judge(word, firstCandidate, rankScale: rankScale, capitalScale: capitalScale)
    for place in 0..<Self.opinions { gradient[Layout.opinionBias + place] += opinionSlopes[place] }
    context_spread(
      hidden, Self.units, opinionSlopes, Self.opinions, gradient + Layout.opinion)
    for unit in 0..<Self.units { hiddenSlopes[unit] = 0 }
    context_multiply_back(
      values + Layout.opinion, Self.units, Self.opinions, opinionSlopes, &hiddenSlopes)
    for unit in 0..<Self.units {
      // A unit that was silent, or left out, learns nothing.
      hiddenSlopes[unit] *= hidden[unit] > 0 ? hiddenMask[unit] : 0
      gradient[Layout.unitBias + unit] += hiddenSlopes[unit]
    }
    words.withUnsafeBufferPointer { words in
      wordSlopes.withUnsafeMutableBufferPointer { slopes in
        guard let words = words.baseAddress, let slopes = slopes.baseAddress else { return }
        for input in inputs {
          context_spread(
            words + input.word, Self.width, hiddenSlopes, Self.units, gradient + input.matrix)
          context_multiply_back(
            values + input.matrix, Self.width, Self.units, hiddenSlopes, slopes + input.word)
        }
      }
    }
  }

  /// Fills the hidden units.
  private mutating func activate(_ index: Int, of count: Int, _ values: UnsafePointer<Float>) {
    context_activate(
      words, count, index, ContextNetwork.reach, values + Layout.input, values + Layout.unitBias,
      &hidden)
    for unit in 0..<Self.units { hidden[unit] *= hiddenMask[unit] }
  }

  /// Finds the slopes of the opinions, and adds to those of the candidates, from what is right.
  private mutating func judge(
    _ word: ContextNetworkTrainer.Word, _ first: Int, rankScale: Float, capitalScale: Float
  ) {
    for place in 0..<Self.opinions { opinionSlopes[place] = 0 }
    if let right = word.right, word.candidates.count > 1 {
      scores.removeAll(keepingCapacity: true)
      for candidate in word.candidates.indices {
        scores.append(product(first + candidate, isCapital: false))
      }
      let most = scores.max() ?? 0
      var sum: Float = 0
      for candidate in scores.indices {
        scores[candidate] = exp(scores[candidate] - most)
        sum += scores[candidate]
      }
      for candidate in scores.indices {
        let slope = scores[candidate] / sum - (candidate == right ? 1 : 0)
        add(slope * rankScale, first + candidate, isCapital: false)
      }
    }
    if let isCapital = word.isCapital {
      let chosen = first + (word.right ?? 0)
      let share = 1 / (1 + exp(-product(chosen, isCapital: true)))
      add((share - (isCapital ? 1 : 0)) * capitalScale, chosen, isCapital: true)
    }
  }

  private func product(_ candidate: Int, isCapital: Bool) -> Float {
    let row = candidate * Self.width
    let start = isCapital ? Self.width : 0
    var sum: Float = 0
    for place in 0..<Self.width { sum += opinion[start + place] * candidates[row + place] }
    return sum
  }

  /// Adds the slope of one product.
  private mutating func add(_ slope: Float, _ candidate: Int, isCapital: Bool) {
    let row = candidate * Self.width
    let start = isCapital ? Self.width : 0
    for place in 0..<Self.width {
      opinionSlopes[start + place] += slope * candidates[row + place]
      candidateSlopes[row + place] += slope * opinion[start + place]
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Looks for the likeliest outputs of a word letter by letter, keeping the best partial ones.
struct BeamDecoder {
  /// How far behind the best one a partial output may lie, as a logarithm.
  private static let reach: Float = 7
  /// How much more likely, as a logarithm, a history is thought to make a graphone at the most.
  private static let gain: Float = 4

  /// A partial output.
  private struct Hypothesis {
    var history: SymbolHistory
    /// Place in the trail, -1 for the start.
    var place: Int32
    var score: Float
  }

  /// A partial output with one more symbol, before it is known whether it stays.
  private struct Extension {
    let parent: Int32
    let symbol: UInt16
    let score: Float

    func precedes(_ other: Extension) -> Bool {
      if score != other.score { return score > other.score }
      return (parent, symbol) < (other.parent, other.symbol)
    }
  }

  /// A kept symbol and the place of the one before.
  private struct Step {
    let symbol: UInt16
    let previous: Int32
  }

  private let model: JointModel
  private let width: Int
  private var beam: [Hypothesis]
  private var next: [Hypothesis] = []
  private var best: [Extension] = []
  private var trail: [Step] = []

  init(_ model: JointModel, width: Int) {
    self.model = model
    self.width = width
    var start = SymbolHistory()
    start.push(JointModelBuilder.border, limit: model.order - 1)
    beam = [Hypothesis(history: start, place: -1, score: 0)]
    best.reserveCapacity(width + 1)
    next.reserveCapacity(width)
    trail.reserveCapacity(width * 12)
  }

  /// Goes on by one letter, given the graphones of it.
  mutating func advance(by choices: [JointModel.Choice]) {
    best.removeAll(keepingCapacity: true)
    var floor = -Float.infinity
    var least = -Float.infinity
    let hopeless = (beam.first?.score ?? 0) - Self.reach
    for index in beam.indices where beam[index].score >= hopeless {
      let score = beam[index].score
      let context = WeighedContext(beam[index].history, in: model.table)
      for choice in choices {
        // Those behind this one are rarer still.
        if score + choice.best + Self.gain < floor { break }
        let total = score + choice.bonus + context.score(choice, in: model.table)
        guard total >= floor, best.count < width || total >= least else { continue }
        insert(
          Extension(
            parent: Int32(truncatingIfNeeded: index), symbol: choice.symbol, score: total))
        floor = max(floor, (best.first?.score ?? 0) - Self.reach)
        least = best.last?.score ?? least
      }
    }
    next.removeAll(keepingCapacity: true)
    for chosen in best where chosen.score >= floor {
      let parent = beam[Int(chosen.parent)]
      var history = parent.history
      history.push(chosen.symbol, limit: model.order - 1)
      next.append(
        Hypothesis(
          history: history, place: Int32(truncatingIfNeeded: trail.count), score: chosen.score))
      trail.append(Step(symbol: chosen.symbol, previous: parent.place))
    }
    swap(&beam, &next)
  }

  /// Keeps the best in order; there are so few that moving them is cheap.
  private mutating func insert(_ candidate: Extension) {
    var place = best.count
    while place > 0, candidate.precedes(best[place - 1]) { place -= 1 }
    guard place < width else { return }
    if best.count == width { best.removeLast() }
    best.insert(candidate, at: place)
  }

  /// The outputs of whole words, the best first.
  func answers(limit: Int) -> [JointModel.Answer] {
    let border = JointModel.Choice(symbol: JointModelBuilder.border, score: 0)
    var found: [(output: [UInt32], score: Float)] = []
    for hypothesis in beam {
      let context = WeighedContext(hypothesis.history, in: model.table)
      let score = hypothesis.score + context.scoreOfKnown(border, in: model.table)
      var symbols: [UInt16] = []
      var place = Int(hypothesis.place)
      while place >= 0 {
        symbols.append(trail[place].symbol)
        place = Int(trail[place].previous)
      }
      var output: [UInt32] = []
      for symbol in symbols.reversed() { output += model.graphones[Int(symbol)].output }
      // One output may be cut in several ways, and each adds to its probability.
      if let index = found.firstIndex(where: { $0.output == output }) {
        found[index].score = Self.sum(found[index].score, score)
      } else {
        found.append((output, score))
      }
    }
    found.sort { left, right in
      left.score != right.score
        ? left.score > right.score : left.output.lexicographicallyPrecedes(right.output)
    }
    return found.prefix(limit).map { JointModel.Answer(output: $0.output, score: $0.score) }
  }

  /// The logarithm of the sum of two probabilities given by theirs.
  private static func sum(_ left: Float, _ right: Float) -> Float {
    let (high, low) = left > right ? (left, right) : (right, left)
    return high + log1p(exp(low - high))
  }
}

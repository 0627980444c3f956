#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Looks for the likeliest outputs of a word letter by letter, keeping the best partial ones.
struct BeamDecoder {
  /// How much more likely, as a logarithm, a history is thought to make a graphone at the most.
  private static let gain: Float = 4

  /// A partial output.
  private struct Hypothesis {
    let context: GramContext
    /// Place in the trail, -1 for the start.
    let place: Int32
    let score: Float
  }

  /// A partial output with one more symbol, before it is known whether it stays.
  private struct Extension {
    let parent: Int32
    let symbol: UInt16
    let score: Float
    let weighed: GramContext.Weighed

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

  private var width = 1
  /// How far behind the best one a partial output may lie, as a logarithm.
  private var reach: Float = 0
  private var beam: [Hypothesis] = []
  private var next: [Hypothesis] = []
  private var best: [Extension] = []
  private var trail: [Step] = []

  /// Makes ready for a word.
  mutating func begin(_ model: JointModel, width: Int, reach: Float) {
    self.width = width
    self.reach = reach
    beam.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    beam.append(Hypothesis(context: GramContext(before: model.border), place: -1, score: 0))
    best.reserveCapacity(width + 1)
  }

  /// Goes on by one letter, given the graphones of it.
  mutating func advance(by choices: [JointModel.Choice], in model: JointModel) {
    best.removeAll(keepingCapacity: true)
    var floor = -Float.infinity
    var least = -Float.infinity
    let hopeless = (beam.first?.score ?? 0) - reach
    for index in beam.indices where beam[index].score >= hopeless {
      let score = beam[index].score
      let context = beam[index].context
      if index + 1 < beam.count, beam[index + 1].score >= hopeless {
        for choice in choices { beam[index + 1].context.fetch(choice, in: model.table) }
      }
      for choice in choices {
        // Those behind this one are rarer still.
        if score + choice.best + Self.gain < floor { break }
        // No history makes it likelier than certain.
        if score + choice.bonus < floor { continue }
        let weighed = context.weigh(choice, in: model.table)
        let total = score + choice.bonus + weighed.score
        guard total >= floor, best.count < width || total >= least else { continue }
        insert(
          Extension(
            parent: Int32(truncatingIfNeeded: index), symbol: choice.symbol, score: total,
            weighed: weighed))
        floor = max(floor, (best.first?.score ?? 0) - reach)
        least = best.last?.score ?? least
      }
    }
    next.removeAll(keepingCapacity: true)
    for chosen in best where chosen.score >= floor {
      let parent = beam[Int(chosen.parent)]
      let context = GramContext(
        parent.context, then: chosen.symbol, chosen.weighed, limit: model.order - 1,
        in: model.table)
      next.append(
        Hypothesis(
          context: context, place: Int32(truncatingIfNeeded: trail.count), score: chosen.score))
      trail.append(Step(symbol: chosen.symbol, previous: parent.place))
    }
    swap(&beam, &next)
  }

  /// Keeps the best in order; there are so few that moving them is cheap.
  private mutating func insert(_ candidate: Extension) {
    if best.count < width {
      best.append(candidate)
    } else if let last = best.last, !candidate.precedes(last) {
      return
    }
    var place = best.count - 1
    while place > 0, candidate.precedes(best[place - 1]) {
      best[place] = best[place - 1]
      place -= 1
    }
    best[place] = candidate
  }

  /// The outputs of whole words, the best first.
  func answers(limit: Int, in model: JointModel) -> [JointModel.Answer] {
    var outputs: [UInt32] = []
    outputs.reserveCapacity(beam.count * trail.count / max(width, 1) * 2)
    var found: [(range: Range<Int>, hash: UInt64, score: Float)] = []
    found.reserveCapacity(beam.count)
    for hypothesis in beam { hypothesis.context.fetch(model.border, in: model.table) }
    for hypothesis in beam {
      let score = hypothesis.score + hypothesis.context.weigh(model.border, in: model.table).score
      let start = outputs.count
      var place = Int(hypothesis.place)
      while place >= 0 {
        model.appendReversed(trail[place].symbol, to: &outputs)
        place = Int(trail[place].previous)
      }
      outputs[start...].reverse()
      let range = start..<outputs.count
      var hash = GramHash.start
      for scalar in outputs[range] { hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3 }
      // One output may be cut in several ways, and each adds to its probability.
      let known = found.firstIndex { $0.hash == hash && outputs[$0.range] == outputs[range] }
      if let known {
        found[known].score = Self.sum(found[known].score, score)
        outputs.removeLast(range.count)
      } else {
        found.append((range, hash, score))
      }
    }
    found.sort { left, right in
      left.score != right.score
        ? left.score > right.score
        : outputs[left.range].lexicographicallyPrecedes(outputs[right.range])
    }
    return found.prefix(limit).map {
      JointModel.Answer(output: outputs[$0.range], score: $0.score)
    }
  }

  /// The logarithm of the sum of two probabilities given by theirs.
  private static func sum(_ left: Float, _ right: Float) -> Float {
    let (high, low) = left > right ? (left, right) : (right, left)
    return high + log1p(exp(low - high))
  }
}

import UTF8Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What words become, letter by letter, learned from pairs: an n-gram model of graphones.
///
/// Source: M. Bisani and H. Ney, "Joint-sequence models for grapheme-to-phoneme conversion", Speech
/// Communication 50 (2008).
public struct JointModel: Sendable {
  static let magic: [UInt8] = Array("WARRAQJ1".utf8)

  /// An output and how likely it is.
  public struct Answer: Sendable, Hashable {
    /// The output, code points.
    public let output: [UInt32]
    /// Natural logarithm of its joint probability with the input.
    public let score: Float
  }

  /// How far behind the best one a partial output may lie, as a logarithm.
  private static let reach: Float = 9

  /// The longest n-gram.
  public let order: Int
  private let graphones: [Graphone]
  /// For each letter its graphones, the commonest first.
  private let choices: [UInt32: [Choice]]
  private let table: GramTable

  /// Opens a model; nil for bytes that are none.
  public init?(_ bytes: StaticBytes) {
    let buffer = bytes.buffer
    guard buffer.count > 16, buffer.prefix(8).elementsEqual(Self.magic),
      let order = LEB128.read(buffer, at: 8), (1...8).contains(order.value),
      let count = LEB128.read(buffer, at: order.next), count.value < 65_536
    else { return nil }
    var offset = count.next
    var graphones: [Graphone] = [Graphone(letter: 0, output: [])]
    var choices: [UInt32: [UInt16]] = [:]
    for number in 0..<count.value {
      guard let letter = LEB128.read(buffer, at: offset),
        let length = LEB128.read(buffer, at: letter.next), length.value <= 64
      else { return nil }
      offset = length.next
      var output: [UInt32] = []
      for _ in 0..<length.value {
        guard let scalar = LEB128.read(buffer, at: offset) else { return nil }
        output.append(UInt32(truncatingIfNeeded: scalar.value))
        offset = scalar.next
      }
      let code = UInt32(truncatingIfNeeded: letter.value)
      graphones.append(Graphone(letter: code, output: output))
      choices[code, default: []].append(UInt16(number + 1))
    }
    guard let table = GramTable(bytes, at: offset) else { return nil }
    self.order = order.value
    self.graphones = graphones
    self.choices = choices.mapValues { numbers in
      numbers.compactMap { number -> Choice? in
        guard let found = table.find(GramHash.step(GramHash.start, number)),
          found.probability != GramTable.missing
        else { return nil }
        return Choice(
          symbol: number, score: GramTable.logarithm(probability: found.probability))
      }.sorted { ($1.score, $0.symbol) < ($0.score, $1.symbol) }
    }
    self.table = table
  }

  /// Whether the model has seen a letter.
  public func knows(_ letter: UInt32) -> Bool { choices[letter] != nil }

  /// The likeliest outputs of a word, the best first; none when a letter is unknown.
  ///
  /// - Parameters:
  ///   - input: The word's letters, code points. The time grows with their number alone.
  ///   - limit: Most outputs to give.
  ///   - width: Partial outputs that are kept at each letter.
  public func outputs(of input: [UInt32], limit: Int, width: Int = 16) -> [Answer] {
    var beam = [Hypothesis(history: [JointModelBuilder.border])]
    var trail: [Step] = []
    for letter in input {
      guard let numbers = choices[letter] else { return [] }
      var next: [Hypothesis] = []
      next.reserveCapacity(beam.count * numbers.count)
      var best = -Float.infinity
      let floor = (beam.first?.score ?? 0) - Self.reach
      for (index, hypothesis) in beam.enumerated() where hypothesis.score >= floor {
        let context = Context(hypothesis.history, order: order, table: table)
        for choice in numbers {
          // Those behind this one are rarer still, and hopeless.
          if hypothesis.score + choice.score + Self.gain < best - Self.reach { break }
          guard let gained = context.score(choice.symbol, table) else { continue }
          let score = hypothesis.score + gained
          best = max(best, score)
          next.append(Hypothesis(parent: index, symbol: choice.symbol, score: score))
        }
      }
      beam = advance(next, from: beam, width: width, &trail)
      if beam.isEmpty { return [] }
    }
    return finish(beam, trail, limit: limit)
  }

  /// A graphone and the logarithm of its probability without a history.
  private struct Choice: Sendable {
    let symbol: UInt16
    let score: Float
  }

  /// How much more likely, as a logarithm, a history is thought to make a graphone at the most.
  private static let gain: Float = 5

  /// A partial output.
  private struct Hypothesis {
    /// Its last symbols, the latest last; empty until it is kept.
    var history: [UInt16] = []
    /// Place in the trail, -1 for the start.
    var place = -1
    var parent = 0
    var symbol: UInt16 = 0
    var score: Float = 0

    init(history: [UInt16]) { self.history = history }

    init(parent: Int, symbol: UInt16, score: Float) {
      self.parent = parent
      self.symbol = symbol
      self.score = score
    }
  }

  /// A kept symbol and the place of the one before.
  private struct Step {
    let symbol: UInt16
    let previous: Int
  }

  private func advance(
    _ next: [Hypothesis], from beam: [Hypothesis], width: Int, _ trail: inout [Step]
  ) -> [Hypothesis] {
    // Most are far behind the best, and need not be sorted.
    let floor = next.reduce(-Float.infinity) { max($0, $1.score) } - Self.reach
    var kept = next.filter { $0.score >= floor }
    kept.sort { ($1.score, $0.parent, $0.symbol) < ($0.score, $1.parent, $1.symbol) }
    if kept.count > width { kept.removeLast(kept.count - width) }
    for index in kept.indices {
      let before = beam[kept[index].parent]
      trail.append(Step(symbol: kept[index].symbol, previous: before.place))
      kept[index].place = trail.count - 1
      kept[index].history =
        before.history.suffix(order - 2 >= 0 ? order - 2 : 0) + [kept[index].symbol]
    }
    return kept
  }

  private func finish(_ beam: [Hypothesis], _ trail: [Step], limit: Int) -> [Answer] {
    var best: [[UInt32]: Float] = [:]
    for hypothesis in beam {
      let context = Context(hypothesis.history, order: order, table: table)
      let score = hypothesis.score + (context.score(JointModelBuilder.border, table) ?? -20)
      var symbols: [UInt16] = []
      var place = hypothesis.place
      while place >= 0 {
        symbols.append(trail[place].symbol)
        place = trail[place].previous
      }
      let output = symbols.reversed().flatMap { graphones[Int($0)].output }
      // One output may be cut in several ways, and each adds to its probability.
      best[output] = best[output].map { Self.sum($0, score) } ?? score
    }
    let sorted = best.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }
    return sorted.prefix(limit).map { Answer(output: $0.key, score: $0.value) }
  }

  /// The logarithm of the sum of two probabilities given by theirs.
  private static func sum(_ left: Float, _ right: Float) -> Float {
    let (high, low) = left > right ? (left, right) : (right, left)
    return high + log1p(exp(low - high))
  }

  /// A history made ready for looking at what may follow it.
  private struct Context {
    private let history: [UInt16]
    /// The sum of the weights of the contexts of this length and longer ones.
    private var weights: [Float]

    init(_ history: [UInt16], order: Int, table: GramTable) {
      self.history = history.suffix(order - 1)
      var hash = GramHash.start
      var each: [Float] = []
      for symbol in self.history.reversed() {
        hash = GramHash.step(hash, symbol)
        each.append(table.find(hash).map { GramTable.logarithm(backoff: $0.backoff) } ?? 0)
      }
      // weights[k]: the history is longer than the k symbols that were found with the next one.
      weights = [Float](repeating: 0, count: each.count + 1)
      for length in stride(from: each.count, to: 0, by: -1) {
        weights[length - 1] = weights[length] + each[length - 1]
      }
    }

    /// The logarithm of the probability of a symbol; nil for one that the model does not have.
    func score(_ symbol: UInt16, _ table: GramTable) -> Float? {
      var hash = GramHash.step(GramHash.start, symbol)
      guard var found = table.find(hash), found.probability != GramTable.missing else { return nil }
      var length = 0
      while length < history.count {
        hash = GramHash.step(hash, history[history.count - 1 - length])
        guard let longer = table.find(hash), longer.probability != GramTable.missing else { break }
        found = longer
        length += 1
      }
      return GramTable.logarithm(probability: found.probability) + weights[length]
    }
  }
}

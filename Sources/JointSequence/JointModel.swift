import UTF8Text

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

  /// The longest n-gram.
  public let order: Int
  private let graphones: [Graphone]
  /// For each letter the numbers of its graphones.
  private let choices: [UInt32: [UInt16]]
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
    self.choices = choices
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
  public func outputs(of input: [UInt32], limit: Int, width: Int = 24) -> [Answer] {
    var beam = [Hypothesis(history: [JointModelBuilder.border])]
    var trail: [Step] = []
    for letter in input {
      guard let numbers = choices[letter] else { return [] }
      var next: [Hypothesis] = []
      next.reserveCapacity(beam.count * numbers.count)
      for (index, hypothesis) in beam.enumerated() {
        let context = Context(hypothesis.history, order: order, table: table)
        for number in numbers {
          guard let score = context.score(number, table) else { continue }
          next.append(
            Hypothesis(parent: index, symbol: number, score: hypothesis.score + score))
        }
      }
      beam = advance(next, from: beam, width: width, &trail)
      if beam.isEmpty { return [] }
    }
    return finish(beam, trail, limit: limit)
  }

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
    var kept = next
    if kept.count > width {
      kept.sort { ($1.score, $0.parent, $0.symbol) < ($0.score, $1.parent, $1.symbol) }
      kept.removeLast(kept.count - width)
    }
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
      // One output may be cut in several ways; the best one stands for all.
      best[output] = max(best[output] ?? -.infinity, score)
    }
    let sorted = best.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }
    return sorted.prefix(limit).map { Answer(output: $0.key, score: $0.value) }
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
        each.append(table.find(hash).map { GramTable.logarithm($0.backoff) } ?? 0)
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
      return GramTable.logarithm(found.probability) + weights[length]
    }
  }
}

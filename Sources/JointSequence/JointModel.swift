import UTF8Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What words become, letter by letter, learned from pairs: an n-gram model of graphones, and beside it,
/// where it was learned, a network that sees the letters on both sides.
///
/// An output's score is the logarithm of its probability by the n-grams plus a share of the one by the
/// network.
///
/// Source: M. Bisani and H. Ney, "Joint-sequence models for grapheme-to-phoneme conversion", Speech
/// Communication 50 (2008).
public struct JointModel: Sendable {
  static let magic: [UInt8] = Array("WARRAQJ2".utf8)

  /// An output and how likely it is.
  public struct Answer: Sendable, Hashable {
    /// The output, code points.
    public let output: [UInt32]
    /// Natural logarithm of its joint probability with the input, plus the network's share.
    public let score: Float
  }

  /// The longest n-gram.
  public let order: Int
  let graphones: [Graphone]
  /// For each letter its graphones, the commonest first.
  private let choices: [UInt32: [Choice]]
  let table: GramTable
  private let network: NetworkReader?

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
    guard table.end < buffer.count else {
      network = nil
      return
    }
    guard let share = LEB128.read(buffer, at: table.end), share.value <= 1000,
      let network = WindowNetwork(bytes, at: share.next, graphoneCount: graphones.count - 1)
    else { return nil }
    self.network = NetworkReader(network, share: Float(share.value) / 100)
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
    var decoder = BeamDecoder(self, width: width)
    let numbers = network?.numbers(of: input)
    var scratch = NetworkReader.Scratch()
    for (place, letter) in input.enumerated() {
      guard let choices = choices[letter] else { return [] }
      guard let network, let numbers else {
        decoder.advance(by: choices)
        continue
      }
      network.weigh(choices, of: numbers, at: place, into: &scratch)
      decoder.advance(by: scratch.choices)
    }
    return decoder.answers(limit: limit)
  }

  /// A graphone and the logarithm of its probability without a history.
  struct Choice: Sendable {
    let symbol: UInt16
    let score: Float
    /// What the network adds.
    var bonus: Float = 0
    /// The score without a history.
    var best: Float { score + bonus }
    /// The hash of the n-gram that is the symbol alone.
    let hash: UInt64

    init(symbol: UInt16, score: Float) {
      self.symbol = symbol
      self.score = score
      hash = GramHash.step(GramHash.start, symbol)
    }
  }
}

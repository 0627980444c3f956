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
  static let magic: [UInt8] = Array("WARRAQJ3".utf8)

  /// An output and how likely it is.
  public struct Answer: Sendable, Hashable {
    /// The output, code points; a part of an array that the answers of one input share.
    public let output: ArraySlice<UInt32>
    /// Natural logarithm of its joint probability with the input, plus the network's share.
    public let score: Float
  }

  /// The longest n-gram.
  public let order: Int
  /// What the graphones become, one behind the other, and where each one's begins; the border becomes nothing.
  private let outputs: [UInt32]
  private let outputStarts: [Int]
  /// For each letter its graphones, the commonest first.
  private let choices: [UInt32: [Choice]]
  /// A word's end.
  let border: Choice
  let table: GramTable
  private let network: NetworkReader?

  /// Opens a model; nil for bytes that are none.
  public init?(_ bytes: StaticBytes) {
    let buffer = bytes.buffer
    guard buffer.count > 16, buffer.prefix(8).elementsEqual(Self.magic),
      let order = LEB128.read(buffer, at: 8), (2...8).contains(order.value),
      let count = LEB128.read(buffer, at: order.next), count.value < 65_536
    else { return nil }
    var offset = count.next
    var outputs: [UInt32] = []
    var outputStarts = [0, 0]
    var choices: [UInt32: [UInt16]] = [:]
    for number in 0..<count.value {
      guard let letter = LEB128.read(buffer, at: offset),
        let length = LEB128.read(buffer, at: letter.next), length.value <= 64
      else { return nil }
      offset = length.next
      for _ in 0..<length.value {
        guard let scalar = LEB128.read(buffer, at: offset) else { return nil }
        outputs.append(UInt32(truncatingIfNeeded: scalar.value))
        offset = scalar.next
      }
      let code = UInt32(truncatingIfNeeded: letter.value)
      outputStarts.append(outputs.count)
      choices[code, default: []].append(UInt16(number + 1))
    }
    guard let table = GramTable(bytes, at: offset) else { return nil }
    self.order = order.value
    self.outputs = outputs
    self.outputStarts = outputStarts
    // A model of no words has none.
    border =
      Choice(JointModelBuilder.border, in: table)
      ?? Choice(symbol: JointModelBuilder.border, score: -20)
    self.choices = choices.mapValues { numbers in
      numbers.compactMap { Choice($0, in: table) }
        .sorted { ($1.score, $0.symbol) < ($0.score, $1.symbol) }
    }
    self.table = table
    guard table.end < buffer.count else {
      network = nil
      return
    }
    guard let share = LEB128.read(buffer, at: table.end), share.value <= 1000,
      let network = WindowNetwork(bytes, at: share.next, graphoneCount: count.value)
    else { return nil }
    self.network = NetworkReader(network, share: Float(share.value) / 100)
  }

  /// Whether the model has seen a letter.
  public func knows(_ letter: UInt32) -> Bool { choices[letter] != nil }

  /// Memory that is used again for each word.
  public struct Scratch: Sendable {
    fileprivate var decoder = BeamDecoder()
    fileprivate var network = NetworkReader.Scratch()
    fileprivate var numbers: [Int] = []

    /// Memory for the first word.
    public init() {}
  }

  /// The likeliest outputs of a word, the best first; none when a letter is unknown.
  ///
  /// - Parameters:
  ///   - input: The word's letters, code points. The time grows with their number alone.
  ///   - limit: Most outputs to give.
  ///   - width: Partial outputs that are kept at each letter.
  ///   - reach: How far behind the best one a partial output may lie, as a natural logarithm.
  public func outputs(
    of input: [UInt32], limit: Int, width: Int = 16, reach: Float = 7
  ) -> [Answer] {
    var scratch = Scratch()
    return outputs(of: input, limit: limit, width: width, reach: reach, scratch: &scratch)
  }

  /// The same for one of many words, with memory that is used again.
  public func outputs(
    of input: [UInt32], limit: Int, width: Int = 16, reach: Float = 7, scratch: inout Scratch
  ) -> [Answer] {
    scratch.decoder.begin(self, width: width, reach: reach)
    let isKnown = network?.number(input, into: &scratch.numbers) ?? false
    for (place, letter) in input.enumerated() {
      guard let choices = choices[letter] else { return [] }
      guard let network, isKnown else {
        scratch.decoder.advance(by: choices, in: self)
        continue
      }
      network.weigh(choices, of: scratch.numbers, at: place, into: &scratch.network)
      scratch.decoder.advance(by: scratch.network.choices, in: self)
    }
    return scratch.decoder.answers(limit: limit, in: self)
  }

  /// Appends what a graphone becomes, the last code point first.
  @inline(__always)
  func appendReversed(_ symbol: UInt16, to output: inout [UInt32]) {
    var place = outputStarts[Int(symbol) + 1]
    let start = outputStarts[Int(symbol)]
    while place > start {
      place -= 1
      output.append(outputs[place])
    }
  }

  /// A graphone and the logarithm of its probability without a history.
  struct Choice: Sendable {
    let symbol: UInt16
    let score: Float
    /// The stored weight of the context that is the symbol alone.
    let backoff: UInt8
    /// What the network adds.
    var bonus: Float = 0
    /// The score without a history.
    var best: Float { score + bonus }
    /// The hash of the n-gram that is the symbol alone.
    let hash: UInt64

    /// A graphone's; nil when the table does not have it.
    init?(_ symbol: UInt16, in table: GramTable) {
      let hash = GramHash.step(GramHash.start, symbol)
      guard let found = table.find(hash), found.probability != GramTable.missing else { return nil }
      self.init(
        symbol: symbol, score: GramTable.logarithm(probability: found.probability),
        backoff: found.backoff)
    }

    init(symbol: UInt16, score: Float, backoff: UInt8 = 0) {
      self.symbol = symbol
      self.score = score
      self.backoff = backoff
      hash = GramHash.step(GramHash.start, symbol)
    }
  }
}

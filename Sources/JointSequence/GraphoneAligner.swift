#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Learns, by expectation maximization over all ways to cut the outputs, what each letter becomes, and
/// cuts outputs in the likeliest way.
public struct GraphoneAligner {
  /// A word, what it becomes, and how often.
  public struct Pair: Sendable {
    /// The word's letters, code points.
    public let input: [UInt32]
    /// What it becomes, code points.
    public let output: [UInt32]
    /// Weight, above 0.
    public let weight: Double

    /// Gathers a pair.
    public init(input: [UInt32], output: [UInt32], weight: Double) {
      self.input = input
      self.output = output
      self.weight = weight
    }
  }

  /// The longest output of one letter, in code points.
  private let longest: Int
  private var probabilities: [Graphone: Double] = [:]
  private static let floor = 1e-9

  /// Learns from pairs.
  ///
  /// - Parameters:
  ///   - prior: Tells pairs of letter and output that are likely before anything is seen; 1 is plain.
  ///   - iterations: Passes over the pairs.
  public init(
    _ pairs: [Pair], longest: Int = 5, iterations: Int = 6,
    prior: (UInt32, ArraySlice<UInt32>) -> Double = { _, _ in 1 }
  ) {
    self.longest = longest
    for iteration in 0..<iterations {
      var counts: [Graphone: Double] = [:]
      var order: [Graphone] = []
      for pair in pairs {
        let lattice = Lattice(pair, longest: longest) { letter, output in
          if iteration == 0 { return prior(letter, output) / Double(1 + output.count) }
          return probabilities[Graphone(letter: letter, output: Array(output))] ?? Self.floor
        }
        lattice.forEachPosterior { graphone, posterior in
          if let old = counts[graphone] {
            counts[graphone] = old + posterior * pair.weight
          } else {
            counts[graphone] = posterior * pair.weight
            order.append(graphone)
          }
        }
      }
      var totals: [UInt32: Double] = [:]
      // Sums in the order of the data, so that they come out the same in every run.
      for graphone in order { totals[graphone.letter, default: 0] += counts[graphone] ?? 0 }
      probabilities = counts.reduce(into: [:]) { result, entry in
        let share = entry.value / (totals[entry.key.letter] ?? 1)
        if share > 1e-7 { result[entry.key] = share }
      }
    }
  }

  /// The likeliest graphones of a pair; nil when the output cannot be cut over the letters.
  public func align(_ input: [UInt32], _ output: [UInt32]) -> [Graphone]? {
    Lattice(Pair(input: input, output: output, weight: 1), longest: longest) { letter, chunk in
      probabilities[Graphone(letter: letter, output: Array(chunk))] ?? Self.floor
    }.best()
  }

  /// All ways to cut one output over the letters of its input.
  private struct Lattice {
    let pair: Pair
    let longest: Int
    /// For each letter, each start in the output and each length, the graphone's probability.
    private var weights: [Double] = []

    init(
      _ pair: Pair, longest: Int, probability: (UInt32, ArraySlice<UInt32>) -> Double
    ) {
      self.pair = pair
      self.longest = longest
      let (letters, length) = (pair.input.count, pair.output.count)
      weights = [Double](repeating: 0, count: letters * (length + 1) * (longest + 1))
      for letter in 0..<letters {
        for start in 0...length {
          // Letters behind this one must be able to take the rest, and those before the start.
          guard start <= letter * longest else { break }
          for count in 0...min(longest, length - start)
          where length - start - count <= (letters - letter - 1) * longest {
            weights[index(letter, start, count)] = probability(
              pair.input[letter], pair.output[start..<start + count])
          }
        }
      }
    }

    private func index(_ letter: Int, _ start: Int, _ count: Int) -> Int {
      (letter * (pair.output.count + 1) + start) * (longest + 1) + count
    }

    func forEachPosterior(_ body: (Graphone, Double) -> Void) {
      let (letters, length) = (pair.input.count, pair.output.count)
      let width = length + 1
      var forward = [Double](repeating: 0, count: (letters + 1) * width)
      var backward = forward
      forward[0] = 1
      for letter in 0..<letters {
        for start in 0...length where forward[letter * width + start] > 0 {
          for count in 0...min(longest, length - start) {
            forward[(letter + 1) * width + start + count] +=
              forward[letter * width + start] * weights[index(letter, start, count)]
          }
        }
      }
      let total = forward[letters * width + length]
      guard total > 0 else { return }
      backward[letters * width + length] = 1
      for letter in (0..<letters).reversed() {
        for start in 0...length {
          var sum = 0.0
          for count in 0...min(longest, length - start) {
            sum +=
              backward[(letter + 1) * width + start + count] * weights[index(letter, start, count)]
          }
          backward[letter * width + start] = sum
        }
      }
      for letter in 0..<letters {
        for start in 0...length {
          let before = forward[letter * width + start]
          if before == 0 { continue }
          for count in 0...min(longest, length - start) {
            let weight = weights[index(letter, start, count)]
            let posterior =
              before * weight * backward[(letter + 1) * width + start + count] / total
            if posterior > 1e-4 {
              body(
                Graphone(
                  letter: pair.input[letter], output: Array(pair.output[start..<start + count])),
                posterior)
            }
          }
        }
      }
    }

    func best() -> [Graphone]? {
      let (letters, length) = (pair.input.count, pair.output.count)
      let width = length + 1
      var scores = [Double](repeating: -.infinity, count: (letters + 1) * width)
      var counts = [Int](repeating: 0, count: (letters + 1) * width)
      scores[0] = 0
      for letter in 0..<letters {
        for start in 0...length where scores[letter * width + start] > -.infinity {
          for count in 0...min(longest, length - start) {
            let weight = weights[index(letter, start, count)]
            guard weight > 0 else { continue }
            let score = scores[letter * width + start] + log(weight)
            let place = (letter + 1) * width + start + count
            if score > scores[place] {
              scores[place] = score
              counts[place] = count
            }
          }
        }
      }
      guard scores[letters * width + length] > -.infinity else { return nil }
      var graphones: [Graphone] = []
      var end = length
      for letter in (0..<letters).reversed() {
        let count = counts[(letter + 1) * width + end]
        graphones.append(
          Graphone(letter: pair.input[letter], output: Array(pair.output[end - count..<end])))
        end -= count
      }
      return graphones.reversed()
    }
  }
}

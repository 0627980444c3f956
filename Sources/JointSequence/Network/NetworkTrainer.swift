#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Learns a window network from words cut into graphones. The same words in the same order give the same
/// network: the random numbers come from a fixed seed.
///
/// Sources: D. Kingma and J. Ba, "Adam: a method for stochastic optimization" (2015), with the decay of
/// I. Loshchilov and F. Hutter, "Decoupled weight decay regularization" (2019); N. Srivastava et al.,
/// "Dropout" (2014).
struct NetworkTrainer {
  private typealias Lane = WindowNetwork.Lane

  /// A word as the network sees it.
  private struct Example {
    /// The numbers of its letters.
    let letters: [Int]
    /// The graphone of each letter.
    let graphones: [Int]
    let weight: Float
  }

  private let settings: NetworkSettings
  private var examples: [Example] = []
  /// For each letter's number its graphones.
  private var choices: [[Int]]
  private var network: WindowNetwork
  private var random = TrainingRandom()

  /// A trainer.
  ///
  /// - Parameters:
  ///   - graphones: All graphones.
  ///   - words: Words as numbers of graphones, with weights.
  init(
    graphones: [Graphone], words: [(graphones: [Int], weight: Double)], settings: NetworkSettings
  ) {
    self.settings = settings
    var letters: [UInt32] = []
    var numbers: [UInt32: Int] = [:]
    choices = [[]]
    for (number, graphone) in graphones.enumerated() {
      if let letter = numbers[graphone.letter] {
        choices[letter].append(number)
      } else {
        letters.append(graphone.letter)
        numbers[graphone.letter] = letters.count
        choices.append([number])
      }
    }
    network = WindowNetwork(letters: letters, graphoneCount: graphones.count)
    for word in words where !word.graphones.isEmpty {
      examples.append(
        Example(
          letters: word.graphones.compactMap { numbers[graphones[$0].letter] },
          graphones: word.graphones, weight: Float(word.weight)))
    }
  }

  /// Learns.
  consuming func train() -> WindowNetwork {
    let spread = 0.6 / Float(WindowNetwork.width).squareRoot()
    for index in network.input.indices { network.input[index] = random.lane(spread) }
    for index in network.output.indices { network.output[index] = random.lane(0.05) }
    let batch = min(max(settings.batch, 1), max(examples.count, 1))
    let passes = max(settings.passes, 0)
    let steps = Float(passes) * Float(examples.count) / Float(batch)
    var updates = NetworkUpdates(network)
    var order = Array(examples.indices)
    var step: Float = 0
    for _ in 0..<passes {
      order.shuffle(using: &random)
      for start in stride(from: 0, to: order.count, by: batch) {
        var total: Float = 0
        for index in order[start..<min(start + batch, order.count)] {
          learn(examples[index], &updates)
          total += examples[index].weight * Float(examples[index].letters.count)
        }
        step += 1
        updates.apply(
          to: &network, scale: 1 / max(total, 1), rate: rate(step, of: steps),
          decay: settings.decay)
      }
    }
    return network
  }

  /// The step's size: it grows over the first tenth, then falls to nothing.
  private func rate(_ step: Float, of steps: Float) -> Float {
    let done = min(step / max(steps, 1), 1)
    return settings.rate * min(done * 10, (1 - done) / 0.9 + 1e-4)
  }

  /// Adds what a word says to the gradient.
  private mutating func learn(_ example: Example, _ updates: inout NetworkUpdates) {
    var rows = [Int](repeating: 0, count: WindowNetwork.width)
    var hidden = [Lane](repeating: .zero, count: WindowNetwork.lanes)
    var back = hidden
    var shares: [Float] = []
    let dropped = min(max(settings.dropout, 0), 15)
    let kept = 16 / Float(16 - dropped)
    for (place, graphone) in example.graphones.enumerated() {
      network.findRows(of: example.letters, around: place, into: &rows)
      network.activate(rows, into: &hidden)
      for lane in hidden.indices { hidden[lane] *= random.mask(dropping: dropped) }
      let choices = choices[example.letters[place]]
      shares.removeAll(keepingCapacity: true)
      for choice in choices { shares.append(network.weigh(choice, by: hidden)) }
      let highest = shares.max() ?? 0
      var sum: Float = 0
      for index in shares.indices {
        shares[index] = exp(shares[index] - highest)
        sum += shares[index]
      }
      for lane in back.indices { back[lane] = .zero }
      for (index, choice) in choices.enumerated() {
        let slope = example.weight * (shares[index] / sum - (choice == graphone ? 1 : 0))
        updates.outputBias[choice] += slope
        let row = choice * WindowNetwork.lanes
        for lane in 0..<WindowNetwork.lanes {
          updates.output[row + lane] += hidden[lane] * slope
          back[lane] += network.output[row + lane] * slope
        }
      }
      for lane in 0..<WindowNetwork.lanes {
        // A unit that was silent, or left out, learns nothing.
        let slope = (back[lane] * kept).replacing(with: 0, where: hidden[lane] .<= 0)
        updates.bias[lane] += slope
        for row in rows { updates.input[row + lane] += slope }
      }
    }
  }
}

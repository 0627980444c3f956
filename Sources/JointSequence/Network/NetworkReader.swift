import JointSequenceKernel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A network ready for use: what stands outside a word is added up beforehand, and so are the biases.
struct NetworkReader: Sendable {
  typealias Lane = WindowNetwork.Lane

  private let network: WindowNetwork
  /// The power of the network's probabilities.
  private let share: Float
  /// What the hidden units get from so many places before a word, biases included, and behind one.
  private let before: [Lane]
  private let behind: [Lane]

  /// Graphones that the network thinks so much rarer than the likeliest, as a logarithm times the share,
  /// are not looked at.
  private static let reach: Float = 2.5

  /// Reads with a network whose probabilities are raised to the power `share`.
  init(_ network: WindowNetwork, share: Float) {
    self.network = network
    self.share = share
    var before = network.bias
    var behind = [Lane](repeating: .zero, count: WindowNetwork.lanes)
    for place in 0..<WindowNetwork.reach {
      for (lane, old) in before.suffix(WindowNetwork.lanes).enumerated() {
        before.append(old + network.input[network.row(0, at: place) + lane])
      }
      let last = WindowNetwork.width - 1 - place
      for (lane, old) in behind.suffix(WindowNetwork.lanes).enumerated() {
        behind.append(old + network.input[network.row(0, at: last) + lane])
      }
    }
    self.before = before
    self.behind = behind
  }

  /// Fills an array with the letters' numbers; false when one is unknown.
  func number(_ word: [UInt32], into numbers: inout [Int]) -> Bool {
    network.number(word, into: &numbers)
  }

  /// Memory that is used again for each letter.
  struct Scratch: Sendable {
    /// The graphones that are worth a look, those that look best without a history first.
    fileprivate(set) var choices: [JointModel.Choice] = []
    fileprivate var hidden = [Lane](repeating: .zero, count: WindowNetwork.lanes)
    fileprivate var weights: [Float] = []
    /// Rows of the second layer, by their numbers, and of the first, by where they begin.
    fileprivate var rows: [UInt16] = []
    fileprivate var places: [Int] = []
  }

  /// Weighs the graphones of a letter.
  ///
  /// - Parameters:
  ///   - candidates: The letter's graphones.
  ///   - word: The word's letters as numbers.
  ///   - place: The letter's index.
  ///   - scratch: Given the graphones that are worth a look.
  func weigh(
    _ candidates: [JointModel.Choice], of word: [Int], at place: Int, into scratch: inout Scratch
  ) {
    activate(word, at: place, &scratch)
    scratch.rows.removeAll(keepingCapacity: true)
    scratch.weights.removeAll(keepingCapacity: true)
    for candidate in candidates {
      scratch.rows.append(candidate.symbol - 1)
      scratch.weights.append(0)
    }
    network.output.withUnsafeBytes { table in
      scratch.hidden.withUnsafeBytes { hidden in
        network_weigh(
          table.baseAddress?.assumingMemoryBound(to: Float.self), network.outputBias, scratch.rows,
          scratch.rows.count, hidden.baseAddress?.assumingMemoryBound(to: Float.self),
          &scratch.weights)
      }
    }
    let highest = scratch.weights.max() ?? 0
    var sum: Float = 0
    for weight in scratch.weights { sum += exp(weight - highest) }
    let total = highest + log(sum)
    let least = (highest - total) * share - Self.reach
    scratch.choices.removeAll(keepingCapacity: true)
    for (index, candidate) in candidates.enumerated() {
      let bonus = (scratch.weights[index] - total) * share
      guard bonus >= least else { continue }
      var choice = candidate
      choice.bonus = bonus
      // So few stay that moving them is cheap.
      var spot = scratch.choices.count
      while spot > 0, scratch.choices[spot - 1].best < choice.best { spot -= 1 }
      scratch.choices.insert(choice, at: spot)
    }
  }

  /// The hidden units of a letter's window.
  private func activate(_ word: [Int], at place: Int, _ scratch: inout Scratch) {
    let first = max(place - WindowNetwork.reach, 0)
    let last = min(place + WindowNetwork.reach, word.count - 1)
    scratch.places.removeAll(keepingCapacity: true)
    for index in first...last {
      let row = network.row(word[index], at: index - place + WindowNetwork.reach)
      scratch.places.append(row * Lane.scalarCount)
    }
    let left = (WindowNetwork.reach - (place - first)) * WindowNetwork.units
    let right = (WindowNetwork.reach - (last - place)) * WindowNetwork.units
    network.input.withUnsafeBytes { table in
      before.withUnsafeBytes { before in
        behind.withUnsafeBytes { behind in
          scratch.hidden.withUnsafeMutableBytes { hidden in
            guard let before = before.baseAddress?.assumingMemoryBound(to: Float.self),
              let behind = behind.baseAddress?.assumingMemoryBound(to: Float.self)
            else { return }
            network_activate(
              table.baseAddress?.assumingMemoryBound(to: Float.self), scratch.places,
              scratch.places.count, before + left, behind + right,
              hidden.baseAddress?.assumingMemoryBound(to: Float.self))
          }
        }
      }
    }
  }
}

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

  /// The letters' numbers; nil when one is unknown.
  func numbers(of word: [UInt32]) -> [Int]? { network.numbers(of: word) }

  /// Memory that is used again for each letter.
  struct Scratch {
    /// The graphones that are worth a look, those that look best without a history first.
    fileprivate(set) var choices: [JointModel.Choice] = []
    fileprivate var hidden = [Lane](repeating: .zero, count: WindowNetwork.lanes)
    fileprivate var weights: [Float] = []
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
    activate(word, at: place, into: &scratch.hidden)
    scratch.weights.removeAll(keepingCapacity: true)
    var highest = -Float.infinity
    for candidate in candidates {
      let weight = network.weigh(Int(candidate.symbol) - 1, by: scratch.hidden)
      highest = max(highest, weight)
      scratch.weights.append(weight)
    }
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
  private func activate(_ word: [Int], at place: Int, into hidden: inout [Lane]) {
    let first = max(place - WindowNetwork.reach, 0)
    let last = min(place + WindowNetwork.reach, word.count - 1)
    let left = (WindowNetwork.reach - (place - first)) * WindowNetwork.lanes
    let right = (WindowNetwork.reach - (last - place)) * WindowNetwork.lanes
    for lane in 0..<WindowNetwork.lanes {
      hidden[lane] = before[left + lane] + behind[right + lane]
    }
    for index in first...last {
      let row = network.row(word[index], at: index - place + WindowNetwork.reach)
      for lane in 0..<WindowNetwork.lanes { hidden[lane] += network.input[row + lane] }
    }
    for lane in 0..<WindowNetwork.lanes {
      hidden[lane] = hidden[lane].replacing(with: 0, where: hidden[lane] .< 0)
    }
  }
}

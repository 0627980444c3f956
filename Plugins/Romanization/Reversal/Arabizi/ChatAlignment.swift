/// How well a word of chat fits a reading: its letters in a few arrays of numbers, since it is held against many readings.
struct ChatAlignment {
  /// One thing that letters may stand for.
  private struct Step {
    /// How many sounds.
    let count: Int
    let first: UInt8
    let second: UInt8
    let cost: Float
  }

  /// No fit at all.
  private static let none: Float = 100

  private let steps: [Step]
  /// For the letters in each place, and behind the last, where their steps begin.
  private let starts: [Int]
  /// What it costs that the letters in each place stand for nothing.
  private let unsaid: [Float]

  init(_ word: [ChatLetters]) {
    var steps: [Step] = []
    var starts: [Int] = []
    for letters in word {
      starts.append(steps.count)
      for meaning in letters.meanings {
        steps.append(
          Step(
            count: meaning.sounds.count, first: meaning.sounds.first?.number ?? 0,
            second: meaning.sounds.last?.number ?? 0, cost: meaning.cost))
      }
    }
    self.steps = steps
    self.starts = starts + [steps.count]
    unsaid = word.indices.map { index in
      if word[index].isVowel { return 0.9 }
      let isTwice =
        index > 0
        && word[index - 1].meanings.first?.sounds == word[index].meanings.first?.sounds
      return isTwice ? 0.05 : 4
    }
  }

  /// The least cost of taking the letters for sounds, one behind the other; the higher the worse.
  ///
  /// - Parameter reading: The sounds by their numbers.
  func cost(_ reading: UnsafeBufferPointer<UInt8>) -> Float {
    let width = reading.count + 1
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: (unsaid.count + 1) * width) {
      costs in
      costs.initialize(repeating: Self.none)
      costs[0] = 0
      for row in 0...unsaid.count {
        for column in 0...reading.count {
          let cost = costs[row * width + column]
          if cost >= Self.none { continue }
          if column < reading.count {
            let next = row * width + column + 1
            costs[next] = min(costs[next], cost + Self.unwritten(reading, column))
          }
          guard row < unsaid.count else { continue }
          let below = (row + 1) * width + column
          costs[below] = min(costs[below], cost + unsaid[row])
          for index in starts[row]..<starts[row + 1] {
            let step = steps[index]
            guard column + step.count <= reading.count,
              step.count < 1 || reading[column] == step.first,
              step.count < 2 || reading[column + 1] == step.second
            else { continue }
            costs[below + step.count] = min(costs[below + step.count], cost + step.cost)
          }
        }
      }
      return costs[costs.count - 1]
    }
  }

  /// What it costs that a sound is not written.
  private static func unwritten(_ reading: UnsafeBufferPointer<UInt8>, _ index: Int) -> Float {
    let sound = SpokenSound(number: reading[index])
    let isLast = index + 1 == reading.count
    if sound.isShortVowel { return isLast ? 0.1 : index == 0 ? 0.8 : 0.25 }
    if sound.isVowel { return 1.2 }
    if sound == .hamza { return isLast ? 0.2 : 0.4 }
    if sound == .ayn { return 0.9 }
    if sound.isGlide { return 0.5 }
    if index > 0, reading[index - 1] == reading[index] { return 0.05 }
    if sound == .h, isLast, index > 0, reading[index - 1] == SpokenSound.shortA.number {
      return 0.05
    }
    return 4
  }
}

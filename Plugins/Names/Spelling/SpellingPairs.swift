import JointSequence
import Warraq

/// Words of names in both scripts, counted.
struct SpellingPairs {
  private var counts: [[UInt32]: [[UInt32]: Int]] = [:]
  private var order: [[UInt32]] = []

  /// True when nothing was added.
  var isEmpty: Bool { order.isEmpty }

  /// Adds an Arabic word and its spelling; what cannot be a pair is passed over.
  mutating func add(arabic: String, latin: String, count: Int) {
    let input = SpellingModel.letters(of: arabic)
    let output = latin.lowercased().unicodeScalars.map(\.value)
    guard !input.isEmpty, input.count <= 16, !output.isEmpty, output.count <= input.count * 3 + 2,
      input.allSatisfy({ ScalarClass.isArabicLetter($0) })
    else { return }
    add(input, output, count)
  }

  private mutating func add(_ input: [UInt32], _ output: [UInt32], _ count: Int) {
    if counts[input] == nil { order.append(input) }
    counts[input, default: [:]][output, default: 0] += count
  }

  /// These pairs and others.
  func joined(_ other: SpellingPairs) -> SpellingPairs {
    var joined = self
    for input in other.order {
      for (output, count) in other.sorted(input) { joined.add(input, output, count) }
    }
    return joined
  }

  /// The pairs the other way, the Latin as ASCII keys.
  func reversed() -> SpellingPairs {
    var reversed = SpellingPairs()
    for input in order {
      for (output, count) in sorted(input) {
        let latin = String(String.UnicodeScalarView(output.compactMap(Unicode.Scalar.init)))
        let letters = LatinKey.make(latin).unicodeScalars.map(\.value)
        if !letters.isEmpty, letters.count <= 20 { reversed.add(letters, input, count) }
      }
    }
    return reversed
  }

  /// The outputs of a word, the commonest first.
  private func sorted(_ input: [UInt32]) -> [(key: [UInt32], value: Int)] {
    (counts[input] ?? [:]).sorted { left, right in
      left.value != right.value
        ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }
  }

  /// The bytes of a joint-sequence model.
  func train(_ settings: SpellingTrainer.Settings) -> [UInt8] {
    var pairs: [GraphoneAligner.Pair] = []
    for input in order {
      let outputs = sorted(input)
      // Common words count for no more than rare ones, which are what the model is for.
      let most = Double(outputs.first?.value ?? 1)
      for (output, count) in outputs.prefix(4) where Double(count) > most * settings.leastShare {
        pairs.append(GraphoneAligner.Pair(input: input, output: output, weight: 1))
      }
    }
    let aligner = GraphoneAligner(pairs, longest: 5, iterations: settings.iterations)
    var aligned: [[Graphone]] = []
    var seen: [Graphone: Int] = [:]
    for pair in pairs {
      guard let graphones = aligner.align(pair.input, pair.output) else { continue }
      aligned.append(graphones)
      for graphone in graphones { seen[graphone, default: 0] += 1 }
    }
    var builder = JointModelBuilder(order: settings.order)
    // A letter that becomes what it hardly ever does stands in a pair that is none.
    for word in aligned where word.allSatisfy({ seen[$0] ?? 0 >= settings.fewestPairs }) {
      builder.add(word, weight: 1)
    }
    return builder.build(cutoffs: [], network: settings.network)
  }
}

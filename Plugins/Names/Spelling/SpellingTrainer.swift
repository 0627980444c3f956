import ArabicText
import JointSequence
import Warraq

/// Makes a spelling model out of lists of names. The same rows in the same order give the same bytes.
public struct SpellingTrainer {
  /// The numbers of the training.
  public struct Settings: Sendable {
    /// The longest n-gram.
    public var order = 7
    /// Pairs with a graphone that stands in fewer pairs than this are left out.
    public var fewestPairs = 8
    /// The least share of its word's count that a spelling must have.
    public var leastShare = 0.2
    /// Passes of the aligner.
    public var iterations = 6

    /// The numbers with which the built-in model was made.
    public init() {}
  }

  private let settings: Settings
  private var counts: [[UInt32]: [[UInt32]: Int]] = [:]
  private var order: [[UInt32]] = []

  /// A trainer.
  public init(settings: Settings = Settings()) { self.settings = settings }

  /// Adds the words of a person's name, where both scripts have as many.
  public mutating func addPerson(arabic: String, latin: String, count: Int) {
    let words = arabic.split(separator: " ")
    let parts = latin.split(separator: " ")
    guard words.count == parts.count else { return }
    for (word, part) in zip(words, parts) {
      addWord(arabic: String(word), latin: String(part), count: count)
    }
  }

  /// Adds a word of a name.
  public mutating func addWord(arabic: String, latin: String, count: Int) {
    let input = SpellingModel.letters(of: arabic)
    let output = latin.lowercased().unicodeScalars.map(\.value)
    guard !input.isEmpty, input.count <= 16, !output.isEmpty, output.count <= input.count * 3 + 2,
      input.allSatisfy({ ScalarClass.isArabicLetter($0) })
    else { return }
    if counts[input] == nil { order.append(input) }
    counts[input, default: [:]][output, default: 0] += count
  }

  /// The bytes of a model that goes the other way, from Latin letters to Arabic.
  public func trainReverse() -> [UInt8] {
    var reversed = SpellingTrainer(settings: settings)
    for input in order {
      let arabic = String(String.UnicodeScalarView(input.compactMap(Unicode.Scalar.init)))
      for (output, count) in (counts[input] ?? [:]).sorted(by: { left, right in
        left.key.lexicographicallyPrecedes(right.key)
      }) {
        let latin = String(String.UnicodeScalarView(output.compactMap(Unicode.Scalar.init)))
        let letters = LatinKey.make(latin).unicodeScalars.map(\.value)
        guard !letters.isEmpty, letters.count <= 20 else { continue }
        if reversed.counts[letters] == nil { reversed.order.append(letters) }
        let target = arabic.unicodeScalars.map(\.value)
        reversed.counts[letters, default: [:]][target, default: 0] += count
      }
    }
    return reversed.train()
  }

  /// The model's bytes.
  public func train() -> [UInt8] {
    var pairs: [GraphoneAligner.Pair] = []
    for input in order {
      let outputs = (counts[input] ?? [:]).sorted { left, right in
        left.value != right.value
          ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
      }
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
    return builder.build(cutoffs: [])
  }
}

import UTF8Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Counts n-grams of graphones and makes a model of them: interpolated Kneser–Ney smoothing with
/// three discounts an order.
///
/// Source: S. Chen and J. Goodman, "An empirical study of smoothing techniques for language modeling"
/// (1999), section 3.
public struct JointModelBuilder {
  private let order: Int
  private var numbers: [Graphone: UInt16] = [:]
  private var graphones: [Graphone] = []
  private var words: [(symbols: [UInt16], weight: Double)] = []
  /// Stands before and behind each word.
  static let border: UInt16 = 0

  /// A builder for n-grams up to `order` symbols, from 2 to 8.
  public init(order: Int) { self.order = min(max(order, 2), 8) }

  /// Adds a word's graphones with a weight above 0. Words that bring more than 65,000 kinds of graphones
  /// are passed over.
  public mutating func add(_ word: [Graphone], weight: Double) {
    var symbols = [Self.border]
    for graphone in word {
      if let known = numbers[graphone] {
        symbols.append(known)
      } else {
        guard graphones.count < 65_000 else { return }
        graphones.append(graphone)
        let number = UInt16(graphones.count)
        numbers[graphone] = number
        symbols.append(number)
      }
    }
    symbols.append(Self.border)
    words.append((symbols, weight))
  }

  /// One order's n-grams with their counts.
  private typealias Counts = [[UInt16]: Double]

  /// The model's bytes, as `JointModel` opens them.
  ///
  /// - Parameters:
  ///   - cutoffs: For each order from 1, the count below which n-grams are left out.
  ///   - network: How a network beside the n-grams is learned; nil for none.
  public func build(cutoffs: [Double], network: NetworkSettings? = nil) -> [UInt8] {
    let counts = countGrams()
    var entries = GramTable.Builder()
    var lower: Counts = [:]
    for size in 1...order {
      let cutoff = cutoffs.indices.contains(size - 1) ? cutoffs[size - 1] : 0
      let grams = counts[size - 1].sorted { $0.key.lexicographicallyPrecedes($1.key) }
      let kept = grams.filter { $0.value >= cutoff }
      let discounts = Discounts(kept.map(\.value))
      var sums: Counts = [:]
      var given: Counts = [:]
      for (gram, count) in grams { sums[Array(gram.dropLast()), default: 0] += count }
      for (gram, count) in kept {
        given[Array(gram.dropLast()), default: 0] += max(count - discounts.of(count), 0)
      }
      // What discount and cutoff take from a context goes to the next lower order.
      func left(_ context: [UInt16]) -> Double {
        guard let sum = sums[context], sum > 0 else { return 1 }
        return max(1 - (given[context] ?? 0) / sum, 1e-4)
      }
      var here: Counts = [:]
      for (gram, count) in kept {
        let context = Array(gram.dropLast())
        let below =
          size == 1
          ? 1 / Double(graphones.count + 1) : lower[Array(gram.dropFirst())] ?? 1e-7
        let share =
          max(count - discounts.of(count), 0) / (sums[context] ?? 1) + left(context) * below
        here[gram] = share
        entries.set(gram, probability: share)
      }
      // Behind a context of which no n-gram is kept, the next shorter one tells as much.
      for context in given.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        entries.set(context, backoff: left(context))
      }
      lower = here
    }
    var bytes = write(entries)
    if let network {
      let trainer = NetworkTrainer(
        graphones: graphones,
        words: words.map { ($0.symbols.dropFirst().dropLast().map { Int($0) - 1 }, $0.weight) },
        settings: network)
      LEB128.append(network.share, to: &bytes)
      trainer.train().append(to: &bytes)
    }
    return bytes
  }

  /// Counts of each order: weights for the highest and for n-grams at a word's start, else the number
  /// of symbols that stand before.
  private func countGrams() -> [Counts] {
    var counts = [Counts](repeating: [:], count: order)
    for (symbols, weight) in words {
      for end in 1..<symbols.count {
        for size in 1...order where end - size + 1 >= 0 {
          let gram = Array(symbols[(end - size + 1)...end])
          if size == order || gram[0] == Self.border {
            counts[size - 1][gram, default: 0] += weight
          }
        }
      }
    }
    for size in stride(from: order - 1, to: 0, by: -1) {
      for gram in counts[size].keys { counts[size - 1][Array(gram.dropFirst()), default: 0] += 1 }
    }
    return counts
  }

  /// What is taken from counts of about one, two, and three or more, so that unseen n-grams have a share.
  private struct Discounts {
    private var values = [0.5, 0.75, 1.0]

    init(_ counts: [Double]) {
      var kinds = [Double](repeating: 0, count: 5)
      for count in counts where count < 4.5 { kinds[max(Int(count.rounded()), 1)] += 1 }
      guard kinds[1] > 0, kinds[2] > 0 else { return }
      let base = kinds[1] / (kinds[1] + 2 * kinds[2])
      for size in 1...3 where kinds[size] > 0 {
        let value = Double(size) - Double(size + 1) * base * kinds[size + 1] / kinds[size]
        values[size - 1] = min(max(value, 0.1), Double(size) - 0.05)
      }
    }

    func of(_ count: Double) -> Double {
      let value = values[min(max(Int(count.rounded()), 1), 3) - 1]
      return min(value, count * 0.95)
    }
  }

  private func write(_ entries: GramTable.Builder) -> [UInt8] {
    var bytes = JointModel.magic
    LEB128.append(order, to: &bytes)
    LEB128.append(graphones.count, to: &bytes)
    for graphone in graphones {
      LEB128.append(Int(graphone.letter), to: &bytes)
      LEB128.append(graphone.output.count, to: &bytes)
      for scalar in graphone.output { LEB128.append(Int(scalar), to: &bytes) }
    }
    entries.write(to: &bytes)
    return bytes
  }
}

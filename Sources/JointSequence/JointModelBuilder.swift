import UTF8Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Counts n-grams of graphones and makes a model of them: interpolated Kneser–Ney smoothing with one
/// discount an order.
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

  /// A builder for n-grams up to `order` symbols.
  public init(order: Int) { self.order = min(max(order, 1), 8) }

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
  /// - Parameter cutoffs: For each order from 1, the count below which n-grams are left out.
  public func build(cutoffs: [Double]) -> [UInt8] {
    let counts = countGrams()
    var entries = GramTable.Builder()
    var lower: Counts = [:]
    for size in 1...order {
      let cutoff = cutoffs.indices.contains(size - 1) ? cutoffs[size - 1] : 0
      let grams = counts[size - 1].sorted { $0.key.lexicographicallyPrecedes($1.key) }
      let kept = grams.filter { $0.value >= cutoff }
      let discount = Self.discount(kept.map(\.value))
      var sums: Counts = [:]
      var given: Counts = [:]
      for (gram, count) in grams { sums[Array(gram.dropLast()), default: 0] += count }
      for (gram, count) in kept {
        given[Array(gram.dropLast()), default: 0] += max(count - discount, 0)
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
          max(count - discount, 0) / (sums[context] ?? 1) + left(context) * below
        here[gram] = share
        entries.set(gram, probability: share)
      }
      for context in sums.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        entries.set(context, backoff: left(context))
      }
      lower = here
    }
    return write(entries)
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

  /// The discount that leaves out the least: n1 / (n1 + 2 n2).
  private static func discount(_ counts: [Double]) -> Double {
    var ones = 0.0
    var twos = 0.0
    for count in counts {
      if count < 1.5 { ones += 1 } else if count < 2.5 { twos += 1 }
    }
    return ones == 0 ? 0.5 : min(max(ones / (ones + 2 * twos), 0.1), 0.95)
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

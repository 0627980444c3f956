import ArabicText
import NamesResources
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Makes an origin model out of names whose country is known. The same words give the same bytes in any
/// order.
public struct OriginTrainer {
  private static let passes = 6
  private static let rate: Float = 0.15
  /// Words of one origin that are learned from.
  private static let most = 5000

  /// The origins of each word, between its marks.
  private var words: [[UInt8]: Set<Int>] = [:]

  /// A trainer.
  public init() {}

  /// The origin of most names of each country; countries of several languages are left out.
  private static let countries: [String: Int] = {
    let resource = names_origin_countries()
    var countries: [String: Int] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count >= 2 {
      guard let origin = NameOrigin(rawValue: row[0]) else { continue }
      for country in row[1].split(separator: " ") {
        countries[String(country)] = NameOrigin.allCases.firstIndex(of: origin)
      }
    }
    return countries
  }()

  /// Adds the words of a place's or a person's name.
  ///
  /// - Parameter country: Its ISO 3166 code; names of countries that tell no origin are passed over.
  public mutating func add(_ latin: String, country: String) {
    guard let origin = Self.countries[country] else { return }
    OriginModel.forEachWord(of: latin) { words[Array($0), default: []].insert(origin) }
  }

  /// The model's bytes.
  public func train() -> [UInt8] {
    let examples = examples()
    var counts = [Float](repeating: 0, count: NameOrigin.allCases.count)
    for example in examples { counts[example.origin] += 1 }
    let mean = Float(examples.count) / Float(max(counts.count { $0 > 0 }, 1))
    var weights = [Float](repeating: 0, count: OriginModel.rowCount * OriginModel.rowSize)
    var shares = counts
    for pass in 0..<Self.passes {
      let rate = Self.rate * (1 - Float(pass) / Float(Self.passes))
      for example in Self.shuffled(examples, pass) {
        for index in shares.indices { shares[index] = 0 }
        for row in example.rows {
          for index in shares.indices { shares[index] += weights[row + index] }
        }
        let highest = shares.max() ?? 0
        var sum: Float = 0
        for index in shares.indices {
          shares[index] = exp(shares[index] - highest)
          sum += shares[index]
        }
        // Origins of few words count for more, and a long word for no more than a short one.
        let step =
          rate * (mean / counts[example.origin]).squareRoot()
          / Float(max(example.rows.count, 1)).squareRoot()
        for index in shares.indices {
          let slope = step * (shares[index] / sum - (index == example.origin ? 1 : 0))
          for row in example.rows { weights[row + index] -= slope }
        }
      }
    }
    return OriginModel.magic
      + weights.map { weight in
        UInt8(bitPattern: Int8(min(max((weight * OriginModel.steps).rounded(), -127), 127)))
      }
  }

  private struct Example {
    /// Where the rows of its runs begin.
    let rows: [Int]
    let origin: Int
    let hash: UInt64
  }

  private func examples() -> [Example] {
    var examples: [Example] = []
    for (word, origins) in words {
      var rows: [Int] = []
      word.withUnsafeBufferPointer { letters in
        // The shortest first: sums of numbers depend on their order.
        for wanted in 2...4 {
          OriginModel.forEachRun(ofMarked: letters) { row, length in
            if length == wanted { rows.append(row * OriginModel.rowSize) }
          }
        }
      }
      for origin in origins {
        let hash = word.dropFirst().dropLast().withUnsafeBufferPointer {
          StableHash.hash($0, seed: UInt64(origin))
        }
        examples.append(Example(rows: rows, origin: origin, hash: hash))
      }
    }
    var left = [Int](repeating: Self.most, count: NameOrigin.allCases.count)
    return Self.shuffled(examples, 0).filter { example in
      left[example.origin] -= 1
      return left[example.origin] >= 0
    }
  }

  /// An order that looks like chance, another for each pass, and is the same in every run.
  private static func shuffled(_ examples: [Example], _ pass: Int) -> [Example] {
    let salt = UInt64(pass + 1) &* 0x9E37_79B9_7F4A_7C15
    func key(_ example: Example) -> UInt64 { (example.hash ^ salt) &* 0xBF58_476D_1CE4_E5B9 }
    return examples.sorted { left, right in
      let (first, second) = (key(left), key(right))
      return first != second ? first < second : left.origin < right.origin
    }
  }
}

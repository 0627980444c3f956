import NamesResources
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells from the letters of a Latin spelling which language a name is at home in: a linear model of hashed
/// runs of two to four letters.
///
/// Source: K. Weinberger et al., "Feature hashing for large scale multitask learning" (2009).
public struct OriginModel: Sendable {
  /// The model that is built in; nil when the build has none.
  public static let shared: OriginModel? = {
    let resource = names_origins()
    return OriginModel(StaticBytes(resource.bytes, count: resource.count))
  }()

  static let magic: [UInt8] = Array("WARRAQO1".utf8)
  /// Rows of the table, one for each hash.
  static let rowCount = 4096
  /// Bytes of a row: a weight for each origin, and one that is not used.
  static let rowSize = 24
  /// What a stored weight is divided by.
  static let steps: Float = 16
  /// The runs of a word overlap, so all of them together are surer than they should be.
  private static let temper: Float = 0.7

  private let bytes: StaticBytes

  /// Opens the bytes of a trainer; nil for bytes that are none.
  public init?(_ bytes: StaticBytes) {
    guard bytes.buffer.starts(with: Self.magic),
      bytes.buffer.count == Self.magic.count + Self.rowCount * Self.rowSize
    else { return nil }
    self.bytes = bytes
  }

  /// How much a spelling speaks for each origin, as a multiple of what nothing would: 1 for all of them when
  /// its words are too short to tell.
  struct Shares: Sendable {
    private(set) var values = [Float](repeating: 1, count: NameOrigin.allCases.count)

    /// Both together.
    static func * (left: Shares, right: Shares) -> Shares {
      var product = left
      for index in product.values.indices { product.multiply(index, by: right.values[index]) }
      return product
    }

    /// However many words agree, their product stays a number.
    fileprivate mutating func multiply(_ index: Int, by value: Float) {
      values[index] = min(max(values[index] * value, 1e-12), 1e12)
    }

    /// The mean: above 1 when what was multiplied speaks for one origin.
    var mean: Float { values.reduce(0, +) / Float(values.count) }

    /// The likeliest origin when it is likelier than all others together.
    var origin: NameOrigin? {
      guard let highest = values.max(), highest * 2 > values.reduce(0, +),
        let index = values.firstIndex(of: highest)
      else { return nil }
      return NameOrigin.allCases[index]
    }
  }

  /// The shares of a spelling of one word or more. Linear in its length.
  func shares(of latin: String) -> Shares {
    var shares = Shares()
    for word in Self.words(of: latin) {
      var sums = Sums()
      Self.forEachRun(of: word) { sums.add(bytes.buffer, at: Self.magic.count + $0 * Self.rowSize) }
      let count = shares.values.count
      var highest = Int16.min
      for index in 0..<count { highest = max(highest, sums[index]) }
      let own = (0..<count).map { index in
        exp((Float(sums[index]) - Float(highest)) * (Self.temper / Self.steps))
      }
      let total = own.reduce(0, +)
      for index in 0..<count { shares.multiply(index, by: own[index] * Float(count) / total) }
    }
    return shares
  }

  /// The sums of rows. A word has fewer than a hundred runs, so they stay far from the end of 16 bits.
  private struct Sums {
    private var parts = (SIMD8<Int16>.zero, SIMD8<Int16>.zero, SIMD8<Int16>.zero)

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
      let raw = UnsafeRawBufferPointer(bytes)
      func load(_ offset: Int) -> SIMD8<Int16> {
        SIMD8(
          truncatingIfNeeded: raw.loadUnaligned(
            fromByteOffset: start + offset, as: SIMD8<Int8>.self))
      }
      parts.0 &+= load(0)
      parts.1 &+= load(8)
      parts.2 &+= load(16)
    }

    subscript(index: Int) -> Int16 {
      index < 8 ? parts.0[index] : index < 16 ? parts.1[index - 8] : parts.2[index - 16]
    }
  }

  /// The words of a spelling that are long enough to tell, in plain lower-case letters.
  static func words(of latin: String) -> [[UInt8]] {
    LatinParts.ascii(latin).utf8.split { $0 == 0x20 || $0 == UInt8(ascii: "-") }.compactMap {
      word in
      let letters = word.compactMap { byte -> UInt8? in
        let lower = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) ? lower : nil
      }
      return (3...32).contains(letters.count) ? letters : nil
    }
  }

  /// Calls `body` with the row of each run of two to four letters, the word's ends among them.
  static func forEachRun(of word: [UInt8], _ body: (Int) -> Void) {
    let marked = [UInt8(ascii: "^")] + word + [UInt8(ascii: "$")]
    marked.withUnsafeBufferPointer { letters in
      for length in 2...4 where length <= letters.count {
        for start in 0...letters.count - length {
          let run = UnsafeBufferPointer(rebasing: letters[start..<start + length])
          body(Int(StableHash.hash(run) % UInt64(rowCount)))
        }
      }
    }
  }
}

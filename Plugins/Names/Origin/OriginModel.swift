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
    private static let count = NameOrigin.allCases.count

    /// A number for each origin; what stands behind the last one is not looked at.
    private var lanes: (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>) = (
      SIMD8(repeating: 1), SIMD8(repeating: 1), SIMD8(repeating: 1)
    )

    /// Shares of a spelling that speaks for no origin.
    init() {}

    /// As multiples of the mean of numbers that are not negative.
    fileprivate init(_ first: SIMD8<Float>, _ second: SIMD8<Float>, _ third: SIMD8<Float>) {
      lanes = (first, second, third)
      let factor = 1 / mean
      lanes = (first * factor, second * factor, third * factor)
    }

    /// A number for each origin.
    var values: [Float] {
      (0..<Self.count).map { index in
        index < 8 ? lanes.0[index] : index < 16 ? lanes.1[index - 8] : lanes.2[index - 16]
      }
    }

    /// Both together.
    static func * (left: Shares, right: Shares) -> Shares {
      var product = left
      // However many words agree, their product stays a number.
      product.lanes.0 = (left.lanes.0 * right.lanes.0).clamped(from: 1e-12, to: 1e12)
      product.lanes.1 = (left.lanes.1 * right.lanes.1).clamped(from: 1e-12, to: 1e12)
      product.lanes.2 = (left.lanes.2 * right.lanes.2).clamped(from: 1e-12, to: 1e12)
      return product
    }

    private var sum: Float {
      var last = lanes.2
      for lane in Self.count - 16..<8 { last[lane] = 0 }
      return (lanes.0 + lanes.1 + last).sum()
    }

    /// The mean: above 1 when what was multiplied speaks for one origin.
    var mean: Float { sum / Float(Self.count) }

    /// The likeliest origin when it is likelier than all others together.
    var origin: NameOrigin? {
      let values = values
      guard let highest = values.max(), highest * 2 > sum,
        let index = values.firstIndex(of: highest)
      else { return nil }
      return NameOrigin.allCases[index]
    }
  }

  /// The shares of a spelling of one word or more. Linear in its length.
  func shares(of latin: String) -> Shares {
    var shares: Shares?
    Self.forEachWord(of: latin) { word in
      var sums = Sums()
      Self.forEachRun(ofMarked: word) { row, _ in
        sums.add(bytes.buffer, at: Self.magic.count + row * Self.rowSize)
      }
      let own = sums.shares(scale: Self.temper / Self.steps)
      shares = shares.map { $0 * own } ?? own
    }
    return shares ?? Shares()
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

    /// What the sums, times `scale`, are the logarithms of, as shares of their mean.
    func shares(scale: Float) -> Shares {
      var last = parts.2
      for lane in NameOrigin.allCases.count - 16..<8 { last[lane] = .min }
      let highest = SIMD8<Int16>(
        repeating: max(parts.0.max(), parts.1.max(), last.max()))
      let binaryScale = scale * 1.442_695_04
      func powers(_ part: SIMD8<Int16>) -> SIMD8<Float> {
        (SIMD8<Float>(part &- highest) * binaryScale).powersOfTwo
      }
      return Shares(powers(parts.0), powers(parts.1), powers(parts.2))
    }
  }

  /// The fewest and the most letters of a word that tells anything.
  private static let lengths = 3...32

  /// Calls `body` with each word of a spelling that is long enough to tell, in plain lower-case letters between
  /// a mark for its start and one for its end.
  static func forEachWord(of latin: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var plain = LatinParts.ascii(latin)
    plain.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: lengths.upperBound + 2) { word in
        word[0] = UInt8(ascii: "^")
        var count = 0
        for index in 0...bytes.count {
          let byte = index < bytes.count ? bytes[index] : 0x20
          if byte == 0x20 || byte == UInt8(ascii: "-") {
            if lengths.contains(count) {
              word[count + 1] = UInt8(ascii: "$")
              body(UnsafeBufferPointer(rebasing: word[..<(count + 2)]))
            }
            count = 0
          } else if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
            count += 1
            if count <= lengths.upperBound { word[count] = byte | 0x20 }
          }
        }
      }
    }
  }

  /// Calls `body` with the row of each run of two to four letters of a word, its marks among them, and with the
  /// run's length.
  @inline(__always)
  static func forEachRun(ofMarked word: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
    for start in word.indices {
      // The runs that begin here share what they begin with.
      var value = StableHash.step(StableHash.start, word[start])
      for end in start + 1..<min(start + 4, word.count) {
        value = StableHash.step(value, word[end])
        body(
          Int(truncatingIfNeeded: StableHash.finish(value) % UInt64(rowCount)), end + 1 - start)
      }
    }
  }
}

extension SIMD8<Float> {
  /// Added to a number near 0 it leaves the nearest whole number in the lowest bits.
  private static let shift: Float = 12_582_912

  /// Numbers that are whole.
  fileprivate init(_ numbers: SIMD8<Int16>) {
    let bits = SIMD8<Int32>(truncatingIfNeeded: numbers) &+ Int32(bitPattern: Self.shift.bitPattern)
    self = unsafeBitCast(bits, to: SIMD8<Float>.self) - Self.shift
  }

  /// Numbers between two others.
  fileprivate func clamped(from least: Float, to most: Float) -> SIMD8<Float> {
    let raised = replacing(with: least, where: self .< least)
    return raised.replacing(with: most, where: raised .> most)
  }

  /// 2 to the power of each number, within some millionths. Numbers are 0 or less; below -126 they are taken for
  /// -126.
  fileprivate var powersOfTwo: SIMD8<Float> {
    let exponents = clamped(from: -126, to: 0)
    let shifted = exponents + Self.shift
    // 2 to the power of x from -1/2 to 1/2, by the series of e to the power of x · ln 2.
    let rest = (exponents - (shifted - Self.shift)) * 0.693_147_18
    var sum = SIMD8<Float>(repeating: 1.0 / 720)
    for factor: Float in [1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1] { sum = sum * rest + factor }
    let whole = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &- Self.shift.bitPattern
    return sum * unsafeBitCast((whole &+ 127) &<< 23, to: SIMD8<Float>.self)
  }
}

/// A random number generator that gives the same numbers for the same seed, so that a failing
/// property test can be run again.
///
/// Source: SplitMix64 (Steele, Lea and Flood, 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Makes random text that is heavy in Arabic: letters, marks, tatweel, presentation forms,
/// digits, Latin, controls, white space and other scripts.
public struct TextMaker {
  private static let pools: [[ClosedRange<UInt32>]] = [
    [0x0621...0x063A, 0x0641...0x064A],
    [0x0621...0x063A, 0x0641...0x064A],
    [0x064B...0x0655, 0x0670...0x0670],
    [0x0640...0x0640, 0x06A9...0x06AA, 0x06CC...0x06CC],
    [0x20...0x20, 0x20...0x20, 0x0A...0x0A, 0x09...0x09, 0xA0...0xA0, 0x2003...0x2003],
    [
      0x2E...0x2E, 0x060C...0x060C, 0x061F...0x061F, 0x21...0x21, 0xAB...0xAB, 0xBB...0xBB,
      0x28...0x29,
    ],
    [0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9],
    [0x41...0x5A, 0x61...0x7A, 0xC0...0x17F],
    [0xFB50...0xFBB1, 0xFDF0...0xFDFC, 0xFE70...0xFE74, 0xFE76...0xFEFC],
    [0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF],
    [0x1F600...0x1F64F, 0x4E00...0x4E20, 0x0301...0x0301, 0x1E900...0x1E920],
  ]

  /// A text of at most `length` scalars.
  public static func make(
    length: Int, using generator: inout some RandomNumberGenerator
  ) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      let pool = pools[Int.random(in: 0..<pools.count, using: &generator)]
      let range = pool[Int.random(in: 0..<pool.count, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        view.append(scalar)
      }
    }
    return String(view)
  }
}

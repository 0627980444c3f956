import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The candidates of the words that were met; texts are full of the same ones.
struct CandidateMemory: Sendable {
  /// Words to keep: the common ones come first.
  private static let capacity = 50_000

  private var words = ByteInterner()
  private var known: [[RomanCandidate]] = []

  mutating func candidates(of letters: [UInt8], _ maker: CandidateMaker) -> [RomanCandidate] {
    let isFull = known.count >= Self.capacity
    let number = letters.withUnsafeBufferPointer { bytes in
      isFull ? words.number(of: bytes) : words.intern(bytes).number
    }
    if let number, number < known.count { return known[number] }
    let candidates = maker.candidates(of: letters)
    if !isFull { known.append(candidates) }
    return candidates
  }
}

/// e to a power.
func exponential(_ value: Float) -> Float { exp(value) }

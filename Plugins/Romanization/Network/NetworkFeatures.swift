#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the network sees of words and candidates: numbers of rows, and a few measures.
///
/// A row is found by the hash of a feature, so two features may share one. Rows of words and of candidates are apart.
enum NetworkFeatures {
  /// The logarithm to base 2 of the rows of each table.
  static let rowBits: UInt64 = 15
  /// Rows of each table.
  static let rowCount = 1 << Int(rowBits)
  /// Most letters' bytes at either end of a word that make a feature.
  private static let longestEnd = 8

  private static func row(_ kind: UInt64, _ value: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: FeatureHash.join(kind, value) >> (64 - rowBits))
  }

  /// The row of a line's kind.
  static func row(ofKind kind: UInt64) -> UInt16 { row(101, kind) }

  /// The row of a word as such. Used for words that are known well enough: a word that training did not see would get
  /// another's.
  static func row(ofWord hash: UInt64) -> UInt16 { row(102, hash) }

  /// The row of the mark behind a word, by the mark's hash.
  static func row(ofMark mark: UInt64) -> UInt16 { row(103, mark) }

  /// The row of a line's first word.
  static let rowOfFirst = row(104, 1)

  /// The rows of a word's letters: its beginnings, its ends and its length.
  static func appendRows(ofLetters letters: ArraySlice<UInt8>, to rows: inout [UInt16]) {
    for length in stride(from: 2, through: longestEnd, by: 2) {
      rows.append(row(104 + UInt64(length), FeatureHash.of(letters.prefix(length))))
      rows.append(row(114 + UInt64(length), FeatureHash.of(letters.suffix(length))))
    }
    rows.append(row(105, UInt64(min(letters.count, 40))))
  }

  /// Whether a word stands in the lexicon with its own counts.
  ///
  /// - Parameter least: Times that it must have been seen.
  static func knows(_ first: RomanCandidate?, least: Int) -> Bool {
    guard let first else { return false }
    return first.source == .word && first.evidence.wordCount >= least
  }

  /// The rows of a candidate.
  ///
  /// - Parameter least: Times that it must have been seen to be known as such.
  static func appendRows(
    of candidate: RomanCandidate, least: Int, to rows: inout [UInt16]
  ) {
    rows.append(row(131, candidate.traits.ending2))
    rows.append(row(132, candidate.traits.ending3))
    rows.append(row(133, candidate.traits.shape))
    rows.append(row(134, candidate.source.rawValue))
    rows.append(row(135, candidate.prefixHash))
    guard candidate.evidence.count >= least else { return }
    rows.append(row(136, candidate.traits.stemHash))
    if candidate.source == .word { rows.append(row(137, candidate.traits.hash)) }
  }

  /// Measures of a candidate; one is always 1.
  static let measureCount = 12

  /// The measures of a candidate, each about from -1 to 1.
  static func measures(of candidate: RomanCandidate) -> SIMD16<Float> {
    let evidence = candidate.evidence
    func size(_ count: Int) -> Float { log(Float(count) + 1) / 5 }
    var measures = SIMD16<Float>.zero
    measures[0] = evidence.share / 3
    measures[1] = evidence.tableShare / 5
    measures[2] = evidence.fit / 3
    measures[3] = size(evidence.count)
    measures[4] = size(evidence.wordCount)
    measures[5] = size(evidence.tableCount)
    measures[6] = evidence.capital
    measures[7] = evidence.tableCapital
    measures[8] = candidate.prefix > 0 ? 1 : 0
    measures[9] = 1
    measures[10] = evidence.variantShare / 3
    measures[11] = size(evidence.variantCount)
    return measures
  }
}

import RomanizationKernel
import UTF8Text

/// A small network that weighs the candidates of a word, and a capital for each, by the words around: beside the linear
/// weights, which know words one by one, it knows what is alike.
///
/// Each word becomes a row of numbers, the sum of the rows of its features; two words on either side, the word itself and
/// the line's first one go through one hidden layer, which gives two rows of opinion. The product of an opinion and a
/// candidate's row is what speaks for the candidate, or for its capital.
///
/// Source: R. Collobert et al., "Natural Language Processing (Almost) from Scratch", Journal of Machine Learning
/// Research 12 (2011), section 3.2 (the window approach), with hashed features instead of a vocabulary.
struct ContextNetwork: Sendable {
  /// Numbers of a row.
  static let width = 24
  /// Hidden units.
  static let units = 64
  /// Words on either side that are looked at.
  static let reach = 2
  /// Inputs of the hidden layer: the words around, the word itself, and the line's first one.
  static let places = 2 * reach + 2
  /// Numbers of both opinions.
  static let opinions = 2 * width

  /// Where things stand among the numbers that all words share.
  enum Layout {
    /// For each input a matrix from a row to the hidden units.
    static let input = 0
    static let unitBias = input + places * width * units
    /// The matrix from the hidden units to the opinions.
    static let opinion = unitBias + units
    static let opinionBias = opinion + units * opinions
    /// Rows of the measures of a word's first candidate, and of a candidate's own.
    static let wordMeasures = opinionBias + opinions
    static let candidateMeasures = wordMeasures + NetworkFeatures.measureCount * width
    static let count = candidateMeasures + NetworkFeatures.measureCount * width
    /// Parts of 16 numbers.
    static let partCount = (count + 15) / 16
  }

  /// Times that words and candidates must have been seen to be known as such. In training each is met without itself.
  static let least = 2

  /// `Layout.count` numbers, in parts that begin where a processor fetches a whole one at once.
  let shared: [SIMD16<Float>]
  /// Rows of words, then of candidates.
  let rows: StaticBytes

  /// Adds the row of a word's or a candidate's feature.
  @inline(__always)
  private func add(_ number: UInt16, ofCandidate: Bool, to sums: UnsafeMutablePointer<Float>) {
    guard let base = rows.buffer.baseAddress else { return }
    let place = (ofCandidate ? NetworkFeatures.rowCount : 0) + Int(number)
    NetworkRow.add(UnsafeRawPointer(base + place * NetworkRow.size), to: sums)
  }

  /// Adds measures, given the place of their rows.
  private func add(
    _ measures: SIMD16<Float>, at start: Int, to sums: UnsafeMutablePointer<Float>
  ) {
    withShared { base in
      withUnsafeBytes(of: measures) { measures in
        guard let vector = measures.baseAddress else { return }
        context_multiply(
          vector.assumingMemoryBound(to: Float.self), NetworkFeatures.measureCount, base + start,
          Self.width, sums)
      }
    }
  }

  /// Appends what the network sees of a word wherever it stands: a row of the word, then one of each candidate
  /// (`NetworkRow`).
  ///
  /// - Parameter numbers: Memory for the numbers of rows.
  func appendView(
    ofWord letters: ArraySlice<UInt8>, hash: UInt64, candidates: [RomanCandidate],
    to view: inout [UInt8], _ numbers: inout [UInt16]
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.width) { sums in
      guard let base = sums.baseAddress else { return }
      sums.initialize(repeating: 0)
      numbers.removeAll(keepingCapacity: true)
      let first = candidates.first
      if NetworkFeatures.knows(first, least: Self.least) {
        numbers.append(NetworkFeatures.row(ofWord: hash))
      }
      NetworkFeatures.appendRows(ofLetters: letters, to: &numbers)
      for number in numbers { add(number, ofCandidate: false, to: base) }
      if let first {
        add(NetworkFeatures.measures(of: first), at: Layout.wordMeasures, to: base)
      }
      NetworkRow.append(UnsafeBufferPointer(sums), to: &view)
      for place in candidates.indices {
        sums.update(repeating: 0)
        numbers.removeAll(keepingCapacity: true)
        NetworkFeatures.appendRows(of: candidates[place], least: Self.least, to: &numbers)
        for number in numbers { add(number, ofCandidate: true, to: base) }
        add(
          NetworkFeatures.measures(of: candidates[place]), at: Layout.candidateMeasures, to: base)
        NetworkRow.append(UnsafeBufferPointer(sums), to: &view)
      }
    }
  }

  /// Adds what the network sees of a word's place: of an Arabic word its line's kind too.
  func addPlace(kind: UInt64?, mark: UInt64, isFirst: Bool, to sums: UnsafeMutablePointer<Float>) {
    if let kind { add(NetworkFeatures.row(ofKind: kind), ofCandidate: false, to: sums) }
    if mark != 0 { add(NetworkFeatures.row(ofMark: mark), ofCandidate: false, to: sums) }
    if isFirst { add(NetworkFeatures.rowOfFirst, ofCandidate: false, to: sums) }
  }

  /// The opinions in the places of some of a line's words.
  ///
  /// - Parameters:
  ///   - indices: The words' places in the line.
  ///   - words: What the network sees of all words of the line, `width` numbers each.
  ///   - opinions: From `start` on, filled with `opinions` numbers for each index: those that candidates are weighed by,
  ///     then those for capitals.
  func weigh(
    _ indices: [UInt32], of words: [Float], into opinions: inout [Float], at start: Int = 0
  ) {
    let count = words.count / Self.width
    guard indices.allSatisfy({ $0 < count }), start >= 0,
      opinions.count - start >= indices.count * Self.opinions
    else { return }
    withShared { shared in
      var network = context_network(
        reach: Self.reach, matrices: shared + Layout.input, unit_bias: shared + Layout.unitBias,
        opinion: shared + Layout.opinion, opinion_bias: shared + Layout.opinionBias)
      opinions.withUnsafeMutableBufferPointer { opinions in
        guard let opinions = opinions.baseAddress else { return }
        context_weigh(&network, words, count, indices, indices.count, opinions + start)
      }
    }
  }

  @inline(__always)
  private func withShared(_ body: (UnsafePointer<Float>) -> Void) {
    shared.withUnsafeBytes { shared in
      guard let base = shared.baseAddress, shared.count >= Layout.count * 4 else { return }
      body(base.assumingMemoryBound(to: Float.self))
    }
  }
}

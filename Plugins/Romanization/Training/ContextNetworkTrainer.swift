import JointSequence
import RomanizationKernel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Learns a context network from records. The same records in the same order give the same network.
///
/// Sources: D. Kingma and J. Ba, "Adam: a method for stochastic optimization" (2015); N. Srivastava et al., "Dropout"
/// (2014).
struct ContextNetworkTrainer {
  private typealias Layout = ContextNetwork.Layout
  private static let width = ContextNetwork.width
  private static let units = ContextNetwork.units
  private static let opinions = ContextNetwork.opinions

  /// Rows and measures of a word or of a candidate.
  struct Input {
    var rows: [UInt16] = []
    var measures = SIMD16<Float>.zero
  }

  /// A word of a record.
  struct Word {
    /// What stands for the word whatever is hidden.
    var input = Input()
    /// The rows of the record's kinds; none for a word that is not Arabic.
    var kinds: [UInt16] = []
    /// Whether the kinds are hidden at times.
    var isAskedUnlabeled = true
    /// The row of the word as such; nil for one that is not known well enough.
    var known: UInt16?
    var candidates: [Input] = []
    /// Index of the right candidate; nil when there is none.
    var right: Int?
    /// Whether it has a capital; nil when that is unknown.
    var isCapital: Bool?
  }

  private let settings: ContextSettings
  private let records: [[Word]]
  private var shared: AdamWeights
  private var rows: AdamWeights
  private var random = TrainingRandom()
  private var scratch = ContextScratch()

  init(records: [[Word]], settings: ContextSettings) {
    self.records = records
    self.settings = settings
    shared = AdamWeights(count: Layout.count, rowSize: Layout.count)
    rows = AdamWeights(count: 2 * NetworkFeatures.rowCount * Self.width, rowSize: Self.width)
    func fill(_ weights: inout AdamWeights, _ range: Range<Int>, _ spread: Float) {
      for index in range {
        weights.values[index] = (random.signed() + random.signed() + random.signed()) * spread
      }
    }
    fill(&shared, Layout.input..<Layout.unitBias, 0.05)
    fill(&shared, Layout.opinion..<Layout.opinionBias, 0.07)
    fill(&shared, Layout.wordMeasures..<Layout.count, 0.1)
    fill(&rows, 0..<rows.values.count, 0.1)
  }

  /// Learns; gives the network's bytes.
  consuming func train() -> [UInt8] {
    let batch = max(settings.batch, 1)
    var order = Array(records.indices)
    let passes = max(settings.passes, 0)
    let steps = Float(passes * ((order.count + batch - 1) / batch))
    var step: Float = 0
    for _ in 0..<passes {
      order.shuffle(using: &random)
      for start in stride(from: 0, to: order.count, by: batch) {
        let members = order[start..<min(start + batch, order.count)]
        var ranked = 0
        var cased = 0
        for index in members {
          for word in records[index] {
            if word.right != nil { ranked += 1 }
            if word.isCapital != nil { cased += 1 }
          }
        }
        for index in members {
          learn(
            records[index], rankScale: 1 / Float(max(ranked, 1)),
            capitalScale: 1 / Float(max(cased, 1)))
        }
        let rate = settings.rate * (1 - step / steps) + 1e-5
        step += 1
        shared.step(rate: rate)
        rows.step(rate: rate)
      }
    }
    // How much each opinion counts goes into the matrix and the bias that it comes from.
    for row in 0...Self.units {
      for place in 0..<Self.opinions {
        shared.values[Layout.opinion + row * Self.opinions + place] *=
          place < Self.width ? settings.rankShare : settings.capitalShare
      }
    }
    return ContextNetwork.bytes(shared: shared.values, rows: rows.learnedValues)
  }

  /// Adds what a record says to the gradient.
  private mutating func learn(_ words: [Word], rankScale: Float, capitalScale: Float) {
    // Every record is learned with its kinds and without, so that all can be asked for.
    let chance = random.next()
    let hidesKind = chance % 10 < 7
    var inputs = words.map(\.input)
    let auto = NetworkFeatures.row(ofKind: FieldKind.auto.number)
    for (index, word) in words.enumerated() {
      if !word.kinds.isEmpty {
        inputs[index].rows.append(
          hidesKind && word.isAskedUnlabeled
            ? auto : word.kinds[Int(chance / 10 % UInt64(word.kinds.count))])
      }
      // Now and then a known word is taken for one that was never seen.
      if let known = word.known, random.next() % 10 != 0 { inputs[index].rows.append(known) }
    }
    let candidates = words.flatMap(\.candidates)
    var scratch = ContextScratch()
    swap(&scratch, &self.scratch)
    sum(inputs, isCandidates: false, &scratch.words, &scratch.wordMasks)
    sum(candidates, isCandidates: true, &scratch.candidates, &scratch.candidateMasks)
    scratch.wordSlopes = [Float](repeating: 0, count: scratch.words.count)
    scratch.candidateSlopes = [Float](repeating: 0, count: scratch.candidates.count)
    shared.touch(0)
    var first = 0
    for (index, word) in words.enumerated() {
      if word.right != nil || word.isCapital != nil, !word.candidates.isEmpty {
        drop(&scratch.hiddenMask, 0..<Self.units)
        shared.withPointers { values, gradient in
          scratch.learn(
            word, index, of: words.count, firstCandidate: first, rankScale: rankScale,
            capitalScale: capitalScale, values, gradient)
        }
      }
      first += word.candidates.count
    }
    spread(inputs, isCandidates: false, scratch.wordSlopes, scratch.wordMasks)
    spread(candidates, isCandidates: true, scratch.candidateSlopes, scratch.candidateMasks)
    swap(&scratch, &self.scratch)
  }

  /// Fills `sums` with the rows that inputs add up to, some of the numbers left out by chance.
  private mutating func sum(
    _ inputs: [Input], isCandidates: Bool, _ sums: inout [Float], _ masks: inout [Float]
  ) {
    let width = Self.width
    sums = [Float](repeating: 0, count: inputs.count * width)
    masks = (0..<inputs.count * width).map { _ in 0 }
    let offset = isCandidates ? NetworkFeatures.rowCount : 0
    let measures = isCandidates ? Layout.candidateMeasures : Layout.wordMeasures
    for (index, input) in inputs.enumerated() {
      let start = index * width
      for row in input.rows {
        let from = (offset + Int(row)) * width
        for place in 0..<width { sums[start + place] += rows.values[from + place] }
      }
      for measure in 0..<NetworkFeatures.measureCount where input.measures[measure] != 0 {
        let from = measures + measure * width
        for place in 0..<width {
          sums[start + place] += shared.values[from + place] * input.measures[measure]
        }
      }
      drop(&masks, start..<start + width)
      for place in start..<start + width { sums[place] *= masks[place] }
    }
  }

  /// Fills masks with 0 for one number in eight, by chance, and with what makes up for those.
  private mutating func drop(_ masks: inout [Float], _ range: Range<Int>) {
    var bits: UInt64 = 0
    for (count, place) in range.enumerated() {
      if count % 16 == 0 { bits = random.next() }
      masks[place] = bits & 7 == 0 ? 0 : 8.0 / 7
      bits >>= 3
    }
  }

  /// Adds slopes to the gradient of the rows that inputs were summed from.
  private mutating func spread(
    _ inputs: [Input], isCandidates: Bool, _ slopes: [Float], _ masks: [Float]
  ) {
    let width = Self.width
    let offset = isCandidates ? NetworkFeatures.rowCount : 0
    let measures = isCandidates ? Layout.candidateMeasures : Layout.wordMeasures
    for (index, input) in inputs.enumerated() {
      let start = index * width
      for row in input.rows {
        let number = offset + Int(row)
        rows.touch(number)
        for place in 0..<width {
          rows.gradient[number * width + place] += slopes[start + place] * masks[start + place]
        }
      }
      for measure in 0..<NetworkFeatures.measureCount where input.measures[measure] != 0 {
        let to = measures + measure * width
        for place in 0..<width {
          shared.gradient[to + place] +=
            slopes[start + place] * masks[start + place] * input.measures[measure]
        }
      }
    }
  }
}

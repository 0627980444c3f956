import TestSupport
import Testing
import Warraq
@testable import WarraqRomanization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The network that weighs candidates by the words around.
@Suite struct ContextNetworkTests {
  private typealias Layout = ContextNetwork.Layout
  private static let width = ContextNetwork.width
  private static let units = ContextNetwork.units

  private func numbers(
    _ count: Int, _ spread: Float, _ generator: inout SeededGenerator
  ) -> [Float] {
    (0..<count).map { _ in .random(in: -spread...spread, using: &generator) }
  }

  /// The opinions by plain sums and products.
  private func opinion(_ index: Int, of words: [Float], _ shared: [Float]) -> [Float] {
    let count = words.count / Self.width
    var hidden = Array(shared[Layout.unitBias..<Layout.unitBias + Self.units])
    for place in 0..<ContextNetwork.places {
      let word = place == ContextNetwork.places - 1 ? 0 : index + place - ContextNetwork.reach
      guard (0..<count).contains(word) else { continue }
      for row in 0..<Self.width {
        for unit in 0..<Self.units {
          hidden[unit] +=
            words[word * Self.width + row]
            * shared[Layout.input + (place * Self.width + row) * Self.units + unit]
        }
      }
    }
    var opinion = Array(shared[Layout.opinionBias..<Layout.opinionBias + ContextNetwork.opinions])
    for unit in 0..<Self.units where hidden[unit] > 0 {
      for place in opinion.indices {
        opinion[place] +=
          hidden[unit] * shared[Layout.opinion + unit * ContextNetwork.opinions + place]
      }
    }
    return opinion
  }

  private func near(_ left: Float, _ right: Float, _ within: Float) -> Bool {
    abs(left - right) <= within * max(1, abs(left), abs(right))
  }

  @Test func opinionsAreSumsAndProducts() throws {
    var generator = SeededGenerator(seed: 5)
    let shared = numbers(Layout.count, 0.3, &generator)
    let rows = [Float](repeating: 0, count: 2 * NetworkFeatures.rowCount * Self.width)
    let bytes = ContextNetwork.bytes(shared: shared, rows: rows)
    let network = try #require(ContextNetwork(StaticBytes(keeping: bytes)))
    for count in 1...7 {
      let words = numbers(count * Self.width, 1, &generator)
      for index in 0..<count {
        var found = [Float](repeating: .nan, count: ContextNetwork.opinions)
        network.weigh([UInt32(index)], of: words, into: &found)
        let wanted = opinion(index, of: words, shared)
        #expect(zip(found, wanted).allSatisfy { near($0, $1, 1e-4) }, "\(index) of \(count)")
      }
    }
  }

  /// An opinion has the same bits whichever other words are asked about with its own, and nothing else is written.
  @Test func opinionsDoNotDependOnOthers() throws {
    var generator = SeededGenerator(seed: 21)
    let shared = numbers(Layout.count, 0.3, &generator)
    let rows = [Float](repeating: 0, count: 2 * NetworkFeatures.rowCount * Self.width)
    let network = try #require(
      ContextNetwork(StaticBytes(keeping: ContextNetwork.bytes(shared: shared, rows: rows))))
    let size = ContextNetwork.opinions
    for count in 1...11 {
      let words = numbers(count * Self.width, 1, &generator)
      let indices = (0..<UInt32(count)).shuffled(using: &generator)
      var all = [Float](repeating: 7, count: (count + 2) * size)
      network.weigh(indices, of: words, into: &all, at: size)
      #expect(all[..<size].allSatisfy { $0 == 7 } && all.suffix(size).allSatisfy { $0 == 7 })
      for (place, index) in indices.enumerated() {
        var alone = [Float](repeating: .nan, count: size)
        network.weigh([index], of: words, into: &alone)
        let start = (place + 1) * size
        #expect(all[start..<start + size].elementsEqual(alone), "\(index) of \(count)")
      }
      // Where there is no room, or no such word, nothing is done.
      let before = all
      network.weigh(indices, of: words, into: &all, at: 3 * size)
      network.weigh([UInt32(count)], of: words, into: &all)
      #expect(all == before)
    }
  }

  /// What is learned points where the loss falls: the slope of each number is the one that the loss has when the number
  /// is moved a little.
  @Test func slopesAreThoseOfTheLoss() {
    var generator = SeededGenerator(seed: 11)
    var shared = numbers(Layout.count, 0.2, &generator)
    var scratch = ContextScratch()
    scratch.words = numbers(4 * Self.width, 1, &generator)
    scratch.candidates = numbers(3 * Self.width, 1, &generator)
    scratch.wordSlopes = [Float](repeating: 0, count: scratch.words.count)
    scratch.candidateSlopes = [Float](repeating: 0, count: scratch.candidates.count)
    scratch.hiddenMask = [Float](repeating: 1, count: Self.units)
    var word = ContextNetworkTrainer.Word()
    word.candidates = [.init(), .init(), .init()]
    word.right = 1
    word.isCapital = true
    var gradient = [Float](repeating: 0, count: Layout.count)
    scratch.learn(
      word, 1, of: 4, firstCandidate: 0, rankScale: 0.5, capitalScale: 0.25, shared, &gradient)

    func loss(_ words: [Float], _ candidates: [Float]) -> Double {
      let opinion = opinion(1, of: words, shared)
      func product(_ candidate: Int, from start: Int) -> Double {
        (0..<Self.width).reduce(0.0) {
          $0 + Double(opinion[start + $1] * candidates[candidate * Self.width + $1])
        }
      }
      let scores = (0..<3).map { product($0, from: 0) }
      let sum = scores.reduce(0.0) { $0 + exp($1) }
      return -0.5 * (scores[1] - log(sum)) + 0.25 * log(1 + exp(-product(1, from: Self.width)))
    }
    let (words, candidates) = (scratch.words, scratch.candidates)
    /// The slope of the loss when a number is moved by `change`.
    func slope(_ move: (Float) -> (words: [Float], candidates: [Float])) -> Float {
      let up = move(0.004)
      let high = loss(up.words, up.candidates)
      let down = move(-0.004)
      let low = loss(down.words, down.candidates)
      return Float((high - low) / 0.008)
    }
    var checked = 0
    for index in stride(from: 0, to: Layout.wordMeasures, by: 97) {
      let kept = shared[index]
      let wanted = slope { change in
        shared[index] = kept + change
        return (words, candidates)
      }
      shared[index] = kept
      checked += gradient[index] != 0 ? 1 : 0
      #expect(near(gradient[index], wanted, 0.004), "number \(index)")
    }
    #expect(checked > 40)
    for index in words.indices {
      let wanted = slope { change in
        var moved = words
        moved[index] += change
        return (moved, candidates)
      }
      #expect(near(scratch.wordSlopes[index], wanted, 0.004), "word's number \(index)")
    }
    for index in candidates.indices {
      let wanted = slope { change in
        var moved = candidates
        moved[index] += change
        return (words, moved)
      }
      #expect(near(scratch.candidateSlopes[index], wanted, 0.004), "candidate's number \(index)")
    }
  }

  /// Only rows that were touched move, and those go down the slope, each by about the rate at first.
  @Test func stepsGoDownTheSlope() {
    var weights = AdamWeights(count: 12, rowSize: 4)
    weights.values = [Float](repeating: 1, count: 12)
    for sign: Float in [1, -1] {
      let before = weights.values
      weights.touch(1)
      for index in 4..<8 { weights.gradient[index] = sign * Float(index) }
      weights.step(rate: 0.1)
      if sign > 0 { #expect((4..<8).allSatisfy { near(weights.values[$0], 0.9, 1e-4) }) }
      #expect(weights.values[0..<4] == before[0..<4] && weights.values[8...] == before[8...])
    }
    #expect(weights.learnedValues[0..<4].allSatisfy { $0 == 0 })
    #expect(weights.learnedValues[4..<8].allSatisfy { $0 != 0 })
  }

  /// A row is kept in the finest steps of a power of two that its largest number allows, rounded to the nearest.
  @Test func rowsAreRounded() {
    var generator = SeededGenerator(seed: 34)
    for round in 0..<200 {
      var row = (0..<Self.width).map { _ in Float.random(in: -126...126, using: &generator) }
      // Halves, and numbers of all sizes.
      for place in stride(from: 0, to: row.count, by: 3) { row[place] = row[place].rounded() + 0.5 }
      row[0] = 126.5
      let scale = Float(sign: .plus, exponent: round - 100, significand: 1)
      let bytes = row.map { $0 * scale }.withUnsafeBufferPointer { row in
        var bytes: [UInt8] = []
        NetworkRow.append(row, to: &bytes)
        return bytes.map { Int8(bitPattern: $0) }
      }
      #expect(Int(bytes[0]) == round - 100)
      #expect(bytes.dropFirst().elementsEqual(row.map { Int8(max(-127, min($0.rounded(), 127))) }))
    }
  }

  /// Rows keep their numbers to one part in sixty of the largest.
  @Test func bytesKeepTheNumbers() throws {
    var generator = SeededGenerator(seed: 8)
    let shared = numbers(Layout.count, 2, &generator)
    var rows = [Float](repeating: 0, count: 2 * NetworkFeatures.rowCount * Self.width)
    let candidate = RomanCandidate(
      latin: Array("kitāb".utf8), source: .letters, evidence: .init())
    var numbers: [UInt16] = []
    NetworkFeatures.appendRows(of: candidate, least: 1, to: &numbers)
    var wanted = [Float](repeating: 0, count: Self.width)
    for (order, number) in Set(numbers).sorted().enumerated() {
      let start = (NetworkFeatures.rowCount + Int(number)) * Self.width
      for place in 0..<Self.width {
        rows[start + place] = .random(in: -1...1, using: &generator) * Float(order + 1)
      }
    }
    for number in numbers {
      let start = (NetworkFeatures.rowCount + Int(number)) * Self.width
      for place in 0..<Self.width { wanted[place] += rows[start + place] }
    }
    let measures = NetworkFeatures.measures(of: candidate)
    for measure in 0..<NetworkFeatures.measureCount {
      for place in 0..<Self.width {
        wanted[place] +=
          shared[Layout.candidateMeasures + measure * Self.width + place] * measures[measure]
      }
    }
    let bytes = ContextNetwork.bytes(shared: shared, rows: rows)
    #expect(bytes.count == ContextNetwork.size)
    let network = try #require(ContextNetwork(StaticBytes(keeping: bytes)))
    let numbersOfParts = network.shared.flatMap { part in part.indices.map { part[$0] } }
    #expect(numbersOfParts[..<Layout.count].elementsEqual(shared))
    // What is in them already stays, and what they were used for before does not matter.
    var all: [UInt8] = [7]
    var used: [UInt16] = [9, 9]
    network.appendView(ofWord: [], hash: 1, candidates: [candidate], to: &all, &used)
    #expect(all.first == 7)
    let view = Array(all.dropFirst())
    #expect(view.count == 2 * NetworkRow.size)
    var found = [Float](repeating: 0, count: Self.width)
    view.withUnsafeBytes { view in
      guard let base = view.baseAddress else { return }
      NetworkRow.add(base + NetworkRow.size, to: &found)
      // The product with a row of ones is the row's sum.
      let ones = [Float](repeating: 1, count: Self.width)
      let product = NetworkRow.product(ones, base + NetworkRow.size)
      #expect(near(product, found.reduce(0, +), 1e-4))
    }
    let largest = wanted.reduce(0) { max($0, abs($1)) }
    for place in 0..<Self.width {
      #expect(abs(found[place] - wanted[place]) < Float(numbers.count) * 6 / 60 + largest / 60)
    }
    #expect(ContextNetwork(StaticBytes(keeping: bytes.dropLast())) == nil)
    #expect(ContextNetwork(StaticBytes(keeping: [])) == nil)
    // Numbers that are none do no harm in rows, and are refused elsewhere.
    for odd in [Float.nan, .infinity] {
      let damaged = ContextNetwork.bytes(shared: [odd] + shared.dropFirst(), rows: rows)
      #expect(ContextNetwork(StaticBytes(keeping: damaged)) == nil)
    }
    let wild = [Float](repeating: .nan, count: Self.width) + [.infinity]
    let odd = wild + [Float](repeating: 0, count: rows.count - wild.count)
    #expect(ContextNetwork.bytes(shared: shared, rows: odd).count == ContextNetwork.size)
  }

  /// Without any linear weight, the words around decide what was seen both ways.
  @Test func theWordsAroundAreLearned() throws {
    var settings = RomanizerTrainer.Settings()
    settings.rankLimit = 0
    settings.capitalLimit = 0
    settings.context.passes = 40
    settings.context.rankShare = 1
    settings.context.capitalShare = 1
    settings.context.rate = 0.01
    var trainer = RomanizerTrainer(settings: settings)
    let before = ["الجامعة", "المدينة", "الشرق", "الملك"]
    let beforeLatin = ["al-Jāmiʻah", "al-Madīnah", "al-Sharq", "al-Malik"]
    let plain = ["كبيرة", "حديثة", "قديمة", "شهيرة"]
    let plainLatin = ["kabīrah", "ḥadīthah", "qadīmah", "shahīrah"]
    let fields =
      zip(before, beforeLatin).map { (arabic: "مكتبة \($0)", latin: "Maktabat \($1)") }
      + zip(plain, plainLatin).map { (arabic: "مكتبة \($0)", latin: "maktabah \($1)") }
    for _ in 0..<4 {
      for field in fields {
        trainer.addField(tag: "500", subfield: "a", arabic: field.arabic, latin: field.latin)
      }
    }
    let bytes = try #require(trainer.train())
    let model = try #require(RomanizerModel(StaticBytes(keeping: bytes)))
    var romanizer = StatisticalRomanizer(model: model)
    for field in fields { #expect(romanizer.romanize(Text(field.arabic)).string == field.latin) }
  }
}

import Warraq

/// Romanizes unvocalised Arabic by ALA-LC: looks words up, makes what was never seen of stems and
/// letters, and chooses by the words around.
public struct StatisticalRomanizer: Sendable {
  private let model: RomanizerModel
  /// What the texts are; what is remembered does not depend on it.
  public var kind: FieldKind
  private var memory: CandidateMemory
  var markedMemory = MarkedMemory()
  var fittedMemory = AnswerMemory<VowelSupply.Fitted>(capacity: 100_000)
  private var scratch = Scratch()

  /// Memory that is used again for each line.
  private struct Scratch {
    var known: [KnownWord] = []
    /// What the network sees of the line's words.
    var views: [Float] = []
    /// The places of words about which the network is asked in any case, and of another.
    var asked: [UInt32] = []
    var other: [UInt32] = [0]
    /// Features of a word's candidates, and where those of each candidate end.
    var features: [UInt64] = []
    var ends: [Int] = []
    /// The network's opinions of those, and of the other behind them.
    var opinions: [Float] = []
  }

  /// A romanizer for texts of a kind. Not for several threads at once: it remembers words.
  public init(model: RomanizerModel, kind: FieldKind = .auto) {
    self.model = model
    self.kind = kind
    memory = CandidateMemory(model: model)
  }

  /// A word's romanization, as `romanize` chose it.
  struct Choice {
    let word: FieldWord
    /// All that the word may be; nothing for a word that is not Arabic.
    let known: KnownWord
    /// The chosen one's place among them.
    let place: Int
    let isCapital: Bool
    /// Whether particles before it begin a sentence or a title, and have a capital of their own for that.
    var isOpening = false
    /// The chosen one's share of the weight of all, 0 to 1.
    let confidence: Float

    /// What tells choices apart among those of words of the same letters: candidates are the same wherever a word
    /// stands, but for those at a line's start.
    var traits: (UInt8, UInt8) {
      (UInt8(truncatingIfNeeded: known.count), UInt8(truncatingIfNeeded: place))
    }

    /// All that the word may be, in lower case, the chosen one first, given what a memory holds.
    func romanizations(_ candidates: KnownCandidates) -> [[UInt8]] {
      guard !known.isEmpty else { return [] }
      return (0...known.count).map { romanization($0, candidates) }
    }

    /// One of them by its number, from 0 to the number of candidates; of a word that is Arabic.
    func romanization(_ number: Int, _ candidates: KnownCandidates) -> [UInt8] {
      Array(candidates.latin(of: number == 0 ? known.start + place : known.start + number - 1))
    }
  }

  /// The candidates of all words; those of a line's choices are good until the next line is chosen for.
  var candidates: KnownCandidates { memory.candidates }

  /// Weights and network know the same records, so both together say too much: what one of them is for, the other is for
  /// as well. Confidences come from their sum times this, which was fitted on records that neither has seen.
  private static let sureness: Float = 0.7

  var gates = Gates()

  /// What the weights must say for a capital on a line's first word, and on another: 0 is as much for as against. Found
  /// on the development records; titles and what follows them begin alike. In prose, of which little was learned from,
  /// names are missed more often than others are taken for names.
  private static let leastForFirst: Float = 0.7
  private static let leastForOthers: Float = 0
  private static let leastInProse: Float = -0.6

  private static func least(_ index: Int, kind: UInt64) -> Float {
    index == 0
      ? leastForFirst : kind == FieldKind.prose.number ? leastInProse : leastForOthers
  }

  /// Chooses for every word of a line.
  mutating func choose(_ line: UnsafeBufferPointer<UInt8>) -> [Choice] {
    var context = FieldContext(line, kind: kind)
    let told = kind
    let kind = model.kinds.kind(of: context, told: told)
    context.kind = kind.number
    var scratch = Scratch()
    swap(&scratch, &self.scratch)
    memory.words(of: context, into: &scratch.known)
    var choices = memory.candidates.all.withUnsafeBufferPointer { candidates in
      memory.candidates.views.withUnsafeBufferPointer { rows in
        choose(context, candidates, rows, &scratch)
      }
    }
    swap(&scratch, &self.scratch)
    // What is taken for a title unasked is too often what follows one.
    if kind == .prose || (kind == .title && told == .title) {
      Self.markOpenings(&choices, line, kind)
    }
    return choices
  }

  /// Finds the words that begin a title, or a sentence of prose.
  private static func markOpenings(
    _ choices: inout [Choice], _ line: UnsafeBufferPointer<UInt8>, _ kind: FieldKind
  ) {
    for index in choices.indices {
      choices[index].isOpening =
        index == 0
        || (kind == .prose
          && endsSentence(UnsafeBufferPointer(rebasing: line[choices[index - 1].word.after])))
      if kind == .title { break }
    }
  }

  /// Whether there is a full stop, a question mark or an exclamation mark behind a word.
  private static func endsSentence(_ marks: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in marks.indices {
      switch marks[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      // ؟ is D8 9F.
      case 0x9F where index > 0 && marks[index - 1] == 0xD8: return true
      default: break
      }
    }
    return false
  }

  private func choose(
    _ context: FieldContext,
    _ candidates: UnsafeBufferPointer<KnownCandidate>, _ rows: UnsafeBufferPointer<UInt8>,
    _ scratch: inout Scratch
  ) -> [Choice] {
    let known = scratch.known
    view(known, rows, context, into: &scratch.views)
    ask(known, &scratch)
    // Where the opinion of the next word that was asked about begins, and where that of another.
    var opinion = 0
    let spare = scratch.asked.count * ContextNetwork.opinions
    var choices: [Choice] = []
    choices.reserveCapacity(known.count)
    var previous: RomanCandidate.Neighbor?
    var decisions: UInt64 = 0
    for (index, word) in known.enumerated() {
      guard !word.isEmpty else {
        choices.append(
          Choice(
            word: context.words[index], known: .none, place: 0, isCapital: false, confidence: 1))
        previous = nil
        decisions = FieldContext.push(decisions, false)
        continue
      }
      let next =
        index + 1 < known.count && !known[index + 1].isEmpty
        ? RomanCandidate.Neighbor(candidates[known[index + 1].start].traits) : nil
      let isWeighed = word.count > 1
      defer { if isWeighed { opinion += ContextNetwork.opinions } }
      let own = UnsafeBufferPointer(rebasing: candidates[word.candidates])
      var place = 0
      var confidence = 1 / (1 + word.rivals)
      if isWeighed {
        (place, confidence) = best(
          own, word, rows, opinion, context.rank(index, previous: previous, next: next), &scratch)
      }
      var score = model.capital.sum(own[place].capitalBase, most: CaseFeatures.most) {
        CaseFeatures.forEachOfKind(own[place].traits, kind: context.kind, $0)
      }
      if isWeighed {
        score += NetworkRow.product(
          scratch.opinions, from: opinion + ContextNetwork.width, rows, at: word.view(of: place))
      }
      if !isWeighed || abs(score) < gates.certainty {
        let around = context.capital(index, previous: previous, next: next, decisions: decisions)
        score = model.capital.sum(score, most: CaseFeatures.most) {
          CaseFeatures.forEachOfPlace(own[place].traits, in: around, $0)
        }
        if !isWeighed, abs(score) < gates.doubt {
          scratch.other[0] = UInt32(truncatingIfNeeded: index)
          model.network.weigh(
            scratch.other, of: scratch.views, into: &scratch.opinions, at: spare)
          score += NetworkRow.product(
            scratch.opinions, from: spare + ContextNetwork.width, rows, at: word.view(of: place))
        }
      }
      let isCapital = score > Self.least(index, kind: context.kind)
      choices.append(
        Choice(
          word: context.words[index], known: word, place: place, isCapital: isCapital,
          confidence: confidence))
      previous = RomanCandidate.Neighbor(own[place].traits)
      decisions = FieldContext.push(decisions, isCapital)
    }
    return choices
  }

  /// Fills an array with what the network sees of a line's words in their places.
  private func view(
    _ known: [KnownWord], _ rows: UnsafeBufferPointer<UInt8>, _ context: FieldContext,
    into views: inout [Float]
  ) {
    views.removeAll(keepingCapacity: true)
    views.append(contentsOf: repeatElement(0, count: known.count * ContextNetwork.width))
    views.withUnsafeMutableBufferPointer { views in
      guard let base = views.baseAddress else { return }
      for (index, word) in known.enumerated() {
        let start = base + index * ContextNetwork.width
        if !word.isEmpty { NetworkRow.add(rows, at: word.view, to: start) }
        model.network.addPlace(
          kind: word.isEmpty ? nil : context.kind, mark: context.words[index].mark,
          isFirst: index == 0, to: start)
      }
    }
  }

  /// Asks the network about words that may be several things.
  private func ask(_ known: [KnownWord], _ scratch: inout Scratch) {
    scratch.asked.removeAll(keepingCapacity: true)
    for (index, word) in known.enumerated() where word.count > 1 {
      scratch.asked.append(UInt32(truncatingIfNeeded: index))
    }
    let count = (scratch.asked.count + 1) * ContextNetwork.opinions
    if scratch.opinions.count < count {
      scratch.opinions += [Float](repeating: 0, count: count - scratch.opinions.count)
    }
    model.network.weigh(scratch.asked, of: scratch.views, into: &scratch.opinions)
  }

  /// The best of a word's candidates, of which there are several, and its share of the weight of all.
  private func best(
    _ candidates: UnsafeBufferPointer<KnownCandidate>, _ word: KnownWord,
    _ rows: UnsafeBufferPointer<UInt8>, _ opinion: Int, _ around: RankFeatures.Surroundings,
    _ scratch: inout Scratch
  ) -> (place: Int, confidence: Float) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: candidates.count) { scores in
      var scores = scores
      var highest = -Float.infinity
      for place in candidates.indices {
        scores[place] =
          candidates[place].rankBase
          + NetworkRow.product(scratch.opinions, from: opinion, rows, at: word.view(of: place))
        highest = max(highest, scores[place])
      }
      if around.mood != 0 { Inflection.drop(candidates, behind: around, &scores) }
      // Those that are left out keep their share, as multiples of the best one's.
      var rivals = word.rivals
      var left = 0
      for place in candidates.indices {
        // A word that asks for a mood is to be heard in any case.
        if scores[place] == -.infinity { continue }
        if scores[place] >= highest - gates.reach || around.mood != 0 {
          left += 1
        } else {
          rivals += exponential((scores[place] - highest) * Self.sureness)
          scores[place] = -.infinity
        }
      }
      if left > 1 { weigh(candidates, in: around, scores, &scratch) }
      var best = 0
      for place in candidates.indices where scores[place] > scores[best] { best = place }
      let sum = scores.reduce(rivals) {
        $0 + exponential(($1 - scores[best]) * Self.sureness)
      }
      return (best, 1 / sum)
    }
  }

  /// Adds what the words around say to the scores, but for those of candidates that are left out.
  private func weigh(
    _ candidates: UnsafeBufferPointer<KnownCandidate>, in around: RankFeatures.Surroundings,
    _ scores: UnsafeMutableBufferPointer<Float>, _ scratch: inout Scratch
  ) {
    let capacity = candidates.count * RankFeatures.most
    if scratch.features.count < capacity {
      scratch.features += [UInt64](repeating: 0, count: capacity - scratch.features.count)
    }
    scratch.ends.removeAll(keepingCapacity: true)
    scratch.features.withUnsafeMutableBufferPointer { features in
      // The features of all first: their weights are on the way when the first is looked at.
      var count = 0
      for place in candidates.indices {
        if scores[place] > -.infinity {
          RankFeatures.forEachOfPlace(candidates[place].traits, in: around) { feature, _ in
            guard count < capacity else { return }
            features[count] = feature
            model.rank.fetch(feature)
            count += 1
          }
        }
        scratch.ends.append(count)
      }
      var start = 0
      for place in candidates.indices {
        let end = scratch.ends[place]
        scores[place] = features[start..<end].reduce(scores[place]) { $0 + model.rank[$1] }
        start = end
      }
    }
  }
}

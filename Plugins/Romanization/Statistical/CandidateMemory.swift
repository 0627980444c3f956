import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The candidates of the words that were met; texts are full of the same ones.
struct CandidateMemory: Sendable {
  private var words = ByteInterner()
  private var known: [KnownWord] = []
  /// The same words where a line begins, when that was asked for.
  private var starts: [KnownWord?] = []
  /// The candidates of all words, one word's behind another's.
  private(set) var candidates: [RomanCandidate] = []
  /// What the network sees of all words: a row of each, then one of each of its candidates (`NetworkRow`).
  private(set) var views: [UInt8] = []
  /// How many of both are kept; those behind are of words of one line for which there was no room.
  private var keptCandidates = 0
  private var keptViews = 0
  private let model: RomanizerModel
  private let kind: UInt64
  /// Words to keep: the common ones come first.
  private let capacity: Int

  init(model: RomanizerModel, kind: FieldKind, capacity: Int = 50_000) {
    self.capacity = capacity
    self.model = model
    self.kind = kind.number
  }

  /// Makes ready for a line: words for which there was no room are forgotten.
  mutating func beginLine() {
    if candidates.count > keptCandidates {
      candidates.removeLast(candidates.count - keptCandidates)
      views.removeLast(views.count - keptViews)
    }
  }

  /// What is known of a word, with what is the same of its candidates in all places; good until the next line begins.
  ///
  /// - Parameter hash: Of the letters, as `FieldWord` has it.
  mutating func word(_ letters: ArraySlice<UInt8>, hash: UInt64) -> KnownWord {
    let isFull = known.count >= capacity
    let number = letters.withUnsafeBufferPointer { bytes in
      isFull ? words.number(of: bytes) : words.intern(bytes).number
    }
    if let number, number < known.count { return known[number] }
    let found = Self.possible(model.maker.candidates(of: Array(letters)))
    let word = store(weighed(found, hash), letters, hash, isKept: !isFull)
    if !isFull { known.append(word) }
    return word
  }

  /// The same for a word that begins a line, where catalogues leave its article out.
  mutating func firstWord(_ letters: ArraySlice<UInt8>, hash: UInt64) -> KnownWord {
    let inside = word(letters, hash: hash)
    let number = letters.withUnsafeBufferPointer { words.number(of: $0) }
    if let number, number < starts.count, let start = starts[number] { return start }
    var start = inside
    if let found = CandidateMaker.atStart(Array(candidates[inside.candidates])) {
      start = store(weighed(found, hash), letters, hash, isKept: number != nil)
    }
    if let number {
      while starts.count <= number { starts.append(nil) }
      starts[number] = start
    }
    return start
  }

  /// Keeps candidates, for good or until the next line begins.
  private mutating func store(
    _ found: [RomanCandidate], _ letters: ArraySlice<UInt8>, _ hash: UInt64, isKept: Bool
  ) -> KnownWord {
    let word = KnownWord(
      start: candidates.count, count: found.count, view: views.count, first: found.first?.neighbor)
    candidates += found
    views += model.network.view(ofWord: letters, hash: hash, kind: kind, candidates: found)
    if isKept {
      keptCandidates = candidates.count
      keptViews = views.count
    }
    return word
  }

  /// Candidates without those that no word can be while there are others: ل and a pronoun do not stand behind the
  /// article, as they would in وَاللّٰه made of ال and لَهُ (wa-al-la-hu).
  private static func possible(_ candidates: [RomanCandidate]) -> [RomanCandidate] {
    let possible = candidates.filter { candidate in
      let article = candidate.latin[..<candidate.prefix].suffix(3)
      guard candidate.source == .stem, article.elementsEqual("al-".utf8) else { return true }
      let rest = candidate.latin[candidate.prefix...].filter { $0 != UInt8(ascii: "-") }
      return !pronouns.contains(rest)
    }
    return possible.isEmpty ? candidates : possible
  }

  private static let pronouns = ["lahu", "lahā", "lahum", "laka", "lakum", "lanā"].map {
    Array($0.utf8)
  }

  /// How far behind the best one, by what is the same in all places, a candidate may lie to be weighed
  /// in them.
  private static let reach: Float = 4

  /// Those candidates of a word that have a chance, with their sums of fixed weights.
  func weighed(_ candidates: [RomanCandidate], _ hash: UInt64) -> [RomanCandidate] {
    var candidates = candidates
    for index in candidates.indices {
      let traits = candidates[index].traits
      candidates[index].traits.rankBase = model.rank.sum(0, most: RankFeatures.most) {
        RankFeatures.forEachFixed(traits, word: hash, kind: kind, $0)
      }
      candidates[index].traits.capitalBase = model.capital.sum(0, most: CaseFeatures.most) {
        CaseFeatures.forEachFixed(traits, kind: kind, $0)
      }
    }
    let best = candidates.reduce(-Float.infinity) { max($0, $1.traits.rankBase) }
    var rivals = candidates.first?.traits.rivals ?? 0
    candidates.removeAll { candidate in
      guard candidate.traits.rankBase < best - Self.reach else { return false }
      rivals += exponential(candidate.traits.rankBase - best)
      return true
    }
    for index in candidates.indices { candidates[index].traits.rivals = rivals }
    return candidates
  }
}

/// e to a power.
func exponential(_ value: Float) -> Float { exp(value) }

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
  private var known: [KnownWord] = []
  /// The same words where a line begins, when that makes a difference.
  private var starts: [KnownWord?] = []
  private let model: RomanizerModel
  private let kind: UInt64

  init(model: RomanizerModel, kind: FieldKind) {
    self.model = model
    self.kind = kind.number
  }

  /// What is known of a word, with what is the same of its candidates in all places.
  ///
  /// - Parameter hash: Of the letters, as `FieldWord` has it.
  mutating func word(_ letters: ArraySlice<UInt8>, hash: UInt64) -> KnownWord {
    let isFull = known.count >= Self.capacity
    let number = letters.withUnsafeBufferPointer { bytes in
      isFull ? words.number(of: bytes) : words.intern(bytes).number
    }
    if let number, number < known.count { return known[number] }
    let word = weighed(Self.possible(model.maker.candidates(of: Array(letters))), letters, hash)
    if !isFull { known.append(word) }
    return word
  }

  /// The same for a word that begins a line, where catalogues leave its article out.
  mutating func firstWord(_ letters: ArraySlice<UInt8>, hash: UInt64) -> KnownWord {
    let number = letters.withUnsafeBufferPointer { words.number(of: $0) }
    if let number, number < starts.count, let start = starts[number] { return start }
    let inside = word(letters, hash: hash)
    guard let candidates = CandidateMaker.atStart(inside.candidates) else { return inside }
    let start = weighed(candidates, letters, hash)
    // A word that is met here first is kept from the second time on.
    if let number, number < known.count {
      while starts.count <= number { starts.append(nil) }
      starts[number] = start
    }
    return start
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
  private static let reach: Float = 2

  /// A word with those candidates that have a chance, and their sums of fixed weights.
  func weighed(
    _ candidates: [RomanCandidate], _ letters: ArraySlice<UInt8>, _ hash: UInt64
  ) -> KnownWord {
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
    return KnownWord(
      letters: Array(letters), candidates: candidates,
      view: model.network.view(ofWord: letters, hash: hash, kind: kind, candidates: candidates))
  }
}

/// e to a power.
func exponential(_ value: Float) -> Float { exp(value) }

import JointSequence
import Warraq

/// The candidates of the words that were met; texts are full of the same ones.
struct CandidateMemory: Sendable {
  private var words = ByteInterner()
  private var known: [KnownWord] = []
  /// The same words where a line begins, when that was asked for.
  private var starts: [KnownWord?] = []
  private(set) var candidates = KnownCandidates()
  /// How much of them is kept; what is behind is of words of one line for which there was no room.
  private var kept = KnownCandidates.Extent()
  private let model: RomanizerModel
  /// Memory that is used again for each word.
  private var scratch = JointModel.Scratch()
  private var rows: [UInt16] = []
  private var keys: [UInt32] = []
  /// Words to keep: the common ones come first.
  private let capacity: Int

  init(model: RomanizerModel, capacity: Int = 160_000) {
    self.capacity = capacity
    self.model = model
  }

  /// What is known of the words of a line, with what is the same of their candidates in all places; nothing of those that
  /// are not Arabic. Good until the next line.
  mutating func words(of context: FieldContext, into found: inout [KnownWord]) {
    if candidates.extent.candidates > kept.candidates { candidates.cut(to: kept) }
    found.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    for word in context.words {
      let key = context.letters[word.letters].withUnsafeBufferPointer(ByteInterner.hash)
      if word.isArabic { words.fetch(hash: key) }
      keys.append(key)
    }
    for (index, word) in context.words.enumerated() {
      guard word.isArabic else {
        found.append(.none)
        continue
      }
      let letters = context.letters[word.letters]
      let known =
        index == 0
        ? firstWord(letters, hash: word.hash, key: keys[index])
        : self.word(letters, hash: word.hash, key: keys[index])
      candidates.fetch(known)
      found.append(known)
    }
  }

  /// What is known of a word.
  ///
  /// - Parameters:
  ///   - hash: Of the letters, as `FieldWord` has it.
  ///   - key: Of the letters, as the interner has it.
  private mutating func word(
    _ letters: ArraySlice<UInt8>, hash: UInt64, key: UInt32
  ) -> KnownWord {
    let number = number(of: letters, key)
    if let number, number < known.count { return known[number] }
    return store(weighed(letters, hash), letters, hash, number)
  }

  /// The same for a word that begins a line, where catalogues leave its article out.
  private mutating func firstWord(
    _ letters: ArraySlice<UInt8>, hash: UInt64, key: UInt32
  ) -> KnownWord {
    let number = number(of: letters, key)
    if let number, number < starts.count, let start = starts[number] { return start }
    var found: WeighedWord?
    var start: KnownWord
    if let number, number < known.count {
      start = known[number]
    } else {
      let weighed = weighed(letters, hash)
      start = store(weighed, letters, hash, number)
      found = weighed
    }
    if start.candidates.prefix(3).contains(where: {
      CandidateMaker.hasArticle(candidates.latin(of: $0))
    }) {
      let inside = found ?? weighed(letters, hash)
      if let all = CandidateMaker.atStart(inside.candidates) {
        let weighed = WeighedWord(
          all, hash: hash, model: model, rivals: inside.rivals)
        start = keep(weighed, letters, hash, isKept: number != nil)
      }
    }
    if let number {
      while starts.count <= number { starts.append(nil) }
      starts[number] = start
    }
    return start
  }

  /// A word's number: it gets one if there is room.
  private mutating func number(of letters: ArraySlice<UInt8>, _ key: UInt32) -> Int? {
    letters.withUnsafeBufferPointer { bytes in
      known.count >= capacity
        ? words.number(of: bytes, hash: key) : words.intern(bytes, hash: key).number
    }
  }

  private mutating func weighed(_ letters: ArraySlice<UInt8>, _ hash: UInt64) -> WeighedWord {
    WeighedWord(
      Self.possible(model.maker.candidates(of: Array(letters), scratch: &scratch)), hash: hash,
      model: model)
  }

  private mutating func store(
    _ found: WeighedWord, _ letters: ArraySlice<UInt8>, _ hash: UInt64, _ number: Int?
  ) -> KnownWord {
    let word = keep(found, letters, hash, isKept: number != nil)
    if number != nil { known.append(word) }
    return word
  }

  /// Keeps candidates, for good or until the next line begins.
  private mutating func keep(
    _ found: WeighedWord, _ letters: ArraySlice<UInt8>, _ hash: UInt64, isKept: Bool
  ) -> KnownWord {
    let word = candidates.append(found) { views in
      model.network.appendView(
        ofWord: letters, hash: hash, candidates: found.candidates, to: &views, &rows)
    }
    if isKept { kept = candidates.extent }
    return word
  }

  /// Candidates without those that no word can be while there are others: ل and a pronoun do not stand behind the
  /// article, as they would in وَاللّٰه made of ال and لَهُ (wa-al-la-hu).
  private static func possible(_ candidates: [RomanCandidate]) -> [RomanCandidate] {
    guard !candidates.allSatisfy(isPossible) else { return candidates }
    let possible = candidates.filter(isPossible)
    return possible.isEmpty ? candidates : possible
  }

  private static func isPossible(_ candidate: RomanCandidate) -> Bool {
    guard candidate.source == .stem, candidate.prefix >= article.count,
      candidate.latin[..<candidate.prefix].suffix(article.count).elementsEqual(article)
    else { return true }
    return !pronouns.contains {
      candidate.latin[candidate.prefix...].lazy.filter { $0 != UInt8(ascii: "-") }
        .elementsEqual($0)
    }
  }

  private static let article = Array("al-".utf8)

  private static let pronouns = ["lahu", "lahā", "lahum", "laka", "lakum", "lanā"].map {
    Array($0.utf8)
  }
}

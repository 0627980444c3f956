import ArabicText
import JointSequence
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Gathers the romanizations that a word may have: those that were seen, those of its stem behind
/// particles and of its other spellings, their other endings, and for words that nobody has seen what the letters say.
struct CandidateMaker: Sendable {
  /// Most candidates of a word.
  static let limit = 8
  /// The longest word, in letters, that is romanized by the joint model; a longer one is no word.
  static let longest = 40

  /// How far the joint model looks for what letters may become.
  struct LetterSearch: Sendable {
    let width: Int
    let reach: Float

    /// For a word that is romanized.
    static let asked = LetterSearch(width: 6, reach: 5)
    /// For a word that is learned from: what is seldom right has to be met to be told from the rest.
    static let learned = LetterSearch(width: 8, reach: 7)
  }

  let lexicon: RomanLexicon
  let joint: JointModel
  var search = LetterSearch.asked
  /// Places below which a word is rare: its letters are asked as well.
  static let rare = 3
  /// Places from which on a word says enough by itself: its stem is not asked.
  private static let common = 20
  private static let taMarbuta: [UInt8] = [0xD8, 0xA9]
  /// The first element of a compound name that is written as one word, as catalogues write it then.
  private static let servant = Array("ʻabd-".utf8)

  /// What is known of what stands behind a particle, or behind none.
  struct Stem {
    let prefix: RomanClitics.Prefix?
    let word: LexiconWord
  }

  /// The candidates of a word given by its letters; never empty.
  ///
  /// - Parameter hiding: A romanization to count one time less: the answer itself, in training.
  func candidates(of letters: [UInt8], hiding: [UInt8]? = nil, isCapital: Bool = false)
    -> [RomanCandidate]
  {
    var scratch = JointModel.Scratch()
    return candidates(of: letters, hiding: hiding, isCapital: isCapital, scratch: &scratch)
  }

  /// The same for one of many words, with memory that is used again.
  func candidates(
    of letters: [UInt8], hiding: [UInt8]? = nil, isCapital: Bool = false,
    scratch: inout JointModel.Scratch
  ) -> [RomanCandidate] {
    var found: [RomanCandidate] = []
    found.reserveCapacity(Self.limit)
    // What was left out stays out, from wherever it comes.
    var passed: [[UInt8]] = []
    func add(_ entries: [RomanLexicon.Entry], _ source: RomanCandidate.Source, prefix: [UInt8]) {
      let hidden = hiding.flatMap { hiding in
        entries.firstIndex { prefix + $0.latin == hiding }
      }
      /// A count without the answer itself.
      func left(_ count: Int, of index: Int, isHidden: Bool = true) -> Int {
        isHidden && index == hidden ? max(count - 1, 0) : count
      }
      var total = 0
      var tableTotal = 0
      for (index, entry) in entries.enumerated() {
        total += left(entry.count, of: index)
        tableTotal += entry.tableCount
      }
      for (index, entry) in entries.enumerated() {
        let places = left(entry.count, of: index)
        guard places + entry.tableCount > 0, found.count < Self.limit else { continue }
        var latin: [UInt8] = []
        latin.reserveCapacity(prefix.count + entry.latin.count)
        latin += prefix
        latin += entry.latin
        guard Self.isNew(latin, among: found, passed) else { continue }
        // Of a word that was seen often, what it hardly ever became is a slip.
        if total >= 50, places * 100 < total, entry.tableCount * 50 <= tableTotal {
          passed.append(latin)
          continue
        }
        let count = Float(places)
        let capitals = left(entry.capitals, of: index, isHidden: isCapital)
        let tableCount = Float(entry.tableCount)
        let kinds = Float(entries.count)
        var evidence = RomanCandidate.Evidence()
        evidence.share = log((count + 0.1) / (Float(total) + 0.1 * kinds))
        evidence.tableShare = log((tableCount + 0.1) / (Float(tableTotal) + 0.1 * kinds))
        evidence.count = places
        evidence.wordCount = total
        evidence.tableCount = tableTotal
        evidence.capital = (Float(capitals) + 0.5) / (count + 1)
        evidence.tableCapital = (Float(entry.tableCapitals) + 0.5) / (tableCount + 1)
        found.append(RomanCandidate(latin: latin, source: source, evidence: evidence))
      }
    }
    let (word, stem) = lexicon.wordAndStem(like: letters)
    add(word.own, .word, prefix: [])
    if found.isEmpty, let second = CompoundNames.secondWord(of: letters) {
      return candidates(of: Array(letters[second...]), scratch: &scratch).map {
        RomanCandidate(latin: Self.servant + $0.latin, source: $0.source, evidence: $0.evidence)
      }
    }
    if Self.places(of: found) < Self.common {
      var stems = [Stem(prefix: nil, word: stem)]
      add(stem.own, .stem, prefix: [])
      for prefix in RomanClitics.shared.prefixes
      where prefix.opens(letters, leaving: 4) {
        let stem = lexicon.stem(like: Array(letters[prefix.arabic.count...]))
        add(stem.own.filter { prefix.takes($0.latin) }, .stem, prefix: prefix.latin)
        stems.append(Stem(prefix: prefix, word: stem))
      }
      if Self.places(of: found) < Self.seldom {
        addVariants(letters, word: word, stems: stems, &found, passed)
      }
    }
    if found.isEmpty { addRelatives(letters, &found, passed) }
    addEndings(letters, &found, passed)
    addMoods(letters, &found, passed)
    if Self.places(of: found) < Self.rare {
      addLetters(letters, &found, passed, &scratch)
      if !found.contains(where: { $0.source == .mood }) { addMoods(letters, &found, passed) }
    }
    pairEndings(letters, &found)
    if found.isEmpty {
      found.append(
        RomanCandidate(
          latin: ConsonantLetters.latin(letters), source: .none, evidence: .init()))
    }
    return found
  }

  /// How often a word stands, given its candidates; a place in a table counts for a fifth.
  private static func places(of found: [RomanCandidate]) -> Int {
    guard let evidence = found.first?.evidence else { return 0 }
    return evidence.wordCount + evidence.tableCount / 5
  }

  /// Whether a romanization is none of those that were found or left out; there are so few that looking at all is cheap.
  static func isNew(
    _ latin: [UInt8], among found: [RomanCandidate], _ passed: [[UInt8]]
  ) -> Bool {
    !found.contains { $0.latin == latin } && !passed.contains(latin)
  }

  /// The candidates of a word at the start of a line, with those that lack the article; nil when none
  /// has one.
  static func atStart(_ candidates: [RomanCandidate]) -> [RomanCandidate]? {
    var found = candidates
    for candidate in candidates.prefix(3) where hasArticle(candidate.latin) {
      let latin = Array(candidate.latin.dropFirst(article.count))
      guard !latin.isEmpty, !found.contains(where: { $0.latin == latin }) else { continue }
      var evidence = candidate.evidence
      evidence.count = 0
      found.append(RomanCandidate(latin: latin, source: .heading, evidence: evidence))
    }
    return found.count > candidates.count ? found : nil
  }

  /// Whether a romanization begins with the article.
  static func hasArticle(_ latin: some Sequence<UInt8>) -> Bool { latin.starts(with: article) }

  private static let article = Array("al-".utf8)

  /// Reads a word from another of its forms: محررها from محرر.
  private func addRelatives(
    _ letters: [UInt8], _ found: inout [RomanCandidate], _ passed: [[UInt8]]
  ) {
    let relatives = WordRelatives { (letters: [UInt8]) -> [WordRelatives.Known] in
      lexicon.stem(like: letters).own.prefix(2).compactMap { entry in
        // Nothing stands behind a tanwin: نجمات is none of *najman*.
        guard Spellings.shared.ends(letters, latin: entry.latin, takesTanwin: false) else {
          return nil
        }
        return (entry.latin, entry.count + entry.tableCount)
      }
    }
    relatives.forEachReading(of: letters) { latin, count in
      guard found.count < Self.limit - 3, Self.isNew(latin, among: found, passed) else { return }
      var evidence = RomanCandidate.Evidence()
      evidence.share = log(Float(count) + 1) - 5
      found.append(RomanCandidate(latin: latin, source: .relative, evidence: evidence))
    }
  }

  /// `ة` is written `-ah`, and `-at` before the word it belongs to.
  private func addEndings(
    _ letters: [UInt8], _ found: inout [RomanCandidate], _ passed: [[UInt8]]
  ) {
    guard letters.suffix(2).elementsEqual(Self.taMarbuta) else { return }
    for candidate in found where candidate.latin.count > 3 && found.count < Self.limit + 2 {
      guard let last = candidate.latin.last, last == UInt8(ascii: "h") || last == UInt8(ascii: "t")
      else { continue }
      var latin = candidate.latin
      latin[latin.count - 1] = last == UInt8(ascii: "h") ? UInt8(ascii: "t") : UInt8(ascii: "h")
      guard Self.isNew(latin, among: found, passed) else { continue }
      var evidence = candidate.evidence
      evidence.count = 0
      found.append(RomanCandidate(latin: latin, source: .ending, evidence: evidence))
    }
  }

  /// Says of candidates in `-ah` and `-at` how often both stand together.
  private func pairEndings(_ letters: [UInt8], _ found: inout [RomanCandidate]) {
    guard letters.suffix(2).elementsEqual(Self.taMarbuta) else { return }
    let shares = found.map { candidate -> Float in
      candidate.source == .ending
        ? log(0.1 / (Float(candidate.evidence.wordCount) + 0.2)) : candidate.evidence.share
    }
    for index in found.indices {
      let latin = found[index].latin
      guard let last = latin.last, last == UInt8(ascii: "h") || last == UInt8(ascii: "t") else {
        continue
      }
      let other = found.firstIndex {
        $0.latin.count == latin.count && $0.latin.last != last
          && $0.latin.dropLast().elementsEqual(latin.dropLast())
      }
      guard let other else { continue }
      let share = log(exp(shares[index]) + exp(shares[other]))
      found[index].evidence.pair = (share, shares[index] - share)
    }
  }

  /// Adds what the letters say of a rare word, and says of every candidate how well it fits them.
  private func addLetters(
    _ letters: [UInt8], _ found: inout [RomanCandidate], _ passed: [[UInt8]],
    _ scratch: inout JointModel.Scratch
  ) {
    let scalars = UTF8Bytes.scalars(of: letters)
    guard scalars.count <= Self.longest else { return }
    let answers = joint.outputs(
      of: scalars, limit: search.width, width: search.width, reach: search.reach,
      scratch: &scratch)
    guard let best = answers.first?.score else { return }
    // One behind the other, and where each ends.
    var outputs: [UInt8] = []
    var ends: [Int] = []
    outputs.reserveCapacity(answers.count * letters.count * 2)
    ends.reserveCapacity(answers.count)
    for (rank, answer) in answers.enumerated() {
      let start = outputs.count
      for scalar in answer.output { UTF8Bytes.append(scalar, to: &outputs) }
      ends.append(outputs.count)
      guard rank < 4, start < outputs.count else { continue }
      let latin = Array(outputs[start...])
      guard Self.isNew(latin, among: found, passed) else { continue }
      var evidence = RomanCandidate.Evidence()
      evidence.share = answer.score / Float(scalars.count + 1)
      found.append(RomanCandidate(latin: latin, source: .letters, evidence: evidence))
    }
    addEndings(letters, &found, passed)
    let least = (answers.last?.score ?? best) - best - 1
    for index in found.indices {
      var start = 0
      let rank = ends.firstIndex { end in
        defer { start = end }
        return found[index].latin.elementsEqual(outputs[start..<end])
      }
      let score = rank.map { answers[$0].score - best }
      found[index].evidence.fit = max(score ?? least, -8)
    }
    fitMoods(&found)
  }
}

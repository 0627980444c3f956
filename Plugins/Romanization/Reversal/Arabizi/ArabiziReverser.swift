import ArabicText
import RomanizationResources
import Synchronization
import Warraq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Gives words that were typed in chat with Latin letters and digits their Arabic letters. A guess: vowels are written as
/// everyone likes, and one letter stands for several.
///
/// A word becomes that of the romanizer's lexicon whose reading fits it best, common ones before rare ones; particles may
/// stand before it. What fits none goes letter by letter.
public final class ArabiziReverser: Sendable {
  /// The reverser of the built-in model, made when it is first asked for.
  public static let shared = ArabiziReverser(RomanizerModel.shared)

  private struct Entry: Sendable {
    /// Where its sounds lie among those of all.
    let reading: Range<Int>
    /// Natural logarithm of how often it stands in records and tables, and 1.
    let weight: Float
  }

  /// Longer words are no words.
  private static let longest = 40
  /// What a cost of 1 weighs against the logarithm of a count.
  private static let costWeight: Float = 6

  private let entries: [Entry]
  private let spellings: [String]
  /// The sounds of all entries by their numbers.
  private let sounds: [UInt8]
  /// Of each outline (`SpokenSound.outline`) the entries that may have it, the common ones first.
  private let outlines: [[UInt8]: [Int32]]
  /// Words that were met, and what they became; chat is full of the same ones.
  private let met = Mutex<[String: String]>([:])
  /// Words to remember; the common ones come first.
  private static let mostMet = 50_000

  init(_ model: RomanizerModel?) {
    var counts: [Word: Int] = [:]
    model?.forEachWord { arabic, latin, count in
      // Articles are read by themselves.
      let hasArticle = latin.hasPrefix("al-") && arabic.hasPrefix("ال")
      counts[
        Word(
          arabic: hasArticle ? String(arabic.unicodeScalars.dropFirst(2)) : arabic,
          latin: hasArticle ? String(latin.dropFirst(3)) : latin), default: 0] += count
    }
    var builder = Builder()
    // The common ones first, in an order of its own: of words that fit equally well the first one wins.
    for (word, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      builder.add(word, count)
    }
    (entries, spellings) = (builder.entries, builder.spellings)
    (sounds, outlines) = (builder.sounds, builder.outlines)
  }

  private struct Word: Hashable, Comparable {
    let arabic: String
    let latin: String

    static func < (left: Word, right: Word) -> Bool {
      (left.arabic, left.latin) < (right.arabic, right.latin)
    }
  }

  private struct Builder {
    var entries: [Entry] = []
    var spellings: [String] = []
    var sounds: [UInt8] = []
    var outlines: [[UInt8]: [Int32]] = [:]

    mutating func add(_ word: Word, _ count: Int) {
      guard let reading = SpokenSound.read(word.latin), !reading.isEmpty else { return }
      var outline: [UInt8] = []
      for (index, sound) in reading.enumerated() {
        guard let way = sound.outline else { continue }
        // A doubled consonant is typed once or twice.
        if index > 0, reading[index - 1].outline == way { continue }
        outline.append(way)
      }
      outlines[outline, default: []].append(Int32(entries.count))
      // The h of ة is often left out.
      if reading.suffix(2) == [.shortA, .h] {
        outlines[outline.dropLast(), default: []].append(Int32(entries.count))
      }
      let start = sounds.count
      sounds += reading.map(\.number)
      entries.append(Entry(reading: start..<sounds.count, weight: log(Float(count + 1))))
      spellings.append(word.arabic)
    }
  }

  /// The Arabic of a line; what is no word of Latin letters stays.
  public func reverse(_ line: String) -> String {
    var result = ""
    var word = ""
    // An article that was typed apart, and what stands behind it.
    var article = ""
    func finish(behind next: Character?) {
      if !word.isEmpty, article.isEmpty, Self.articles.contains(word.lowercased()),
        next == " " || next == "-"
      {
        article = word
        word = ""
        return
      }
      let whole = article + word
      result += whole.contains(where: \.isLetter) ? reverseWord(whole) : whole
      (article, word) = ("", "")
    }
    for character in line {
      let isPart =
        character.isASCII && (character.isLetter || character.isNumber)
        || !word.isEmpty && "'’`".contains(character)
      if isPart {
        word.append("’`".contains(character) ? "'" : character)
        continue
      }
      // و is written together with the word behind it.
      let isAnd = character == " " && article.isEmpty && Self.ands.contains(word.lowercased())
      let isBehindArticle = !article.isEmpty && word.isEmpty
      finish(behind: isBehindArticle ? nil : character)
      if article.isEmpty, !isAnd { result.append(character) }
    }
    finish(behind: nil)
    return result
  }

  private static let articles: Set<String> = ["al", "el", "il"]
  private static let ands: Set<String> = ["w", "wa", "we", "u"]

  private func reverseWord(_ word: String) -> String {
    let lower = word.lowercased()
    if let known = Self.words[lower] ?? met.withLock({ $0[lower] }) { return known }
    guard let made = arabic(of: lower) else { return word }
    met.withLock { if $0.count < Self.mostMet { $0[lower] = made } }
    return made
  }

  /// The Arabic of a word in lower case; nil for one of other letters than chat has.
  private func arabic(of lower: String) -> String? {
    if Self.ands.contains(lower) { return "و" }
    guard lower.utf8.count <= Self.longest, let letters = ChatLetters.read(lower) else {
      return nil
    }
    var best = stem(lower)
    func take(_ arabic: String, _ rest: String, cost: Float) {
      guard rest.count > 1, let found = stem(rest) else { return }
      let score = found.score - cost * Self.costWeight
      if score > best?.score ?? -.infinity { best = (arabic + found.arabic, score) }
    }
    for particle in Self.particles where lower.hasPrefix(particle.latin) {
      take(particle.arabic, String(lower.dropFirst(particle.latin.count)), cost: particle.cost)
    }
    if let rest = Self.behindArticle(lower) { take("ال", rest, cost: 0.1) }
    return best?.arabic ?? Self.spell(letters)
  }

  /// A word of the lexicon, alone or with an ending.
  private func stem(_ word: String) -> (arabic: String, score: Float)? {
    guard let letters = ChatLetters.read(word) else { return nil }
    var best = known(letters)
    for ending in Self.endings where word.hasSuffix(ending.latin) {
      guard let rest = ChatLetters.read(String(word.dropLast(ending.latin.count))), rest.count > 2,
        let found = known(rest), let last = found.arabic.unicodeScalars.last,
        !"ةىاءأئؤ".unicodeScalars.contains(last)
      else { continue }
      let score = found.score - ending.cost * Self.costWeight
      if score > best?.score ?? -.infinity { best = (found.arabic + ending.arabic, score) }
    }
    return best
  }

  /// The word of the lexicon that letters fit best.
  private func known(_ letters: [ChatLetters]) -> (arabic: String, score: Float)? {
    var best: (number: Int, score: Float)?
    let limit = 0.6 + 0.1 * Float(letters.count)
    let alignment = ChatAlignment(letters)
    entries.withUnsafeBufferPointer { entries in
      sounds.withUnsafeBufferPointer { sounds in
        for outline in ChatLetters.outlines(of: letters) {
          for number in outlines[outline] ?? [] {
            let entry = entries[Int(number)]
            // They lie by their weights: none that follows can win.
            if entry.weight <= best?.score ?? -.infinity { break }
            let cost = alignment.cost(UnsafeBufferPointer(rebasing: sounds[entry.reading]))
            let score = entry.weight - cost * Self.costWeight
            if cost <= limit, score > best?.score ?? -.infinity { best = (Int(number), score) }
          }
        }
      }
    }
    return best.map { (spellings[$0.number], $0.score) }
  }

  /// Particles before a word, and what it costs that they are some.
  private static let particles: [(latin: String, arabic: String, cost: Float)] = [
    (["al", "el", "il", "ul"], "ال", 0.1), (["wal", "wel", "wil", "waal"], "وال", 0.2),
    (["bal", "bel", "bil", "bial"], "بال", 0.2), (["lal", "lel", "lil"], "لل", 0.2),
    (["wa", "we", "wi", "w"], "و", 0.4), (["ba", "be", "bi", "b"], "ب", 0.5),
    (["la", "le", "li", "l"], "ل", 0.5), (["fa", "fe", "f"], "ف", 0.6), (["ka", "k"], "ك", 0.6),
  ].flatMap { (forms: [String], arabic: String, cost: Float) in
    forms.map { ($0, arabic, cost) }
  }

  /// Pronouns and adverbs' tanwin behind a word.
  private static let endings: [(latin: String, arabic: String, cost: Float)] = [
    ("an", "ا", 0.1), ("i", "ي", 0.4), ("ak", "ك", 0.4), ("ik", "ك", 0.4), ("ek", "ك", 0.4),
    ("uh", "ه", 0.5),
    ("ha", "ها", 0.4), ("na", "نا", 0.4), ("hom", "هم", 0.4), ("hum", "هم", 0.4),
    ("kom", "كم", 0.4),
    ("kum", "كم", 0.4),
  ]

  /// Words that no lexicon of books has.
  private static let words: [String: String] = {
    let resource = romanization_arabizi_words()
    var words: [String: String] = [:]
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count)) where row.count > 1 {
      for typed in row[1].split(separator: " ") { words[String(typed)] = row[0] }
    }
    return words
  }()

  /// What stands behind the article of `ashshams`, `ennas`: its l is typed as the letter behind it.
  private static func behindArticle(_ word: String) -> String? {
    let letters = Array(word)
    guard letters.count > 4, "aei".contains(letters[0]), "tdrzsn".contains(letters[1]) else {
      return nil
    }
    let second = letters[2] == "h" ? 3 : 2
    return letters[second] == letters[1] ? String(letters[second...]) : nil
  }

  /// A word that the lexicon does not have, by its letters: of vowels those that are typed long, those at either end, and
  /// the one before the last consonant.
  private static func spell(_ word: [ChatLetters]) -> String {
    var result = ""
    for (index, letters) in word.enumerated() {
      guard let meaning = letters.meanings.first else { continue }
      guard letters.isVowel else {
        let isTwice = index > 0 && word[index - 1].meanings.first?.sounds == meaning.sounds
        if !isTwice { result += meaning.sounds.map(\.arabic).joined() }
        continue
      }
      let isLast = index + 1 == word.count
      let isBeforeLast = index + 2 == word.count && !word[index + 1].isVowel
      guard index == 0 || isLast || isBeforeLast || letters.isLong else { continue }
      switch meaning.sounds.first?.number {
      case 0, 3: result += "ا"
      case 1, 4: result += index == 0 ? "إ" : "ي"
      default: result += index == 0 ? "أ" : "و"
      }
      if meaning.sounds.count > 1 { result += meaning.sounds[1].arabic }
    }
    return result
  }
}

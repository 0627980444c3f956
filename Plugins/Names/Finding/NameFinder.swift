import ArabicText
import Warraq

/// Finds persons' names among the words of one document.
///
/// Three kinds of evidence begin a name: a title or office before it, the whole name in the
/// lexicon, and a word that mostly opens names. What goes on with it must look like a part of a
/// name. A surname that was found once is found again when it stands alone.
struct NameFinder {
  /// A place where a person is named.
  struct Mention {
    var span: TextSpan
    /// The key of the full name.
    var fullKey: String
    /// True when only the surname stands there.
    var isSurname = false
  }

  private let layer: TokenLayer
  private let text: Text
  private let facts: [TermFacts]
  private let lexicon: NameLexicon
  private static let longest = 6

  init(layer: TokenLayer, lexicon: NameLexicon, text: Text, memory: inout TermFactsMemory) {
    self.layer = layer
    self.lexicon = lexicon
    self.text = text
    facts = layer.terms.map { memory.facts(of: $0, lexicon: lexicon) }
  }

  /// All mentions, in order of place.
  func mentions() -> [Mention] {
    var mentions: [Mention] = []
    var surnames: [ByteKey: String] = [:]
    var index = 0
    while index < layer.tokens.count {
      if let range = nameRange(at: index) {
        let mention = makeMention(range)
        mentions.append(mention)
        if range.count >= 2 {
          surnames[ByteKey(key(at: range.upperBound - 1, isFirst: false))] = mention.fullKey
        }
        index = range.upperBound
      } else {
        if let full = surnameAlone(at: index, surnames) {
          mentions.append(
            Mention(span: span(index..<index + 1), fullKey: full, isSurname: true))
        }
        index += 1
      }
    }
    return mentions
  }

  /// The last part of a Latin name, its article and particles included.
  static func surname(of latin: String) -> String {
    let parts = LatinParts.split(latin)
    return parts.last ?? latin
  }

  private func surnameAlone(at index: Int, _ surnames: [ByteKey: String]) -> String? {
    let fact = fact(index)
    guard !surnames.isEmpty, layer.tokens[index].kind == .word, fact.isRareWord || fact.isMostlyName
    else {
      return nil
    }
    return surnames[ByteKey(key(at: index, isFirst: true))] ?? surnames[ByteKey(folded(index))]
  }

  private func nameRange(at index: Int) -> Range<Int>? {
    guard layer.tokens[index].kind == .word, !isTitleBeforeName(index),
      !fact(index).roles.contains(.saying)
    else { return nil }
    let introduced = afterRole(at: index) ?? afterSaying(at: index)
    let listed = listedName(at: index)
    if let best = [introduced, listed].compactMap({ $0 }).max(by: { $0.count < $1.count }) {
      return isPlace(best) ? nil : best
    }
    let opens = isOpener(index) && isNamePart(index + 1) || fact(index).opensNames && isName(index)
    guard opens else { return nil }
    let range = index..<nameEnd(from: index)
    return range.count >= 2 && isSure(range) && !isPlace(range) ? range : nil
  }

  /// `السيد`, `الشيخ` before a name are titles, though some bear them as names.
  private func isTitleBeforeName(_ index: Int) -> Bool {
    fact(index).roles.contains(.title) && startsWithArticle(index)
      && index + 1 < layer.tokens.count && isJoined(index + 1) && isName(index + 1)
  }

  private func isPlace(_ range: Range<Int>) -> Bool {
    lexicon.kind(key(range)) == .place
  }

  /// The subject of a verb such as `قال`: a word that is mostly a name, alone or with others.
  private func afterSaying(at index: Int) -> Range<Int>? {
    guard index > 0, isJoined(index), fact(index - 1).roles.contains(.saying),
      isName(index), !startsWithArticle(index)
    else { return nil }
    let range = index..<nameEnd(from: index)
    return range.count >= 2 || fact(index).totalCount >= 3 ? range : nil
  }

  /// A name that the lexicon holds whole, of two words at least; the longest that fits.
  private func listedName(at index: Int) -> Range<Int>? {
    let fact = fact(index)
    guard fact.firstCount > 0 || isOpener(index) else { return nil }
    // `بان كي مون` folds to the same first word as بأن; three words in a row are no accident.
    let shortest = isStopWord(index) ? 3 : 2
    var limit = index + 1
    while limit < layer.tokens.count, limit - index < 5, isJoined(limit) { limit += 1 }
    var end = limit
    while end - index >= shortest {
      let range = index..<end
      if lexicon.kind(key(range)) == .person, isPlausible(range) {
        return index..<max(end, nameEnd(from: index, atLeast: end))
      }
      end -= 1
    }
    return nil
  }

  /// Two common words may make a rare person's name; one of the two must be mostly a name.
  private func isPlausible(_ range: Range<Int>) -> Bool {
    range.contains { fact($0).isMostlyName || fact($0).isRareWord }
  }

  /// The name behind the title or office at `index`.
  private func afterRole(at index: Int) -> Range<Int>? {
    guard index > 0 else { return nil }
    var before = index - 1
    // `د. خالد`: the stop of an abbreviation stands between.
    if layer.tokens[before].kind == .punctuation, before > 0,
      layer.tokens[before].span.count == 1, text.bytes[layer.tokens[before].span.start] == 0x2E,
      layer.tokens[before - 1].span.count <= 4
    {
      before -= 1
    }
    let isTitle = fact(before).roles.contains(.title)
    let isOffice = !isTitle && officeStands(before: index)
    guard isTitle || isOffice, isNamePart(index) || isOpener(index), !isStopWord(index),
      !startsWithArticle(index)
    else { return nil }
    let opening = fact(index)
    let range = index..<nameEnd(from: index)
    let isIntroduced = isOpener(index) || opening.opensNames || opening.isRareWord
    if range.count >= 2, isIntroduced { return range }
    // A single word is a name only behind a definite title, `الرئيس شيراك`, and only when it is
    // hardly ever anything else.
    let isDefinite = isTitle || isOffice && before + 1 == index
    let isTelling = opening.totalCount >= 3 && opening.nameForm.utf8.count >= 8
    return isDefinite && startsWithArticle(before) && isName(index) && isTelling ? range : nil
  }

  /// An office up to four words back, with words in between that may qualify it.
  private func officeStands(before index: Int) -> Bool {
    var probe = index - 1
    var steps = 0
    while probe >= 0, steps < 5, layer.tokens[probe].sentence == layer.tokens[index].sentence {
      let token = layer.tokens[probe]
      guard token.kind == .word else { return false }
      if fact(probe).roles.contains(.office) || fact(probe).roles.contains(.title) { return true }
      guard startsWithArticle(probe) || isComplement(probe) else { return false }
      probe -= 1
      steps += 1
    }
    return false
  }

  private func isComplement(_ index: Int) -> Bool {
    let fact = fact(index)
    return !isStop(index) && !fact.isMostlyName && fact.documents >= 20
  }

  private func startsWithArticle(_ index: Int) -> Bool { fact(index).hasArticle }

  /// Index behind the parts of a name that begins at `index`.
  private func nameEnd(from index: Int, atLeast floor: Int = 0) -> Int {
    var end = max(index + 1, floor)
    if isOpener(index) { end = max(end, min(index + 2, layer.tokens.count)) }
    while end < layer.tokens.count, end - index < Self.longest, isJoined(end) {
      let fact = fact(end)
      let hasNext = end + 1 < layer.tokens.count && isJoined(end + 1)
      if fact.roles.contains(.link) || fact.roles.contains(.opener) {
        guard hasNext, fact.roles.contains(.opener) || isNamePart(end + 1) else { break }
        end += 2
        continue
      }
      // Behind two parts only what is known as a name goes on; rare words may be anything.
      guard end - index < 2 ? isNamePart(end) : isName(end) else { break }
      if fact.roles.contains(.title), fact.totalCount < 20 { break }
      end += 1
    }
    return min(end, layer.tokens.count)
  }

  private func isOpener(_ index: Int) -> Bool {
    fact(index).roles.contains(.opener) && index + 1 < layer.tokens.count && isJoined(index + 1)
  }

  /// True when a token stands right behind the one before it, in one sentence, no mark between.
  private func isJoined(_ index: Int) -> Bool {
    let (before, token) = (layer.tokens[index - 1], layer.tokens[index])
    return token.kind == .word && before.kind == .word && token.sentence == before.sentence
  }

  /// True for a word that may stand in a name.
  private func isNamePart(_ index: Int) -> Bool {
    guard layer.tokens.indices.contains(index), layer.tokens[index].kind == .word else {
      return false
    }
    return isName(index)
      || !isStopWord(index) && !fact(index).hasConjunction && fact(index).isRareWord
  }

  /// True for a word that is mostly a name.
  private func isName(_ index: Int) -> Bool {
    if isAli(index) { return true }
    let fact = fact(index)
    return layer.tokens[index].kind == .word && !isStop(index) && !fact.hasConjunction
      && fact.isMostlyName
  }

  private func isStopWord(_ index: Int) -> Bool { isStop(index) && !isAli(index) }

  private func isStop(_ index: Int) -> Bool { layer.terms[layer.tokens[index].term].isStopWord }

  /// `علي` with a dotted ya is the name, `على` the preposition.
  private func isAli(_ index: Int) -> Bool {
    guard fact(index).isAli else { return false }
    let end = layer.tokens[index].span.end
    return end >= 2 && text.bytes[end - 2] == 0xD9 && text.bytes[end - 1] == 0x8A
  }

  private func folded(_ index: Int) -> String { fact(index).folded }

  /// A chain without title or lexicon entry needs two parts that are mostly names.
  private func isSure(_ range: Range<Int>) -> Bool {
    range.filter { isName($0) || fact($0).roles.contains(.opener) }.count >= 2
  }

  private func fact(_ index: Int) -> TermFacts { facts[layer.tokens[index].term] }

  private func makeMention(_ range: Range<Int>) -> Mention {
    Mention(span: span(range), fullKey: key(range))
  }

  private func key(_ range: Range<Int>) -> String {
    range.map { key(at: $0, isFirst: $0 == range.lowerBound) }.joined(separator: " ")
  }

  /// A token's form in a name: a particle glued to the first word is no part of it.
  private func key(at index: Int, isFirst: Bool) -> String {
    let fact = fact(index)
    return isFirst && fact.particleLength > 0 ? fact.nameForm : fact.folded
  }

  private func span(_ range: Range<Int>) -> TextSpan {
    let first = layer.tokens[range.lowerBound].span
    let end = layer.tokens[range.upperBound - 1].span.end
    var start = first.start
    var particles = fact(range.lowerBound).particleLength / 2
    text.bytes.withUnsafeBufferPointer { bytes in
      while particles > 0, start < first.end {
        start = UTF8Bytes.decode(bytes, at: start).next
        while start < first.end {
          let (scalar, next) = UTF8Bytes.decode(bytes, at: start)
          guard ScalarClass.extendsCluster(scalar) else { break }
          start = next
        }
        particles -= 1
      }
    }
    return TextSpan(start, end)
  }
}

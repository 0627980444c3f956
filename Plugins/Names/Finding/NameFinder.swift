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

  let layer: TokenLayer
  let text: Text
  let facts: [TermFacts]
  let lexicon: NameLexicon
  let habit: YaHabit

  init(layer: TokenLayer, lexicon: NameLexicon, text: Text, memory: inout TermFactsMemory) {
    self.layer = layer
    self.lexicon = lexicon
    self.text = text
    facts = layer.terms.map { memory.facts(of: $0, lexicon: lexicon) }
    habit = YaHabit(layer, text)
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
        if isKnownAlone(index) {
          mentions.append(makeMention(index..<index + 1))
        } else if let full = surnameAlone(at: index, surnames) {
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

  /// A surname that is so hardly a word of the language that it needs no one before it: `شافيز`.
  private func isKnownAlone(_ index: Int) -> Bool {
    let fact = fact(index)
    return layer.tokens[index].kind == .word && isName(index, isFirst: true) && !isLink(index)
      && !isWordAlone(index) && !isAdjective(index) && !fact.roles.contains(.nationality)
      && (fact.isKnownSurname || fact.isMostlySurname && lexicon.kind(fact.nameForm) != .place)
  }

  private func surnameAlone(at index: Int, _ surnames: [ByteKey: String]) -> String? {
    let fact = fact(index)
    guard !surnames.isEmpty, layer.tokens[index].kind == .word, !isStopWord(index),
      !isWordAlone(index), !isAdjective(index), fact.isRareWord || fact.isMostlyName
    else { return nil }
    return surnames[ByteKey(key(at: index, isFirst: true))] ?? surnames[ByteKey(folded(index))]
  }

  private func nameRange(at index: Int) -> Range<Int>? {
    guard layer.tokens[index].kind == .word, !isTitleBeforeName(index), !isPhrase(index),
      !fact(index).roles.contains(.saying)
    else { return nil }
    let listed = listedName(at: index)
    guard listed != nil || !isOfficeOfSomething(index) else { return nil }
    let introduced = afterRole(at: index) ?? afterSaying(at: index)
    if let best = [introduced, listed, linkedName(at: index)].compactMap({ $0 }).max(by: {
      $0.count < $1.count
    }) {
      return isPlace(best) ? nil : best
    }
    let opens =
      isOpener(index) && isNamePart(index + 1)
      || fact(index).opensNames && isName(index, isFirst: true)
    guard opens else { return nil }
    let range = index..<nameEnd(from: index)
    return range.count >= 2 && isSure(range) && !isPlace(range) ? range : nil
  }

  func isPlace(_ range: Range<Int>) -> Bool {
    lexicon.kind(key(range)) == .place
  }

  func folded(_ index: Int) -> String { fact(index).folded }

  func fact(_ index: Int) -> TermFacts { facts[layer.tokens[index].term] }

  private func makeMention(_ range: Range<Int>) -> Mention {
    Mention(span: span(range), fullKey: key(range))
  }

  func key(_ range: Range<Int>) -> String {
    let words = range.map { key(at: $0, isFirst: $0 == range.lowerBound) }.joined(separator: " ")
    return range.contains { fact($0).isJoinedCompound } ? NameKey.make(words) : words
  }

  /// A token's form in a name: a particle glued to the first word is no part of it.
  func key(at index: Int, isFirst: Bool) -> String {
    let fact = fact(index)
    return isFirst && fact.particleLength > 0 ? fact.nameForm : fact.folded
  }

  func span(_ range: Range<Int>) -> TextSpan {
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

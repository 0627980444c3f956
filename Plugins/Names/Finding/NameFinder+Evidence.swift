import Warraq

/// What begins a name.
extension NameFinder {
  /// The subject of a verb such as `قال`: a word that is mostly a name, alone or with others.
  func afterSaying(at index: Int) -> Range<Int>? {
    guard index > 0, isJoined(index), fact(index - 1).roles.contains(.saying),
      isName(index), !startsWithArticle(index)
    else { return nil }
    let range = index..<nameEnd(from: index)
    return range.count >= 2 || fact(index).totalCount >= 3 && !isWordAlone(index) ? range : nil
  }

  /// A name that the lexicon holds whole, of two words at least; the longest that fits.
  func listedName(at index: Int) -> Range<Int>? {
    let fact = fact(index)
    guard fact.firstCount > 0 || isOpener(index) else { return nil }
    // `بان كي مون` folds to the same first word as بأن; three words in a row are no accident.
    let shortest = isStopWord(index) ? 3 : 2
    var limit = index + 1
    while limit < layer.tokens.count, limit - index < 5, isJoined(limit), !isPreposition(limit) {
      limit += 1
    }
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

  /// A word before بن and a name: it need not be known.
  func linkedName(at index: Int) -> Range<Int>? {
    guard index + 2 < layer.tokens.count, fact(index + 1).isBin else { return nil }
    let fact = fact(index)
    guard isJoined(index + 1), isJoined(index + 2), isName(index + 2) || isOpener(index + 2),
      !isStop(index), !startsWithArticle(index), !fact.roles.contains(.opener)
    else { return nil }
    let isIntroduced =
      index > 0 && isJoined(index) && self.fact(index - 1).roles.contains(.title)
    guard isIntroduced || fact.isMostlyName || fact.documents <= 60 else { return nil }
    return index..<nameEnd(from: index)
  }

  /// Two common words may make a rare person's name; one of the two must be mostly a name.
  func isPlausible(_ range: Range<Int>) -> Bool {
    range.contains { fact($0).isMostlyName || fact($0).isRareWord }
  }

  /// The name behind the title or office at `index`.
  func afterRole(at index: Int) -> Range<Int>? {
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
    let isNational = fact(before).roles.contains(.nationality)
    let isOffice = !isTitle && officeStands(before: index)
    guard isTitle || isNational || isOffice, isNamePart(index) || isOpener(index),
      !isStopWord(index),
      !startsWithArticle(index)
    else { return nil }
    let opening = fact(index)
    let range = index..<nameEnd(from: index)
    let isIntroduced = isOpener(index) || opening.opensNames || opening.isRareWord
    // Words between an office and a name may be anything; so the name has to be known.
    let isNear = isTitle || isNational || fact(before).roles.contains(.office)
    if range.count >= 2, isIntroduced, isNear || range.contains(where: { isName($0) }) {
      return range
    }
    // A single word is a name only behind a definite title, `الرئيس شيراك`, and only when it is
    // hardly ever anything else.
    let isDefinite = isTitle || isOffice && before + 1 == index
    let isTelling =
      opening.totalCount >= 3 && opening.nameForm.utf8.count >= 8 && !isWordAlone(index)
    return isDefinite && startsWithArticle(before) && isName(index) && isTelling ? range : nil
  }

  /// An office up to four words back, with words in between that may qualify it.
  func officeStands(before index: Int) -> Bool {
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

  func isComplement(_ index: Int) -> Bool {
    let fact = fact(index)
    return !isStop(index) && !fact.isMostlyName && fact.documents >= 20
  }

  /// A chain without title or lexicon entry needs two parts that are mostly names, or a word that begins names more than it
  /// is another, before one that news does not know.
  func isSure(_ range: Range<Int>) -> Bool {
    let known = range.filter {
      isName($0, isFirst: $0 == range.lowerBound) || fact($0).roles.contains(.opener)
    }
    let first = fact(range.lowerBound)
    return known.count >= 2
      || first.firstCount >= 20 && first.documents <= first.firstCount
        && fact(range.lowerBound + 1).isRareWord
  }
}

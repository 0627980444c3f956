import Warraq

/// What a word may be in its place.
extension NameFinder {
  /// `العمل العربي`: behind a word with the article, but for an office, one with the article says of what kind that is.
  func isAdjective(_ index: Int) -> Bool {
    index > 0 && startsWithArticle(index) && isJoined(index) && startsWithArticle(index - 1)
      && fact(index - 1).roles.isDisjoint(with: [.title, .office])
  }

  /// `السيد`, `الشيخ` before a name are titles, though some bear them as names.
  func isTitleBeforeName(_ index: Int) -> Bool {
    let roles = fact(index).roles
    guard !roles.isDisjoint(with: [.title, .office]), index + 1 < layer.tokens.count,
      isJoined(index + 1)
    else { return false }
    // `سعادة السيد`: one title before another.
    let isBeforeTitle = startsWithArticle(index + 1) && fact(index + 1).roles.contains(.title)
    return isBeforeTitle || roles.contains(.title) && startsWithArticle(index) && isName(index + 1)
  }

  /// `ملك إسبانيا`, `ناطق عسكري`: an office without the article before what is no name, or one that
  /// is no name itself.
  func isOfficeOfSomething(_ index: Int) -> Bool {
    guard !startsWithArticle(index), !fact(index).roles.isDisjoint(with: [.title, .office]),
      index + 1 < layer.tokens.count, isJoined(index + 1), !isLink(index + 1)
    else { return false }
    return !isName(index + 1) || !fact(index).opensNames
  }

  /// `حجاج بيت الله`, `باسم الدين`: a word and the next look like a name and are none.
  func isPhrase(_ index: Int) -> Bool {
    let fact = fact(index)
    guard fact.roles.contains(.phrase) || isInTheNameOf(index), index + 1 < layer.tokens.count,
      isJoined(index + 1)
    else { return false }
    return Roles.isPhrase(fact.folded, self.fact(index + 1).folded)
      || isInTheNameOf(index) && startsWithArticle(index + 1)
        && self.fact(index + 1).documents > Self.commonDocuments
  }

  /// True for باسم, which is a name and `in the name of`.
  private func isInTheNameOf(_ index: Int) -> Bool {
    fact(index).folded == "باسم" || fact(index).folded == "وباسم"
  }

  /// News articles in which a word stands that is more than a surname.
  private static let commonDocuments = 200

  func isLink(_ index: Int) -> Bool {
    !fact(index).roles.isDisjoint(with: [.link, .opener])
  }

  func startsWithArticle(_ index: Int) -> Bool { fact(index).hasArticle }

  /// Whether a title or an office, which some bear as names, is one behind so many parts of a name: `كوفي عنان الأمين العام`,
  /// `فهد بن سلطان أمير تبوك`.
  func beginsOffice(_ index: Int, after parts: Int) -> Bool {
    guard !fact(index).roles.isDisjoint(with: [.title, .office]) else { return false }
    return startsWithArticle(index + 1) || parts >= 2 && !startsWithArticle(index)
  }

  /// True for a word that is no name when it stands alone: an office, or a word that is one of the language as well.
  func isWordAlone(_ index: Int) -> Bool {
    !fact(index).roles.isDisjoint(with: [.title, .office, .word])
  }

  func isOpener(_ index: Int) -> Bool {
    index + 1 < layer.tokens.count && fact(index).roles.contains(.opener) && isJoined(index + 1)
  }

  /// True when a token stands right behind the one before it, in one sentence, no mark between.
  func isJoined(_ index: Int) -> Bool {
    let (before, token) = (layer.tokens[index - 1], layer.tokens[index])
    return token.kind == .word && before.kind == .word && token.sentence == before.sentence
  }

  /// True for a word that may stand in a name.
  func isNamePart(_ index: Int) -> Bool {
    guard layer.tokens.indices.contains(index), layer.tokens[index].kind == .word else {
      return false
    }
    return isName(index)
      || !isStopWord(index) && !fact(index).hasConjunction && fact(index).isRareWord
  }

  /// True for a word that is mostly a name.
  ///
  /// - Parameter isFirst: Whether a name begins with it; then و may be glued to it.
  func isName(_ index: Int, isFirst: Bool = false) -> Bool {
    if isAli(index) { return true }
    let fact = fact(index)
    // `الناطق باسم الحكومة`
    if index > 0, isInTheNameOf(index), self.fact(index - 1).roles.contains(.office) {
      return false
    }
    return layer.tokens[index].kind == .word && !isStop(index)
      && (!fact.hasConjunction || isFirst && fact.particleLength > 0)
      && !fact.folded.isEmpty
      && fact.isMostlyName
  }

  func isStopWord(_ index: Int) -> Bool { isStop(index) && !isAli(index) }

  func isStop(_ index: Int) -> Bool { layer.terms[layer.tokens[index].term].isStopWord }

  /// `علي` with a dotted ya is the name, `على` the preposition, unless the text dots them all.
  func isAli(_ index: Int) -> Bool {
    fact(index).isAli && !habit.dotsMaqsura && isDotted(index)
  }

  /// على, unless the text leaves the dots of ya out.
  func isPreposition(_ index: Int) -> Bool {
    fact(index).isAli && !habit.leavesDots && !isDotted(index)
  }

  private func isDotted(_ index: Int) -> Bool {
    let end = layer.tokens[index].span.end
    return end >= 2 && text.bytes[end - 2] == 0xD9 && text.bytes[end - 1] == 0x8A
  }
}

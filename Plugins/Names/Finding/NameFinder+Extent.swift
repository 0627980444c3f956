import Warraq

/// How far a name goes.
extension NameFinder {
  /// Most words of a name.
  private static let longest = 6

  /// Index behind the parts of a name that begins at `index`.
  func nameEnd(from index: Int, atLeast floor: Int = 0) -> Int {
    var end = max(index + 1, floor)
    if isOpener(index) { end = max(end, unitEnd(from: index)) }
    while end < layer.tokens.count, end - index < Self.longest, isJoined(end) {
      let fact = fact(end)
      let hasNext = end + 1 < layer.tokens.count && isJoined(end + 1)
      if fact.roles.contains(.link) || fact.roles.contains(.opener) {
        guard hasNext, fact.roles.contains(.opener) || isNamePart(end + 1) || isOpener(end + 1)
        else {
          break
        }
        end = isOpener(end + 1) ? unitEnd(from: end + 1) : end + 2
        continue
      }
      // Rulers have one name: `محمد السادس`, but not `عمرو دياب الأول`.
      if fact.roles.contains(.ordinal) {
        return end == (isOpener(index) ? unitEnd(from: index) : index + 1) ? end + 1 : end
      }
      if hasNext, beginsOffice(end, after: end - index) { break }
      guard goesOn(at: end, after: end - index) else { break }
      if fact.roles.contains(.title), fact.totalCount < 20 { break }
      end += 1
    }
    return min(end, layer.tokens.count)
  }

  /// Index behind the unit that an opener begins: `عبد العزيز`, `أبو عبد الله`.
  func unitEnd(from index: Int) -> Int {
    isOpener(index + 1) ? index + 3 : index + 2
  }

  /// Whether a word goes on with a name of so many parts. Behind two of them only what is known as a name does, or a rare
  /// word with the article, as surnames are; other rare words may be anything.
  private func goesOn(at index: Int, after parts: Int) -> Bool {
    if parts < 2 { return isNamePart(index) }
    // A surname with the article is the last one: `السيسي الموكب`; صلاح الدين has none yet.
    let isBehindSurname =
      beginsWithArticle(index - 1) && !fact(index - 1).roles.contains(.word) && !isOpener(index - 2)
    if beginsWithArticle(index), isBehindSurname { return false }
    return isName(index) || beginsWithArticle(index) && isNamePart(index)
  }

  /// Whether a word begins with the article, and no particle before it.
  private func beginsWithArticle(_ index: Int) -> Bool { fact(index).folded.hasPrefix("ال") }
}

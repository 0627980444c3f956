import ArabicText
import Warraq

/// Decides whether a single full stop ends a sentence.
struct StopJudge: Sendable {
  /// What the words around a stop say of it.
  enum Verdict {
    case ends
    case goesOn
    /// They say nothing; ICU's rules decide.
    case unsure
  }

  let abbreviations: Abbreviations
  private let words = ClauseWords.shared
  /// No abbreviation has more letters, a proclitic included.
  private let longestForm: Int

  init(abbreviations: Abbreviations) {
    self.abbreviations = abbreviations
    longestForm = abbreviations.longestForm + 1
  }

  /// What stands before a full stop.
  private struct Before {
    /// The letters of the form, without dots and marks; Latin in lower case.
    var form = ""
    var letters = 0
    var isLatin = false
    var hasInnerStop = false
    var followsNumber = false
    /// Offset of the first scalar of the form.
    var start = 0
  }

  /// Whether the full stop at `stop` ends a sentence that began at `sentenceStart`.
  ///
  /// - Parameter next: Offset of the first scalar behind the stop that is no white space; the
  ///   line's end when nothing follows.
  func endsSentence(
    _ line: TextLine, stop: Int, next: Int, sentenceStart: Int
  ) -> Verdict {
    guard let following = line.scalar(next) else { return .ends }
    if next == line.next(after: stop) {
      return judgeTight(line, stop: stop, next: next, following: following) ? .ends : .goesOn
    }
    if isListMarker(line, stop: stop, sentenceStart: sentenceStart) { return .goesOn }
    if isContinuingMark(following) { return .goesOn }
    if let before = before(line, stop: stop),
      let verdict = judgeAbbreviation(before, line, stop: stop, next: next)
    {
      return verdict ? .ends : .goesOn
    }
    return ScalarClass.isArabicLetter(following) ? .ends : .unsure
  }

  /// A stop with no space behind it: `3.5`, `report.pdf`, `ق.م`, `العربية.نت`, `بي.بي.سي`, or a slip.
  private func judgeTight(_ line: TextLine, stop: Int, next: Int, following: UInt32) -> Bool {
    guard ScalarClass.isArabicLetter(following) else {
      return Bracketing.isCloser(following) || following == 0x22 || following == 0xAB
    }
    let word = line.word(at: next)
    if isSpelled(line, stop: stop, next: next, following: word) { return false }
    if let before = before(line, stop: stop) {
      if before.letters == 1 && !before.followsNumber { return false }
      let form = abbreviations.kinds(of: before.form)
      if !form.isEmpty, before.hasInnerStop || form.contains(.initial) { return false }
      // `أ.د`: a lone letter behind the stop goes with the abbreviation.
      if word.unicodeScalars.count == 1 { return before.letters == 0 }
    } else if word.unicodeScalars.count == 1 {
      return false
    }
    return !words.domains.contains(ByteKey(word))
  }

  /// Whether a stop parts letters that are spelled by name, as in `بي.إم.دبليو`.
  private func isSpelled(_ line: TextLine, stop: Int, next: Int, following: String) -> Bool {
    let piece = line.letters(line.wordStart(before: stop), stop)
    if isLetterName(piece) { return true }
    guard isLetterName(following) else { return false }
    // Behind a particle, or behind a name that the table does not have, the letters that follow tell.
    let end = line.wordEnd(from: next)
    let goesOn =
      line.scalar(end) == 0x2E
      && line.scalar(line.next(after: end)).map(TextLine.isWordPart) ?? false
    return goesOn || withoutProclitic(piece).map(isLetterName) ?? false
  }

  private func isLetterName(_ word: String) -> Bool {
    abbreviations.kinds(of: word).contains(.initial)
  }

  private func isContinuingMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x060C, 0x061B, 0x2C, 0x3B, 0x3A: true
    default: false
    }
  }

  /// `1.`, `٢.`, `100.` at the start of an item.
  private func isListMarker(_ line: TextLine, stop: Int, sentenceStart: Int) -> Bool {
    var offset = line.skippingSpace(from: sentenceStart)
    guard offset < stop else { return false }
    for _ in 0..<3 {
      guard let scalar = line.scalar(offset), ScalarClass.isDigit(scalar) else { return false }
      offset = line.next(after: offset)
      if offset == stop { return true }
    }
    return false
  }

  /// What stands before a stop, or nil for a word too long to be an abbreviation.
  private func before(_ line: TextLine, stop: Int) -> Before? {
    var before = Before(start: stop)
    while let offset = line.previous(before: before.start), let scalar = line.scalar(offset) {
      if scalar == 0x2E {
        if before.letters == 0 { break }
        before.hasInnerStop = true
      } else if ScalarClass.extendsCluster(scalar) {
        // Marks say nothing; the tatweel of هـ is part of the form only by habit.
      } else if ScalarClass.isArabicLetter(scalar) || ScalarClass.isLatinLetter(scalar) {
        before.letters += 1
        if before.letters > longestForm { return nil }
        if ScalarClass.isLatinLetter(scalar) { before.isLatin = true }
      } else if ScalarClass.isWhiteSpace(scalar), isSpacedInitial(line, space: offset, before) {
        before.hasInnerStop = true
      } else {
        break
      }
      before.start = offset
    }
    before.form = line.letters(before.start, stop)
    if before.isLatin { before.form = before.form.lowercased() }
    before.followsNumber = followsNumber(line, before.start)
    return before
  }

  /// `أ. د.`: the space between two lone letters with stops.
  private func isSpacedInitial(_ line: TextLine, space: Int, _ before: Before) -> Bool {
    guard before.letters == 1, let stop = line.previous(before: space), line.scalar(stop) == 0x2E,
      let letter = line.previous(before: stop), let scalar = line.scalar(letter),
      ScalarClass.isArabicLetter(scalar)
    else { return false }
    guard let further = line.previous(before: letter).flatMap(line.scalar) else { return true }
    return !TextLine.isWordPart(further)
  }

  private func followsNumber(_ line: TextLine, _ start: Int) -> Bool {
    line.previousInk(before: start).flatMap(line.scalar).map(ScalarClass.isDigit) ?? false
  }

  private func judgeAbbreviation(
    _ before: Before, _ line: TextLine, stop: Int, next: Int
  ) -> Bool? {
    guard before.letters > 0 else { return nil }
    let opensClause = words.beginsClause(line.word(at: next))
    if before.isLatin { return judgeLatin(before, line, next: next, opensClause: opensClause) }

    var kinds = abbreviations.kinds(of: before.form)
    if kinds.isEmpty, before.hasInnerStop || before.letters == 2 {
      kinds = kindsWithoutProclitic(before)
      if kinds.contains(.title) { return false }
    }
    let isWritten = before.letters == 1 || before.hasInnerStop
    if before.followsNumber, kinds.contains(.unit) || kinds.contains(.era) {
      return opensClause ?? true
    }
    if isWritten, kinds.contains(.era), before.letters > 1 { return opensClause ?? false }
    if isWritten, kinds.contains(.title) { return false }
    if before.letters == 1 { return before.followsNumber ? opensClause ?? true : false }
    if kinds.contains(.initial) { return judgeInitial(line, before, next: next, opensClause) }
    if isWritten, !kinds.isEmpty { return opensClause ?? false }
    if kinds.contains(.other) { return opensClause ?? false }
    return isDottedLetters(before, line, stop: stop) ? opensClause ?? false : nil
  }

  /// `ود.`, `لأ.د.`: a proclitic on an abbreviation.
  private func kindsWithoutProclitic(_ before: Before) -> Set<Abbreviations.Kind> {
    guard let rest = withoutProclitic(before.form) else { return [] }
    let kinds = abbreviations.kinds(of: rest)
    guard before.hasInnerStop || kinds.contains(.title) && before.form != "بم" else { return [] }
    // Without a stop inside, only a title of one letter is sure enough: `ود. خالد`.
    return before.hasInnerStop ? kinds : kinds.intersection([.title])
  }

  private func withoutProclitic(_ form: String) -> String? {
    guard let first = form.unicodeScalars.first, "وفلبك".unicodeScalars.contains(first) else {
      return nil
    }
    return String(form.unicodeScalars.dropFirst())
  }

  /// Letters spelled by name, `جي. كيه. رولينغ`: two in a row are initials, one is judged by what
  /// follows.
  private func judgeInitial(
    _ line: TextLine, _ before: Before, next: Int, _ opensClause: Bool?
  ) -> Bool {
    let following = line.word(at: next)
    if line.scalar(line.wordEnd(from: next)) == 0x2E,
      abbreviations.kinds(of: following).contains(.initial)
    {
      return false
    }
    if line.previousInk(before: before.start).flatMap(line.scalar) == 0x2E { return false }
    return opensClause ?? true
  }

  private func judgeLatin(
    _ before: Before, _ line: TextLine, next: Int, opensClause: Bool?
  ) -> Bool? {
    let kinds = abbreviations.kinds(of: before.form)
    let isInitial = before.letters == 1
    guard isInitial || before.hasInnerStop || !kinds.isEmpty else { return nil }
    if kinds.contains(.title) || isInitial,
      line.scalar(next).map(ScalarClass.isLatinLetter) ?? false
    {
      return false
    }
    // The name of a firm is a subject: its verb does not open a clause, only و does.
    return opensClause ?? false && line.scalar(next) == 0x0648
  }

  /// `ج.م.ع.`: every letter with its own stop.
  private func isDottedLetters(_ before: Before, _ line: TextLine, stop: Int) -> Bool {
    guard before.hasInnerStop, before.letters <= 5 else { return false }
    var run = 0
    var offset = before.start
    while offset < stop, let scalar = line.scalar(offset) {
      if ScalarClass.isArabicLetter(scalar) { run += 1 } else if scalar == 0x2E { run = 0 }
      if run > 1 { return false }
      offset = line.next(after: offset)
    }
    return true
  }
}

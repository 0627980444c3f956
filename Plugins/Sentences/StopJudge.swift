import ArabicText
import Warraq

/// Decides whether a single full stop ends a sentence.
struct StopJudge: Sendable {
  let abbreviations: Abbreviations
  private let words = ClauseWords.shared

  init(abbreviations: Abbreviations) { self.abbreviations = abbreviations }

  /// What stands before a full stop.
  private struct Before {
    /// The letters of the form, without dots and marks; Latin in lower case.
    var form = ""
    var letters = 0
    var isLatin = false
    var hasInnerStop = false
    var followsNumber = false
    /// Index of the first scalar of the form.
    var start = 0
  }

  /// Whether the full stop at `stop` ends a sentence that began at scalar `sentenceStart`.
  ///
  /// - Parameter next: Index of the first scalar behind the stop that is no white space; equal to
  ///   the line's count when nothing follows.
  func endsSentence(
    _ line: ScalarLine, stop: Int, next: Int, sentenceStart: Int, isICUBreak: Bool
  ) -> Bool {
    guard next < line.count else { return true }
    let following = line.scalars[next]
    if isTight(line, stop: stop, next: next) {
      return judgeTight(line, stop: stop, following: following)
    }
    if isListMarker(line, stop: stop, sentenceStart: sentenceStart) { return false }
    if isContinuingMark(following) { return false }
    if let verdict = judgeAbbreviation(before(line, stop: stop), line, stop: stop, next: next) {
      return verdict
    }
    return isICUBreak || ScalarClass.isArabicLetter(following)
  }

  private func isTight(_ line: ScalarLine, stop: Int, next: Int) -> Bool { next == stop + 1 }

  /// A stop with no space behind it: `3.5`, `report.pdf`, `ق.م`, `العربية.نت`, or a slip.
  private func judgeTight(_ line: ScalarLine, stop: Int, following: UInt32) -> Bool {
    guard ScalarClass.isArabicLetter(following) else {
      return Bracketing.isCloser(following) || following == 0x22 || following == 0xAB
    }
    let before = before(line, stop: stop)
    if before.letters == 1 && !before.followsNumber { return false }
    let form = abbreviations.kinds(of: before.form)
    if !form.isEmpty, before.hasInnerStop || form.contains(.initial) { return false }
    let word = line.word(at: stop + 1)
    if words.domains.contains(word) { return false }
    // `أ.د`: a lone letter behind the stop goes with the abbreviation.
    if word.unicodeScalars.count == 1 { return before.letters == 0 }
    return true
  }

  private func isContinuingMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x060C, 0x061B, 0x2C, 0x3B, 0x3A: true
    default: false
    }
  }

  /// `1.`, `٢.`, `أ.` at the start of an item.
  private func isListMarker(_ line: ScalarLine, stop: Int, sentenceStart: Int) -> Bool {
    let start = line.skippingSpace(from: sentenceStart)
    guard start < stop, stop - start <= 3 else { return false }
    return (start..<stop).allSatisfy { ScalarClass.isDigit(line.scalars[$0]) }
  }

  private func before(_ line: ScalarLine, stop: Int) -> Before {
    var before = Before(start: stop)
    var form: [Unicode.Scalar] = []
    var index = stop - 1
    while index >= 0 {
      let scalar = line.scalars[index]
      if scalar == 0x2E {
        if before.letters == 0 { break }
        before.hasInnerStop = true
      } else if ScalarClass.extendsCluster(scalar) {
        // Marks say nothing; the tatweel of هـ is part of the form only by habit.
      } else if ScalarClass.isArabicLetter(scalar) || ScalarClass.isLatinLetter(scalar) {
        before.letters += 1
        if ScalarClass.isLatinLetter(scalar) { before.isLatin = true }
        if let unicode = Unicode.Scalar(scalar) { form.append(unicode) }
      } else if ScalarClass.isWhiteSpace(scalar), isSpacedInitial(line, space: index, before) {
        before.hasInnerStop = true
      } else {
        break
      }
      before.start = index
      index -= 1
      if before.letters > 24 { break }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: form.reversed())
    before.form = String(view).lowercased()
    before.followsNumber = followsNumber(line, before.start)
    return before
  }

  /// `أ. د.`: the space between two lone letters with stops.
  private func isSpacedInitial(_ line: ScalarLine, space: Int, _ before: Before) -> Bool {
    guard before.letters == 1, line.scalar(space - 1) == 0x2E,
      let letter = line.scalar(space - 2), ScalarClass.isArabicLetter(letter)
    else { return false }
    return line.scalar(space - 3).map { !ScalarLine.isWordPart($0) } ?? true
  }

  private func followsNumber(_ line: ScalarLine, _ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, ScalarClass.isWhiteSpace(line.scalars[index]) { index -= 1 }
    return index >= 0 && ScalarClass.isDigit(line.scalars[index])
  }

  private func judgeAbbreviation(
    _ before: Before, _ line: ScalarLine, stop: Int, next: Int
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
    guard let first = before.form.unicodeScalars.first, "وفلبك".unicodeScalars.contains(first)
    else { return [] }
    var rest = before.form
    rest.unicodeScalars.removeFirst()
    let kinds = abbreviations.kinds(of: rest)
    guard before.hasInnerStop || kinds.contains(.title) && before.form != "بم" else { return [] }
    // Without a stop inside, only a title of one letter is sure enough: `ود. خالد`.
    return before.hasInnerStop ? kinds : kinds.intersection([.title])
  }

  /// Letters spelled by name, `جي. كيه. رولينغ`: two in a row are initials, one is judged by what
  /// follows.
  private func judgeInitial(
    _ line: ScalarLine, _ before: Before, next: Int, _ opensClause: Bool?
  ) -> Bool {
    let following = line.word(at: next)
    let behind = next + following.unicodeScalars.count
    if line.scalar(behind) == 0x2E, abbreviations.kinds(of: following).contains(.initial) {
      return false
    }
    var index = before.start - 1
    while index >= 0, ScalarClass.isWhiteSpace(line.scalars[index]) { index -= 1 }
    if index >= 0, line.scalars[index] == 0x2E { return false }
    return opensClause ?? true
  }

  private func judgeLatin(
    _ before: Before, _ line: ScalarLine, next: Int, opensClause: Bool?
  ) -> Bool? {
    let kinds = abbreviations.kinds(of: before.form)
    let isInitial = before.letters == 1
    guard isInitial || before.hasInnerStop || !kinds.isEmpty else { return nil }
    if kinds.contains(.title) || isInitial, ScalarClass.isLatinLetter(line.scalars[next]) {
      return false
    }
    return opensClause ?? false
  }

  /// `ج.م.ع.`: every letter with its own stop.
  private func isDottedLetters(_ before: Before, _ line: ScalarLine, stop: Int) -> Bool {
    guard before.hasInnerStop, before.letters <= 5 else { return false }
    var run = 0
    for index in before.start..<stop {
      let scalar = line.scalars[index]
      if ScalarClass.isArabicLetter(scalar) { run += 1 } else if scalar == 0x2E { run = 0 }
      if run > 1 { return false }
    }
    return true
  }
}

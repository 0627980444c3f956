import Warraq

/// A word of a line with the marks around it.
struct FieldWord {
  /// What stands before and behind the Arabic letters, as the source has it: UTF-8.
  var before: Range<Int>
  var core: Range<Int>
  var after: Range<Int>
  /// The letters alone, marks and tatweel left out and as the lexicon has them (`Spellings`), UTF-8; empty for a word that is not Arabic. A part of an array that
  /// the words of a line share.
  var letters: ArraySlice<UInt8>
  /// True when short vowels are written on it.
  var hasVowels: Bool
  /// True when any vowel sign is: sukun, shadda and tanwin as well.
  var hasMarks: Bool

  /// Cuts a line at white space, and behind the marks that stand between two words without one, as in
  /// `سوريا/لبنان`; every piece of a line belongs to a word or is white space.
  static func split(_ line: UnsafeBufferPointer<UInt8>) -> [FieldWord] {
    var words: [FieldWord] = []
    var letters: [UInt8] = []
    letters.reserveCapacity(line.count)
    var ends: [Int] = []
    var index = 0
    while index < line.count {
      if isSpace(line, index) {
        index += 1
        continue
      }
      var end = index
      while end < line.count, !isSpace(line, end) { end += 1 }
      while index < end {
        let word = read(line, index, end, &letters)
        words.append(word)
        ends.append(letters.count)
        index = word.after.upperBound
      }
    }
    var start = 0
    for (number, end) in ends.enumerated() {
      words[number].letters = letters[start..<end]
      start = end
    }
    return words
  }

  private static func isSpace(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    line[index] <= 0x20
  }

  /// Reads a word, but for its letters, which are appended to those of the words before.
  private static func read(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ letters: inout [UInt8]
  ) -> FieldWord {
    var core = start..<start
    let first = letters.count
    var hasVowels = false
    var hasMarks = false
    var index = start
    var isClosed = false
    var end = end
    while index < end {
      let (scalar, next) = UTF8Bytes.decode(line, at: index)
      if isClosed, ScalarClass.isArabicLetter(scalar) {
        end = index
        break
      }
      let isMark = ScalarClass.isArabicMark(scalar) || scalar == 0x0640
      if ScalarClass.isArabicLetter(scalar) {
        if letters.count == first { core = index..<next }
        Spellings.shared.append(scalar, to: &letters, wordStart: first)
        core = core.lowerBound..<next
      } else if isMark, letters.count > first, !isClosed {
        if (0x064E...0x0650).contains(scalar) { hasVowels = true }
        if (0x064B...0x0652).contains(scalar) || scalar == 0x0670 { hasMarks = true }
        core = core.lowerBound..<next
      } else if letters.count > first {
        isClosed = true
      }
      index = next
    }
    if letters.count == first { core = end..<end }
    return FieldWord(
      before: start..<core.lowerBound, core: core, after: core.upperBound..<end, letters: [],
      hasVowels: hasVowels, hasMarks: hasMarks)
  }
}

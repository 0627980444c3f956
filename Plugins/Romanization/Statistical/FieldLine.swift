import Warraq

/// A line cut into words.
struct FieldLine {
  private(set) var words: [FieldWord] = []
  /// The letters of all words, marks and tatweel left out and as the lexicon has them (`Spellings`): UTF-8.
  private(set) var letters: [UInt8] = []

  /// Cuts a line at white space, and behind the marks that stand between two words without one, as in
  /// `سوريا/لبنان`; every piece of a line belongs to a word or is white space.
  init(_ line: UnsafeBufferPointer<UInt8>) {
    letters.reserveCapacity(line.count)
    words.reserveCapacity(line.count / 8 + 1)
    var index = 0
    while index < line.count {
      if Self.isSpace(line, index) {
        index += 1
        continue
      }
      var end = index
      while end < line.count, !Self.isSpace(line, end) { end += 1 }
      while index < end { index = read(line, index, end) }
    }
  }

  private static func isSpace(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    line[index] <= 0x20
  }

  /// Reads a word; gives the place behind it.
  private mutating func read(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var core = start..<start
    let first = letters.count
    var hasVowels = false
    var hasMarks = false
    var index = start
    var isClosed = false
    var end = end
    while index < end {
      let (scalar, next) = UTF8Bytes.decode(line, at: index)
      let isLetter = ScalarClass.isArabicLetter(scalar)
      if isClosed, isLetter {
        end = index
        break
      }
      if isLetter {
        if letters.count == first { core = index..<next }
        Spellings.shared.append(scalar, to: &letters, wordStart: first)
        core = core.lowerBound..<next
      } else if letters.count > first {
        if !isClosed, ScalarClass.isArabicMark(scalar) || scalar == 0x0640 {
          if (0x064E...0x0650).contains(scalar) { hasVowels = true }
          if (0x064B...0x0652).contains(scalar) || scalar == 0x0670 { hasMarks = true }
          core = core.lowerBound..<next
        } else {
          isClosed = true
        }
      }
      index = next
    }
    if letters.count == first { core = end..<end }
    var word = FieldWord(
      before: start..<core.lowerBound, core: core, after: core.upperBound..<end,
      letters: first..<letters.count, hasVowels: hasVowels, hasMarks: hasMarks)
    hash(&word, line)
    words.append(word)
    return end
  }

  /// Letters, or what may be an article: two of two bytes each.
  private static let rim = 4

  private func hash(_ word: inout FieldWord, _ line: UnsafeBufferPointer<UInt8>) {
    var whole = FeatureHash.Stream()
    letters.withUnsafeBufferPointer { letters in
      let end = word.letters.upperBound
      let rim = min(word.letters.lowerBound + Self.rim, end)
      for index in word.letters.lowerBound..<rim { whole.add(letters[index]) }
      word.start = whole.hash
      for index in rim..<end { whole.add(letters[index]) }
      var last = FeatureHash.Stream()
      for index in max(end - Self.rim, word.letters.lowerBound)..<end { last.add(letters[index]) }
      word.end = last.hash
    }
    if !word.isArabic {
      for index in word.before.lowerBound..<word.after.upperBound { whole.add(line[index]) }
    }
    word.hash = whole.hash
    if !word.after.isEmpty {
      var mark = FeatureHash.Stream()
      for index in word.after { mark.add(line[index]) }
      word.mark = mark.hash
    }
  }
}

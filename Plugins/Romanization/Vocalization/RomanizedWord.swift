import UTF8Text

/// A word of a line with its reading.
public struct RomanizedWord: Sendable, Hashable {
  /// Its place in the line, marks around it left out: bytes.
  public let span: TextSpan
  /// The word as it is written.
  public let arabic: String
  /// Its romanization.
  public let latin: String
  /// The word with the short vowels of the reading, the case ending left out; the word itself where
  /// the reading does not fit its letters, or vowels were written already.
  public let vocalized: String
  /// The reading's share of the weight of all readings, 0 to 1; 0 for a word that was not vocalized.
  public let confidence: Double
}

extension StatisticalRomanizer {
  /// The words of a line with their readings; words without Arabic letters are left out.
  ///
  /// - Parameter rules: Reads the marks on words, as in `romanize`.
  public mutating func words(of line: Text, rules: Scheme? = nil) -> [RomanizedWord] {
    line.bytes.withUnsafeBufferPointer { bytes in
      let choices = choose(bytes)
      let marked = MarkedLine(choices, bytes, rules, kind)
      return choices.compactMap { choice in
        guard let candidate = choice.candidate else { return nil }
        var latin: [UInt8] = []
        marked.write(choice, to: &latin, &markedMemory)
        let letters = String(decoding: choice.word.letters, as: UTF8.self)
        let span = TextSpan(choice.word.core.lowerBound, choice.word.core.upperBound)
        let arabic = line[span]
        let reading = String(decoding: candidate.latin, as: UTF8.self)
        let fitted = choice.word.hasVowels ? nil : VowelFitter.fit(letters, to: reading)
        return RomanizedWord(
          span: span, arabic: arabic, latin: String(decoding: latin, as: UTF8.self),
          vocalized: fitted ?? arabic, confidence: fitted == nil ? 0 : Double(choice.confidence))
      }
    }
  }
}

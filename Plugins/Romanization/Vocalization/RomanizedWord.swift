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
  /// the reading does not fit its letters, or its signs were written already.
  public let vocalized: String
  /// The reading's share of the weight of all readings, 0 to 1; 0 for a word that was not vocalized. Where the
  /// romanization does not fit the letters, as William, and another reading gave the vowels, at most what is left.
  public let confidence: Double
}

extension StatisticalRomanizer {
  /// The words of a line with their readings; words without Arabic letters are left out.
  ///
  /// - Parameter rules: Reads the marks on words, as in `romanize`.
  public mutating func words(of line: Text, rules: Scheme? = nil) -> [RomanizedWord] {
    if let shown = ShownLetters.of(line) {
      let view = View(source: line, text: shown.text, alignment: shown.alignment)
      return words(of: shown.text, rules: rules).map { word in
        let span = view.sourceSpan(of: word.span)
        return RomanizedWord(
          span: span, arabic: line[span], latin: word.latin, vocalized: word.vocalized,
          confidence: word.confidence)
      }
    }
    return line.bytes.withUnsafeBufferPointer { bytes in
      let choices = choose(bytes)
      let marked = MarkedLine(choices, among: candidates, bytes, rules, kind)
      return choices.compactMap { choice in
        guard !choice.known.isEmpty else { return nil }
        var latin: [UInt8] = []
        marked.write(choice, to: &latin, &markedMemory)
        let span = TextSpan(choice.word.core.lowerBound, choice.word.core.upperBound)
        let arabic = line[span]
        let fitted = vocalized(choice, bytes, rules)
        return RomanizedWord(
          span: span, arabic: arabic, latin: String(decoding: latin, as: UTF8.self),
          vocalized: fitted?.word ?? arabic, confidence: Double(fitted?.confidence ?? 0))
      }
    }
  }

  /// A word with the signs that it lacks, and how sure they are; nil where it lacks none, or no reading fits it.
  private mutating func vocalized(
    _ choice: Choice, _ line: UnsafeBufferPointer<UInt8>, _ scheme: Scheme?
  ) -> (word: String, confidence: Float)? {
    var rules: PhoneticRomanizer?
    if case .phonetic(let romanizer)? = scheme?.engine { rules = romanizer }
    let word = UnsafeBufferPointer(rebasing: line[choice.word.core])
    let fitted = fitted(choice, line, rules)
    return fitted.letters.map { letters in
      let vocalized = Self.written(
        String(decoding: letters, as: UTF8.self), as: String(decoding: word, as: UTF8.self))
      // Another reading than the chosen one is as sure as all others together at the most.
      let confidence = choice.confidence
      return (vocalized, fitted.isChosen ? confidence : min(confidence, 1 - confidence))
    }
  }

  /// A word with signs in the letters of another keyboard in which it is written (`Spellings`).
  private static func written(_ vocalized: String, as word: String) -> String {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { ScalarClass.isArabicLetter(scalar.value) }
    // Nearly all words are in the letters of the model.
    if word.unicodeScalars.lazy.filter(isLetter).elementsEqual(
      vocalized.unicodeScalars.lazy.filter(isLetter))
    {
      return vocalized
    }
    let letters = word.unicodeScalars.filter(isLetter)
    guard letters.count == vocalized.unicodeScalars.filter(isLetter).count else { return vocalized }
    var rest = letters[...]
    var result = String.UnicodeScalarView()
    for scalar in vocalized.unicodeScalars {
      result.append(isLetter(scalar) ? rest.popFirst() ?? scalar : scalar)
    }
    return String(result)
  }
}

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

extension RomanizedWord {
  /// The same word in the line that a view is of.
  fileprivate func moved(to line: Text, by view: View) -> RomanizedWord {
    let span = view.sourceSpan(of: span)
    return RomanizedWord(
      span: span, arabic: line[span], latin: latin, vocalized: vocalized, confidence: confidence)
  }
}

extension StatisticalRomanizer {
  /// The words of a line with their readings; words without Arabic letters are left out.
  ///
  /// - Parameter rules: Reads the marks on words, as in `romanize`.
  public mutating func words(of line: Text, rules: Scheme? = nil) -> [RomanizedWord] {
    if let shown = ShownLetters.of(line) {
      let view = View(source: line, text: shown.text, alignment: shown.alignment)
      return words(of: shown.text, rules: rules).map { $0.moved(to: line, by: view) }
    }
    return line.bytes.withUnsafeBufferPointer { words(of: line, $0, choose($0), rules) }
  }

  /// The words of a line and its view, as `words(of:rules:)` and `view(of:rules:)` give them, in the time of one.
  public mutating func wordsAndView(
    of line: Text, rules: Scheme? = nil
  ) -> (words: [RomanizedWord], view: View) {
    guard let shown = ShownLetters.of(line) else {
      return line.bytes.withUnsafeBufferPointer { bytes in
        let choices = choose(bytes)
        return (
          self.words(of: line, bytes, choices, rules), self.view(of: line, bytes, choices, rules)
        )
      }
    }
    let shownView = View(source: line, text: shown.text, alignment: shown.alignment)
    let (words, latin) = wordsAndView(of: shown.text, rules: rules)
    return (
      words.map { $0.moved(to: line, by: shownView) },
      View(
        source: line, text: latin.text, alignment: shown.alignment.composed(with: latin.alignment))
    )
  }

  /// The words of a line that was chosen for.
  private mutating func words(
    of line: Text, _ bytes: UnsafeBufferPointer<UInt8>, _ choices: [Choice], _ rules: Scheme?
  ) -> [RomanizedWord] {
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

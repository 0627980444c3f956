import Warraq

extension StatisticalRomanizer {
  /// The romanization of a line; white space, marks and other scripts as they are, Arabic marks as their
  /// Latin ones. Marks on a word are read by `rules`, which are those of `ala-lc`.
  public mutating func romanize(_ line: Text, rules: Scheme? = nil) -> Text {
    let line = ShownLetters.of(line)?.text ?? line
    var result: [UInt8] = []
    result.reserveCapacity(line.count * 2)
    line.bytes.withUnsafeBufferPointer { bytes in
      let choices = choose(bytes)
      let marked = MarkedLine(choices, among: candidates, bytes, rules, kind)
      var position = 0
      for place in choices.indices {
        let (before, after) = (choices[place].word.before, choices[place].word.after)
        result += bytes[position..<before.lowerBound]
        position = after.upperBound
        LatinMarks.write(bytes, before, to: &result)
        marked.write(choices[place], to: &result, &markedMemory)
        LatinMarks.write(bytes, after, to: &result)
      }
      result += bytes[position...]
    }
    return Text(wellFormed: result)
  }

  /// The same romanization as a view of the line, aligned word by word.
  public mutating func view(of line: Text, rules: Scheme? = nil) -> View {
    if let shown = ShownLetters.of(line) {
      let latin = view(of: shown.text, rules: rules)
      return View(
        source: line, text: latin.text, alignment: shown.alignment.composed(with: latin.alignment))
    }
    return line.bytes.withUnsafeBufferPointer { view(of: line, $0, choose($0), rules) }
  }

  /// The view of a line that was chosen for.
  mutating func view(
    of line: Text, _ bytes: UnsafeBufferPointer<UInt8>, _ choices: [Choice], _ rules: Scheme?
  ) -> View {
    let marked = MarkedLine(choices, among: candidates, bytes, rules, kind)
    var rewriter = TextRewriter(bytes)
    for choice in choices {
      LatinMarks.write(bytes, choice.word.before, to: &rewriter)
      if !choice.known.isEmpty {
        var latin: [UInt8] = []
        marked.write(choice, to: &latin, &markedMemory)
        rewriter.replace(choice.word.core, with: latin)
      }
      LatinMarks.write(bytes, choice.word.after, to: &rewriter)
    }
    let (latin, alignment) = rewriter.finish(line)
    return View(source: line, text: latin, alignment: alignment)
  }

  /// Writes a word, its first letter behind the particles a capital where one is due.
  ///
  /// - Parameter isOpening: Whether particles that stand before it, which the article is none of, have a capital too.
  static func write(
    _ latin: ArraySlice<UInt8>, prefix: Int, isCapital: Bool, isOpening: Bool,
    to result: inout [UInt8]
  ) {
    if isOpening, prefix > 0, let first = latin.first, (0x61...0x7A).contains(first),
      !CandidateMaker.hasArticle(latin)
    {
      result.append(first - 0x20)
      write(
        latin.dropFirst(), prefix: prefix - 1, isCapital: isCapital, isOpening: false, to: &result)
      return
    }
    guard isCapital else {
      result += latin
      return
    }
    var index = 0
    latin.withUnsafeBufferPointer { latin in
      index = min(prefix, latin.count)
      result += latin[..<index]
      // Ayn and hamza have no capital; the letter behind them has.
      while index < latin.count {
        let (scalar, next) = UTF8Bytes.decode(latin, at: index)
        index = next
        if (0x61...0x7A).contains(scalar) {
          result.append(UInt8(truncatingIfNeeded: scalar - 0x20))
          break
        }
        let properties = Unicode.Scalar(scalar)?.properties
        guard let properties, properties.isCased else {
          UTF8Bytes.append(scalar, to: &result)
          // A letter that was left in its own script is the first one.
          if ScalarClass.isArabicLetter(scalar) { break }
          continue
        }
        result += properties.uppercaseMapping.utf8
        break
      }
      // Both elements of a compound name that is written as one word have one: ʻAbd-al-ʻAzīz, ʻAbd-Allāh.
      guard let second = secondElement(of: latin, from: index) else {
        result += latin[index...]
        return
      }
      result += latin[index..<second]
      write(
        ArraySlice(latin[second...]), prefix: 0, isCapital: true, isOpening: false, to: &result)
    }
  }

  /// Where the second element of a compound begins, behind a hyphen and the article, or behind a hyphen that God's name
  /// follows; nil for other words.
  private static func secondElement(
    of latin: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index + article.count < latin.count {
      if latin[index] == article[0] {
        let rest = latin[index...]
        if rest.starts(with: article) { return index + article.count }
        if rest.elementsEqual(god) { return index + 1 }
      }
      index += 1
    }
    return nil
  }

  private static let article = Array("-al-".utf8)
  private static let god = Array("-allāh".utf8)
}

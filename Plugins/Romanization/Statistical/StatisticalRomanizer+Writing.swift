import Warraq

extension StatisticalRomanizer {
  /// The romanization of a line; white space, marks and other scripts as they are, Arabic marks as their
  /// Latin ones. A word on which vowels are written is read by `rules`.
  public mutating func romanize(_ line: Text, rules: Scheme? = nil) -> Text {
    var result: [UInt8] = []
    result.reserveCapacity(line.count * 2)
    line.bytes.withUnsafeBufferPointer { bytes in
      let choices = choose(bytes)
      let ruled = ruledWords(line, choices, rules)
      var position = 0
      for index in choices.indices {
        let before = choices[index].word.before
        let after = choices[index].word.after
        result += bytes[position..<before.lowerBound]
        position = after.upperBound
        if choices[index].word.hasVowels, let word = ruled?[index] {
          result += word
          continue
        }
        LatinMarks.write(bytes, before, to: &result)
        if let candidate = choices[index].candidate {
          Self.write(candidate, isCapital: choices[index].isCapital, to: &result)
        }
        LatinMarks.write(bytes, after, to: &result)
      }
      result += bytes[position...]
    }
    return Text(wellFormed: result)
  }

  /// The same romanization as a view of the line, aligned word by word.
  public mutating func view(of line: Text, rules: Scheme? = nil) -> View {
    let (latin, alignment) = line.bytes.withUnsafeBufferPointer { bytes in
      let choices = choose(bytes)
      let ruled = ruledWords(line, choices, rules)
      var rewriter = TextRewriter(bytes)
      for (index, choice) in choices.enumerated() {
        if choice.word.hasVowels, let word = ruled?[index] {
          rewriter.replace(choice.word.before.lowerBound..<choice.word.after.upperBound, with: word)
          continue
        }
        LatinMarks.write(bytes, choice.word.before, to: &rewriter)
        if let candidate = choice.candidate {
          var latin: [UInt8] = []
          Self.write(candidate, isCapital: choice.isCapital, to: &latin)
          rewriter.replace(choice.word.core, with: latin)
        }
        LatinMarks.write(bytes, choice.word.after, to: &rewriter)
      }
      return rewriter.finish(line)
    }
    return View(source: line, text: latin, alignment: alignment)
  }

  /// What the rules make of the line's words, when vowels are written on one; read as a line, since a
  /// word's end depends on the next.
  private func ruledWords(_ line: Text, _ choices: [Choice], _ rules: Scheme?) -> [ArraySlice<
    UInt8
  >]? {
    guard let rules, choices.contains(where: \.word.hasVowels),
      let ruled = try? rules.romanize(line).bytes
    else { return nil }
    let words = ruled.split { $0 <= 0x20 }
    if words.count == choices.count { return words }
    // Words that no white space parts are read one by one.
    return choices.map { choice in
      let word = choice.word.before.lowerBound..<choice.word.after.upperBound
      let text = Text(wellFormed: Array(line.bytes[word]))
      return (try? rules.romanize(text).bytes)?[...] ?? []
    }
  }

  /// Writes a candidate, its first letter behind the particles a capital where one is due.
  static func write(_ candidate: RomanCandidate, isCapital: Bool, to result: inout [UInt8]) {
    guard isCapital else {
      result += candidate.latin
      return
    }
    result += candidate.latin[..<candidate.prefix]
    var index = candidate.prefix
    candidate.latin.withUnsafeBufferPointer { latin in
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
    }
    result += candidate.latin[index...]
  }
}

import UTF8Text

/// A number in text: in digits, in words, or both (`3.5 مليون`).
public struct NumberExpression: Sendable, Hashable {
  /// Its place, UTF-8 bytes of the text; a percent sign or its words belong to it.
  public let span: TextSpan
  /// Its value; of a percentage the number before the sign.
  public let value: DecimalNumber
  /// Whether it is a percentage.
  public let isPercent: Bool
}

/// Finds numbers.
public enum NumberReader {
  /// The numbers in a part of well-formed UTF-8, in order. Linear in the text.
  public static func numbers(
    in bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan
  ) -> [NumberExpression] {
    let tokens = ExpressionTokens(bytes, span)
    var found: [NumberExpression] = []
    var index = 0
    while index < tokens.tokens.count {
      if let (number, next) = number(tokens, at: index) {
        found.append(number)
        index = next
      } else {
        index += 1
      }
    }
    return found
  }

  private static func number(
    _ tokens: ExpressionTokens, at index: Int
  ) -> (NumberExpression, next: Int)? {
    guard let token = tokens[index] else { return nil }
    var value: DecimalNumber
    var next = index + 1
    var start = token.span.start
    if let digits = token.digits {
      guard let read = DecimalNumber(digits: digits) else { return nil }
      (value, next) = scaled(read, tokens, next)
    } else if token.word != nil {
      guard let (form, cut) = openingForm(tokens, index) else { return nil }
      if cut { start = tokens.offsetBehindFirstLetter(of: token.span) }
      guard let read = words(tokens, index, first: form) else { return nil }
      (value, next) = read
    } else {
      return nil
    }
    var end = tokens[next - 1]?.span.end ?? token.span.end
    var isPercent = false
    if let (behind, percentEnd) = percent(tokens, next) {
      isPercent = true
      next = behind
      end = percentEnd
    }
    return (
      NumberExpression(span: TextSpan(start, end), value: value, isPercent: isPercent), next
    )
  }

  /// The form that opens a number in words, a particle of one letter taken off; nil for other
  /// words.
  private static func openingForm(
    _ tokens: ExpressionTokens, _ index: Int
  ) -> (form: ByteKey, hasParticle: Bool)? {
    guard let word = tokens[index]?.word, !endsOrdinal(tokens, index, word) else { return nil }
    let isJoined = tokens.hasConjunctionAndHamza(index)
    if !isJoined, isNumberWord(word) || isBeforeTen(word, tokens, index) { return (word, false) }
    guard let rest = tokens.withoutParticle(index),
      isNumberWord(rest) || isBeforeTen(rest, tokens, index)
    else { return nil }
    return (rest, true)
  }

  /// Whether a word is the ten of an ordinal: القرن التاسع عشر, المادة الثالثة عشرة.
  private static func endsOrdinal(
    _ tokens: ExpressionTokens, _ index: Int, _ word: ByteKey
  ) -> Bool {
    guard index > 0, NumberWords.shared.units[word] == 10,
      let before = tokens[index - 1]?.word?.string
    else { return false }
    let masculine = before.hasSuffix("ه") ? String(before.dropLast()) : before
    return (NumberWords.shared.ordinals[ByteKey(masculine)] ?? 10) < 10
  }

  /// Whether a word at an index is a number because عشر follows: أحد عشر.
  private static func isBeforeTen(
    _ word: ByteKey, _ tokens: ExpressionTokens, _ index: Int
  ) -> Bool {
    NumberWords.shared.teens[word] != nil
      && tokens[index + 1]?.word.flatMap { NumberWords.shared.units[$0] } == 10
  }

  private static func isNumberWord(_ word: ByteKey) -> Bool {
    let words = NumberWords.shared
    return words.units[word] != nil || words.tens[word] != nil || words.hundreds[word] != nil
      || words.scales[word] != nil || words.fractions[word] != nil
  }

  /// Digits with a scale behind them, and what is added behind that: `12 مليارا ومئتي مليون`.
  private static func scaled(
    _ number: DecimalNumber, _ tokens: ExpressionTokens, _ index: Int
  ) -> (DecimalNumber, Int) {
    guard let word = tokens[index]?.word, let scale = NumberWords.shared.scales[word],
      let product = number.multiplied(by: scale)
    else { return (number, index) }
    let next = index + 1
    if let rest = tokens[next]?.word.flatMap(withoutAnd), isNumberWord(rest),
      NumberWords.shared.fractions[rest] == nil,
      let (more, behind) = words(tokens, next, first: rest), more.decimals == 0,
      more.coefficient < scale, let sum = product.adding(more.coefficient)
    {
      return (sum, behind)
    }
    return withFraction(product, of: scale, tokens, next)
  }

  /// Adds `ونصف`, `وربع` or `وثلث` of a scale.
  private static func withFraction(
    _ number: DecimalNumber, of scale: Int, _ tokens: ExpressionTokens, _ index: Int
  ) -> (DecimalNumber, Int) {
    guard let word = tokens[index]?.word, let rest = withoutAnd(word),
      let part = NumberWords.shared.fractions[rest], scale % part == 0,
      let sum = number.adding(scale / part)
    else { return (number, index) }
    return (sum, index + 1)
  }

  private static func withoutAnd(_ word: ByteKey) -> ByteKey? {
    let scalars = word.string.unicodeScalars
    guard scalars.first == "و" else { return nil }
    return ByteKey(String(String.UnicodeScalarView(scalars.dropFirst())))
  }

  /// A number in words: hundreds, units and tens joined by و, multiplied by scales.
  private static func words(
    _ tokens: ExpressionTokens, _ index: Int, first: ByteKey
  ) -> (DecimalNumber, Int)? {
    let lexicon = NumberWords.shared
    var total = 0
    var group = 0
    var smallestScale = Int.max
    var next = index
    var form: ByteKey? = first
    if let part = lexicon.fractions[first] {
      // نصف مليون
      guard let word = tokens[index + 1]?.word, let scale = lexicon.scales[word], scale % part == 0
      else { return nil }
      return (DecimalNumber(coefficient: scale / part), index + 2)
    }
    while let word = form {
      if let value = lexicon.hundreds[word], group < 10, group == 0 || value == 100 {
        // ثلاث مئة is written apart as well.
        group = group == 0 ? value : group * value
      } else if let value = lexicon.teens[word], group % 100 == 0 {
        group += value
      } else if let value = lexicon.units[word] {
        if value == 10, group % 100 > 0, group % 100 < 10 {
          group += 10
        } else if group % 100 == 0 {
          group += value
        } else {
          break
        }
      } else if let value = lexicon.tens[word], group % 100 < 10 {
        group += value
      } else if let scale = lexicon.scales[word], scale < smallestScale {
        let (product, overflow) = max(group, 1).multipliedReportingOverflow(by: scale)
        let (sum, sumOverflow) = total.addingReportingOverflow(product)
        if overflow || sumOverflow { return nil }
        total = sum
        group = 0
        smallestScale = scale
      } else {
        break
      }
      next += 1
      form = nextForm(tokens, next, group: group)
    }
    guard next > index, !isVerb(first, tokens, next, index) else { return nil }
    let number = DecimalNumber(coefficient: total + group)
    return group == 0 && smallestScale < .max
      ? withFraction(number, of: smallestScale, tokens, next) : (number, next)
  }

  /// The next word of the number: behind و anything, without it a scale, مئة or عشر.
  private static func nextForm(
    _ tokens: ExpressionTokens, _ index: Int, group: Int
  ) -> ByteKey? {
    guard let word = tokens[index]?.word else { return nil }
    let lexicon = NumberWords.shared
    if let rest = withoutAnd(word) {
      if isBeforeTen(rest, tokens, index) { return rest }
      if isNumberWord(rest), lexicon.fractions[rest] == nil { return rest }
    }
    if group > 0, lexicon.scales[word] != nil { return word }
    if (1...9).contains(group), lexicon.hundreds[word] == 100 { return word }
    return (1...9).contains(group % 100) && lexicon.units[word] == 10 ? word : nil
  }

  /// `ألف الكتاب` is a verb or a letter's name; `ألف كتاب` a number.
  private static func isVerb(
    _ first: ByteKey, _ tokens: ExpressionTokens, _ next: Int, _ index: Int
  ) -> Bool {
    guard next == index + 1, NumberWords.shared.scales[first] == 1000 else { return false }
    guard let word = tokens[next]?.word else { return true }
    return word.string.utf8.starts(with: "ال".utf8)
  }

  private static func percent(
    _ tokens: ExpressionTokens, _ index: Int
  ) -> (next: Int, end: Int)? {
    guard let token = tokens[index] else { return nil }
    if token.isMark(0x25, 0x066A) { return (index + 1, token.span.end) }
    guard let word = token.word else { return nil }
    if NumberWords.shared.percents.contains(word) { return (index + 1, token.span.end) }
    guard let following = tokens[index + 1], let second = following.word,
      NumberWords.shared.percents.contains(ByteKey(word.string + " " + second.string))
    else { return nil }
    return (index + 2, following.span.end)
  }
}

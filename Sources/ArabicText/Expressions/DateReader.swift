import UTF8Text

/// Finds dates: `الأربعاء 30 سبتمبر 2020`, `27 تشرين الأول/أكتوبر`, `2020/9/30`, `12 ربيع الأول 1445 هـ`,
/// `عام 1998`, `يوم الخميس`.
public struct DateReader {
  private let tokens: ExpressionTokens
  /// A first word with its particle taken off: `والأربعاء`, `لعام`.
  private var opening: (index: Int, word: ByteKey)?

  /// The dates in a part of well-formed UTF-8, in order. Linear in the text.
  public static func dates(
    in bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan
  ) -> [DateExpression] {
    var reader = DateReader(tokens: ExpressionTokens(bytes, span))
    var found: [DateExpression] = []
    var index = 0
    while index < reader.tokens.tokens.count {
      reader.opening = nil
      var read = reader.date(at: index)
      if read == nil, let rest = reader.tokens.withoutParticle(index) {
        reader.opening = (index, rest)
        read = reader.date(at: index)
      }
      if let (date, next) = read {
        found.append(date)
        index = next
      } else {
        index += 1
      }
    }
    return found
  }

  /// The dates of a string; spans count its UTF-8 bytes.
  public static func dates(in string: String) -> [DateExpression] {
    var string = string
    return string.withUTF8 { dates(in: $0, TextSpan(0, $0.count)) }
  }

  private func date(at index: Int) -> (DateExpression, next: Int)? {
    var parts = DateParts()
    var next = index
    let isNamedDay = isWord(next, Self.day)
    if isNamedDay { next += 1 }
    if let word = word(next), let weekday = Self.weekdays[word] {
      parts.weekday = weekday
      next += 1
    } else if isNamedDay {
      return nil
    }
    let bare = next
    if parts.weekday != nil { next = skippingJoint(next) }
    let isInBrackets = next > bare && tokens[next - 1]?.isMark(0x28) ?? false
    if let behind = readDay(next, &parts) {
      next = behind
    } else if parts.weekday == nil, let behind = readMonthOrYear(next, &parts) {
      next = behind
    } else {
      guard parts.weekday != nil else { return nil }
      next = bare
    }
    if isInBrackets, next > bare, tokens[next]?.isMark(0x29) ?? false { next += 1 }
    guard let first = tokens[index], let last = tokens[next - 1], let written = parts.written
    else { return nil }
    let start =
      opening == nil ? first.span.start : tokens.offsetBehindFirstLetter(of: first.span)
    let date = DateExpression(
      span: TextSpan(start, last.span.end), value: written.value,
      calendar: parts.calendar, hijri: written.hijri)
    return (date, next)
  }

  /// Steps over what may stand between a weekday and its date: a comma, الموافق, a bracket.
  private func skippingJoint(_ index: Int) -> Int {
    var next = index
    while let token = tokens[next], next < index + 2 {
      let isJoint = token.isMark(0x060C, 0x2C, 0x28, 0x2D) || isWord(next, Self.corresponding)
      guard isJoint else { break }
      next += 1
    }
    return next
  }

  // MARK: Day first

  private func readDay(_ index: Int, _ parts: inout DateParts) -> Int? {
    if let behind = readNumeric(index, &parts) { return behind }
    guard let (day, afterDay) = dayNumber(index) else { return nil }
    var next = afterDay
    if isWord(next, Self.of) { next += 1 }
    if isWord(next, Self.month) { next += 1 }
    guard let (month, calendar, afterMonth) = monthName(next) else { return nil }
    parts.day = day
    parts.month = month
    parts.calendar = calendar
    next = skippingSecondName(afterMonth, month, calendar)
    return readYear(next, &parts) ?? next
  }

  /// 1 to 31 in digits or as an ordinal: الأول، الحادي والعشرين، الخامس عشر, and أول before a month.
  private func dayNumber(_ index: Int) -> (day: Int, next: Int)? {
    guard let token = tokens[index] else { return nil }
    if let number = token.smallNumber {
      return (1...31).contains(number) ? (number, index + 1) : nil
    }
    guard let word = word(index) else { return nil }
    if word == "اول" { return (1, index + 1) }
    guard let first = NumberWords.shared.ordinals[word] else { return nil }
    guard let following = self.word(index + 1), first < 10 else { return (first, index + 1) }
    if NumberWords.shared.units[following] == 10 { return (first + 10, index + 2) }
    let scalars = following.string.unicodeScalars
    if scalars.first == "و" {
      let rest = ByteKey(String(String.UnicodeScalarView(scalars.dropFirst())))
      if let ten = NumberWords.shared.ordinals[rest], ten >= 20, first + ten <= 31 {
        return (first + ten, index + 2)
      }
    }
    return (first, index + 1)
  }

  /// `30/9/2020`, `2020-09-30`, `6 / 10 / 1436هـ`: the same separator twice, a year at one end.
  private func readNumeric(_ index: Int, _ parts: inout DateParts) -> Int? {
    if let dotted = tokens[index]?.digits, let behind = readDotted(dotted, index, &parts) {
      return behind
    }
    guard let first = tokens[index]?.smallNumber, let separator = tokens[index + 1],
      separator.isMark(0x2F, 0x2D, 0x2E), let month = tokens[index + 2]?.smallNumber,
      let second = tokens[index + 3], second.kind == separator.kind,
      let last = tokens[index + 4]?.smallNumber
    else { return nil }
    return setNumeric(first, month, last, index + 5, &parts)
  }

  /// `30.9.2020` is one token.
  private func readDotted(_ digits: String, _ index: Int, _ parts: inout DateParts) -> Int? {
    let numbers = digits.split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, !digits.contains(",") else { return nil }
    return setNumeric(numbers[0], numbers[1], numbers[2], index + 1, &parts)
  }

  private func setNumeric(
    _ first: Int, _ month: Int, _ last: Int, _ next: Int, _ parts: inout DateParts
  ) -> Int? {
    let (year, day) = first > 31 ? (first, last) : (last, first)
    guard (1...12).contains(month), (1...31).contains(day), (1300...2200).contains(year) else {
      return nil
    }
    parts.day = day
    parts.month = month
    parts.year = year
    // Days that are written in figures are of our time: 6/10/1436 counts by the Islamic calendar.
    if Self.currentHijriYears.contains(year) { parts.calendar = .hijri }
    return readEra(next, &parts)
  }

  // MARK: Months and years

  private func readMonthOrYear(_ index: Int, _ parts: inout DateParts) -> Int? {
    var next = index
    let isNamed = isWord(next, Self.month)
    if isNamed { next += 1 }
    if let (month, calendar, afterMonth) = monthName(next) {
      parts.month = month
      parts.calendar = calendar
      let isHomonym = afterMonth == next + 1 && isWord(next, ArabicCalendar.homonyms)
      next = skippingSecondName(afterMonth, month, calendar)
      if let behind = readYear(next, &parts) { return behind }
      let isMonth =
        !isHomonym || isNamed || next > afterMonth || isWord(next, Self.relative)
        || (opening == nil && isAfterPreposition(index))
      return isMonth ? next : nil
    }
    if isNamed { return nil }
    let isYear = isWord(next, Self.year)
    if isYear { next += 1 }
    guard let year = tokens[next]?.smallNumber, (100...2999).contains(year) else { return nil }
    let behind = readEra(next + 1, &parts)
    guard isYear || behind > next + 1, year >= 1000 || behind > next + 1 else { return nil }
    parts.year = year
    // Years of our time without an era: عام 1428 is one of the Islamic calendar.
    if behind == next + 1, Self.bareHijriYears.contains(year) { parts.calendar = .hijri }
    return behind
  }

  /// A year behind a month, عام or سنة before it.
  private func readYear(_ index: Int, _ parts: inout DateParts) -> Int? {
    var next = index
    if isWord(next, Self.of) || tokens[next]?.isMark(0x060C, 0x2C) ?? false { next += 1 }
    if isWord(next, Self.year) { next += 1 }
    guard let year = tokens[next]?.smallNumber, (1000...2999).contains(year) else { return nil }
    parts.year = year
    return readEra(next + 1, &parts)
  }

  /// م, هـ, ميلادية, هجرية behind a year; without one the calendar stays what month or year told.
  private func readEra(_ index: Int, _ parts: inout DateParts) -> Int {
    guard let word = word(index), let calendar = Self.eras[word] else { return index }
    parts.calendar = calendar
    return index + 1
  }

  private func monthName(
    _ index: Int
  ) -> (month: Int, calendar: DateExpression.Calendar, next: Int)? {
    guard let word = word(index) else { return nil }
    if let second = self.word(index + 1) {
      let pair = ByteKey(word.string + " " + second.string)
      if let month = Self.gregorian[pair] { return (month, .gregorian, index + 2) }
      if let month = Self.hijri[pair] { return (month, .hijri, index + 2) }
    }
    if let month = Self.gregorian[word] { return (month, .gregorian, index + 1) }
    if let month = Self.hijri[word] { return (month, .hijri, index + 1) }
    return nil
  }

  /// `تشرين الأول/أكتوبر`, `يونيو (حزيران)`, `يونيو حزيران`: the same month by its other name.
  private func skippingSecondName(
    _ index: Int, _ month: Int, _ calendar: DateExpression.Calendar
  ) -> Int {
    guard let mark = tokens[index] else { return index }
    let isMarked = mark.isMark(0x2F, 0x28, 0x2D, 0x5C)
    guard let (second, secondCalendar, next) = monthName(isMarked ? index + 1 : index),
      second == month, secondCalendar == calendar
    else { return index }
    if mark.isMark(0x28) { return tokens[next]?.isMark(0x29) ?? false ? next + 1 : index }
    return next
  }

  private func isAfterPreposition(_ index: Int) -> Bool {
    index > 0 && (word(index - 1).map(Self.prepositions.contains) ?? false)
  }

  private func word(_ index: Int) -> ByteKey? {
    if let opening, opening.index == index { return opening.word }
    return tokens[index]?.word
  }

  private func isWord(_ index: Int, _ words: Set<ByteKey>) -> Bool {
    word(index).map(words.contains) ?? false
  }

  // MARK: Words

  private static func keys(_ table: [String: Int]) -> [ByteKey: Int] {
    Dictionary(table.map { (ByteKey($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }
  private static func folded(_ words: String) -> Set<ByteKey> {
    Set(words.split(separator: " ").map { ByteKey(ArabicFold.fold(String($0))) })
  }

  private static let currentHijriYears = 1300...1499
  /// 1380 began in 1960. Earlier years without an era are as often of the Gregorian calendar, and 1453 is one of them.
  private static let bareHijriYears = 1380...1450

  private static let weekdays = keys(ArabicCalendar.weekdays)
  private static let gregorian = keys(ArabicCalendar.gregorianMonths)
  private static let hijri = keys(ArabicCalendar.hijriMonths)
  private static let day = folded("يوم اليوم ليوم بيوم يومي")
  private static let month = folded("شهر شهري")
  private static let of = folded("من")
  private static let year = folded("عام سنة العام السنة عامي لعام لسنة بعام")
  private static let relative = folded(
    "الماضي الفائت المنصرم الحالي الجاري المقبل القادم الآتي")
  private static let corresponding = folded("الموافق المصادف")
  private static let prepositions = folded(
    "في منذ خلال حتى من إلى بين قبل بعد أواخر أوائل مطلع منتصف نهاية بداية")
  private static let eras: [ByteKey: DateExpression.Calendar] = [
    "م": .gregorian, "ميلادي": .gregorian, "ميلاديه": .gregorian, "ه": .hijri, "هجري": .hijri,
    "هجريه": .hijri, "للهجره": .hijri,
  ]
}

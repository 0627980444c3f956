import ICUText
import UTF8Text

/// A date in text.
public struct DateExpression: Sendable, Hashable {
  /// The calendar that the text counts by.
  public enum Calendar: String, CaseIterable, Sendable {
    case gregorian
    /// The Islamic calendar, read as Umm al-Qura.
    case hijri
  }

  /// Its place, UTF-8 bytes of the text; the weekday before it belongs to it.
  public let span: TextSpan
  /// The Gregorian date as ISO 8601: `2020-09-30`, `2020-09`, `2020`; `XXXX-09-30` and
  /// `XXXX-WXX-3` (a Wednesday) where the year or more is not said, as ISO 8601-2 writes it; for
  /// Islamic months and years the days from first to last, `2015-07-17/2015-08-15`.
  public let value: String
  /// The calendar that the text counts by.
  public let calendar: Calendar
  /// The Islamic date, written as ISO 8601 writes dates; nil for Gregorian ones.
  public let hijri: String?

  /// True when day, month and year are known.
  public var isFullDate: Bool {
    value.utf8.count == 10 && value.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
  }
}

/// What is known of a date before it is written.
struct DateParts {
  var weekday: Int?
  var day: Int?
  var month: Int?
  var year: Int?
  var calendar = DateExpression.Calendar.gregorian

  /// The value and, for Islamic dates, that date; nil for days that no calendar has.
  var written: (value: String, hijri: String?)? {
    switch calendar {
    case .gregorian: gregorian.map { ($0, nil) }
    case .hijri: islamic
    }
  }

  private var gregorian: String? {
    if let year, !(1...2999).contains(year) { return nil }
    let yearText = year.map { CalendarDay.digits($0, 4) } ?? "XXXX"
    guard let month else { return year != nil ? yearText : weekday.map { "XXXX-WXX-\($0)" } }
    let monthText = yearText + "-" + CalendarDay.digits(month, 2)
    guard let day else { return monthText }
    guard (1...Self.days(ofMonth: month, year: year)).contains(day) else { return nil }
    return monthText + "-" + CalendarDay.digits(day, 2)
  }

  private static func days(ofMonth month: Int, year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return 29 }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: return 31
    }
  }

  private var islamic: (value: String, hijri: String?)? {
    guard let year else {
      guard let month else { return nil }
      // Without a year there is no Gregorian day to name.
      let days = day.map { "-" + CalendarDay.digits($0, 2) } ?? ""
      return ("XXXX", "XXXX-" + CalendarDay.digits(month, 2) + days)
    }
    guard (1...2000).contains(year) else { return nil }
    let first = CalendarDay(islamicYear: year, month: month ?? 1, day: day ?? 1)
    var hijri = CalendarDay.digits(year, 4)
    if let month { hijri += "-" + CalendarDay.digits(month, 2) }
    guard let first else { return nil }
    if let day { return (first.iso8601, hijri + "-" + CalendarDay.digits(day, 2)) }
    let lastMonth = month ?? 12
    let last =
      CalendarDay(islamicYear: year, month: lastMonth, day: 30)
      ?? CalendarDay(islamicYear: year, month: lastMonth, day: 29)
    return last.map { (first.iso8601 + "/" + $0.iso8601, hijri) }
  }
}

import CICU

/// A day of the Gregorian calendar.
public struct CalendarDay: Sendable, Hashable {
  /// The year of the common era.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Gathers year, month and day without looking whether there is such a day.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day of an Islamic date after the Umm al-Qura calendar of CLDR; nil when the month has no
  /// such day or the year is none.
  public init?(islamicYear year: Int, month: Int, day: Int) {
    guard (1...3000).contains(year), (1...12).contains(month), (1...30).contains(day) else {
      return nil
    }
    var parts: [Int32] = [0, 0, 0]
    let status = parts.withUnsafeMutableBufferPointer {
      cicu_gregorian_day(
        "islamic-umalqura", Int32(year), Int32(month), Int32(day), $0.baseAddress)
    }
    guard status <= 0 else { return nil }
    self.init(year: Int(parts[0]), month: Int(parts[1]), day: Int(parts[2]))
  }

  /// The day as ISO 8601 writes it: `2020-09-30`.
  public var iso8601: String {
    Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
  }

  /// A number with zeros before it.
  public static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(count - text.count, 0)) + text
  }
}

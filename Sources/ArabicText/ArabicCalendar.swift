import ArabicTextResources
import UTF8Text

/// Names of months and days in the usages of the Arab countries.
public enum ArabicCalendar {
  /// Gregorian months 1 to 12 by folded name.
  public static let gregorianMonths: [String: Int] = table("gregorian")
  /// Hijri months 1 to 12 by folded name.
  public static let hijriMonths: [String: Int] = table("hijri")
  /// Days of the week by folded name; 1 is Monday, as in ISO 8601.
  public static let weekdays: [String: Int] = table("weekday")

  private static func table(_ kind: String) -> [String: Int] {
    var names: [String: Int] = [:]
    let resource = arabic_text_calendar()
    for row in TSVRows(StaticBytes(resource.bytes, count: resource.count))
    where row.count == 3 && row[0] == kind {
      guard let number = Int(row[1]) else { continue }
      for name in row[2].split(separator: "|") { names[ArabicFold.fold(String(name))] = number }
    }
    return names
  }

  /// Reads a Gregorian date such as `30 سبتمبر 2020`, `30 أيلول/سبتمبر 2020` or `2020/9/30` out of
  /// a line, as ISO 8601; nil when there is none.
  public static func isoDate(in line: String) -> String? {
    let words = ArabicFold.fold(line).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for index in words.indices {
      if let date = named(words, at: index) ?? numeric(words, at: index) { return date }
    }
    return nil
  }

  private static func named(_ words: [String], at index: Int) -> String? {
    var months: [Int] = []
    var next = index + 1
    guard let day = Int(words[index]), (1...31).contains(day) else { return nil }
    while next < words.count, months.count < 2 {
      if next + 1 < words.count,
        let month = gregorianMonths[words[next] + " " + words[next + 1]]
      {
        months.append(month)
        next += 2
      } else if let month = gregorianMonths[words[next]] {
        months.append(month)
        next += 1
      } else {
        break
      }
    }
    guard let month = months.first, next < words.count, let year = Int(words[next]) else {
      return nil
    }
    return iso(year: year, month: month, day: day)
  }

  private static func numeric(_ words: [String], at index: Int) -> String? {
    guard index + 2 < words.count, let first = Int(words[index]), let month = Int(words[index + 1]),
      let last = Int(words[index + 2])
    else { return nil }
    return first > 31
      ? iso(year: first, month: month, day: last) : iso(year: last, month: month, day: first)
  }

  private static func iso(year: Int, month: Int, day: Int) -> String? {
    guard (1800...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

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

  /// Folded names of months that are other words or names as well: مارس, آب, رمضان.
  static let homonyms: Set<ByteKey> = Set(table("homonym").keys.map(ByteKey.init(_:)))

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
}

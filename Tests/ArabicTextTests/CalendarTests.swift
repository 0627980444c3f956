import ArabicText
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    ("الأربعاء 30 سبتمبر 2020 - 11:07", "2020-09-30"), ("27 تشرين الأول/أكتوبر 2022", "2022-10-27"),
    ("8 شتنبر 2023", "2023-09-08"), ("19 جويلية 2019", "2019-07-19"),
    ("١٢ مارس ٢٠١٥", "2015-03-12"),
    ("2015/8/6", "2015-08-06"), ("7-7-2007", "2007-07-07"), ("9 آب 2008", "2008-08-09"),
  ])
  func datesAreRead(line: String, date: String) {
    #expect(ArabicCalendar.isoDate(in: line) == date)
  }

  @Test(arguments: ["", "وصل الوفد أمس", "30 سبتمبر", "99 مارس 2020", "13/25/2020", "2 1 0"])
  func whatIsNoDateIsNone(line: String) {
    #expect(ArabicCalendar.isoDate(in: line) == nil)
  }

  @Test func everyMonthHasANumberFrom1To12() {
    #expect(Set(ArabicCalendar.gregorianMonths.values) == Set(1...12))
    #expect(Set(ArabicCalendar.hijriMonths.values) == Set(1...12))
    #expect(Set(ArabicCalendar.weekdays.values) == Set(1...7))
  }
}

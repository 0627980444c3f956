import ArabicText
import Testing

@Suite struct CalendarTests {
  @Test func everyMonthHasANumberFrom1To12() {
    #expect(Set(ArabicCalendar.gregorianMonths.values) == Set(1...12))
    #expect(Set(ArabicCalendar.hijriMonths.values) == Set(1...12))
    #expect(Set(ArabicCalendar.weekdays.values) == Set(1...7))
  }
}

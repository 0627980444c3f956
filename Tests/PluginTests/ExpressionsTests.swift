import TestSupport
import Testing
import Warraq

@Suite struct ExpressionsTests {
  @Test func datesAndNumbersAreLayersOverTheSource() throws {
    let text =
      "وصل الوفد يوم الأربعاء 30 سبتمـبر 2020.\nوضم ثلاثة آلاف زائر، 40 في المئة منهم طلاب."
    let document = try Pipelines.run(
      text,
      [
        Recipe.Step("normalize"), Recipe.Step("sentences"), Recipe.Step("dates"),
        Recipe.Step("numbers"),
      ])
    let dates = try document.required(.dates).dates
    #expect(dates.map(\.value) == ["2020-09-30"])
    #expect(dates.map { document.text[$0.span] } == ["يوم الأربعاء 30 سبتمـبر 2020"])
    let numbers = try document.required(.numbers).numbers
    #expect(numbers.map(\.value) == ["3000", "40"])
    #expect(numbers.map(\.isPercent) == [false, true])
    #expect(numbers.map { document.text[$0.span] } == ["ثلاثة آلاف", "40 في المئة"])
  }

  @Test func withoutDatesTheirFiguresAreNumbers() throws {
    let document = try Pipelines.run(
      "وصل في 30 سبتمبر 2020.", [Recipe.Step("sentences"), Recipe.Step("numbers")])
    #expect(try document.required(.numbers).numbers.map(\.value) == ["30", "2020"])
  }
}

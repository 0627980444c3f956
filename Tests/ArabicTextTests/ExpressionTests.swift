import ArabicText
import TestSupport
import Testing
import UTF8Text

@Suite struct ExpressionTests {
  private func numbers(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      NumberReader.numbers(in: bytes, TextSpan(0, bytes.count)).map { number in
        let part = String(decoding: bytes[number.span.range], as: UTF8.self)
        return part + "=" + number.value.text + (number.isPercent ? "%" : "")
      }
    }
  }

  @Test(arguments: [
    ("باع ٣٫٥ مليون نسخة", "٣٫٥ مليون=3500000"), ("حضر 2,500 زائر", "2,500=2500"),
    ("بلغت 1.250.000 طن", "1.250.000=1250000"), ("نسبة 3,5 نقطة", "3,5=3.5"),
    ("خمسة وعشرون طالبا", "خمسة وعشرون=25"),
    ("ثلاثة آلاف وخمسمائة شخص", "ثلاثة آلاف وخمسمائة=3500"),
    ("ثلاث مئة بيت", "ثلاث مئة=300"), ("خمسة عشر يوما", "خمسة عشر=15"),
    ("نحو مليون ونصف نسمة", "مليون ونصف=1500000"), ("نصف مليون دينار", "نصف مليون=500000"),
    ("مئتا ألف وثلاثة عشر", "مئتا ألف وثلاثة عشر=200013"),
    ("12 مليارا ومئتي مليون", "12 مليارا ومئتي مليون=12200000000"),
    ("ارتفع 12.5% أمس", "12.5%=12.5%"), ("أربعون في المئة", "أربعون في المئة=40%"),
    ("٤٠٪ منهم", "٤٠٪=40%"), ("وثلاثة جنود", "ثلاثة=3"), ("ألف كتاب", "ألف=1000"),
    ("١٢٬٥٠٠ ريال", "١٢٬٥٠٠=12500"), ("أحد عشر كوكبا", "أحد عشر=11"),
    ("وأحد عشر فرعا", "أحد عشر=11"), ("مئة وأحد عشر", "مئة وأحد عشر=111"),
    ("إحدى عشرة سنة", "إحدى عشرة=11"), ("وواحد منهم", "واحد=1"),
  ])
  func numbersAreRead(text: String, expected: String) {
    #expect(numbers(text) == [expected])
  }

  @Test(arguments: [
    "", "ألف الكاتب روايته", "ربع الساحة", "ونصف", "الثلاثاء", "م", "٫", "القرن التاسع عشر",
    "المادة الثالثة عشرة", "وأحد مساعديه", "أحد الصحفيين",
  ])
  func whatIsNoNumberIsNone(text: String) {
    #expect(numbers(text).isEmpty)
  }

  @Test(arguments: [
    "999999999999999999999999999 مليون", "9223372036854775807 مليار ومليون", "1,2,3,4.5.6",
    String(repeating: "مليون و", count: 2000), String(repeating: "1.", count: 5000),
  ])
  func hugeNumbersTrapNowhere(text: String) {
    #expect(numbers(text).allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: [
    ("الأربعاء 30 سبتمبر 2020 - 11:07", "2020-09-30"), ("27 تشرين الأول/أكتوبر 2022", "2022-10-27"),
    ("8 شتنبر 2023", "2023-09-08"), ("19 جويلية 2019", "2019-07-19"),
    ("١٢ مارس ٢٠١٥", "2015-03-12"), ("2015/8/6", "2015-08-06"), ("7-7-2007", "2007-07-07"),
    ("9 آب 2008", "2008-08-09"), ("30.9.2020", "2020-09-30"),
    ("5 حزيران (يونيو) 1967", "1967-06-05"),
    ("الخامس عشر من مايو 1948", "1948-05-15"), ("والحادي والعشرين من آذار 2001", "2001-03-21"),
    ("يوم الخميس", "XXXX-WXX-4"), ("30 سبتمبر", "XXXX-09-30"), ("سبتمبر 2020", "2020-09"),
    ("عام 1998", "1998"), ("لسنة 2015م", "2015"), ("في مارس الماضي", "XXXX-03"),
    ("يونيو حزيران 2008", "2008-06"), ("27 من فبراير شباط 2010", "2010-02-27"),
    ("أسعار أيلول (سبتمبر)", "XXXX-09"), ("بنهاية يونيو", "XXXX-06"), ("آب المقبل", "XXXX-08"),
    ("أول أغسطس آب 2015", "2015-08-01"), ("عام 1453", "1453"), ("عام 1428م", "1428"),
  ])
  func datesAreRead(text: String, value: String) {
    let dates = DateReader.dates(in: text)
    #expect(dates.map(\.value) == [value])
    #expect(dates.first?.calendar == .gregorian && dates.first?.hijri == nil)
  }

  /// The days are those of Saudi Arabia's official calendar.
  @Test(arguments: [
    ("6 / 10 / 1436هـ", "2015-07-22", "1436-10-06"), ("1436/10/6", "2015-07-22", "1436-10-06"),
    ("1 محرم 1446", "2024-07-07", "1446-01-01"),
    ("شهر رمضان 1441 هـ", "2020-04-24/2020-05-23", "1441-09"),
    ("عام 1436هـ", "2014-10-25/2015-10-13", "1436"), ("عام 1436", "2014-10-25/2015-10-13", "1436"),
  ])
  func islamicDatesAreConverted(text: String, value: String, hijri: String) {
    let date = DateReader.dates(in: text).first
    #expect(date?.value == value)
    #expect(date?.hijri == hijri)
    #expect(date?.calendar == .hijri)
  }

  @Test(arguments: ["من باب القوة", "مارس الرياضة", "آب إلى رشده", "نيسان باترول", "وقال رمضان"])
  func namesOfMonthsThatAreOtherWordsAreNoDates(text: String) {
    #expect(DateReader.dates(in: text).isEmpty)
  }

  @Test func bracketsBehindAWeekdayBelongToTheDate() {
    let text = "عقد السبت (1 أغسطس 2015) لقاء"
    let date = DateReader.dates(in: text).first
    #expect(date.map { String(Text(text)[$0.span]) } == "السبت (1 أغسطس 2015)")
  }

  @Test(arguments: [
    "", "وصل الوفد أمس", "99 مارس 2020", "13/25/2020", "2 1 0", "2020-02-30", "مارس الرياضة",
    "شهر كامل",
    "31 صفر 1436 هـ", "1/2/3/4",
  ])
  func whatIsNoDateIsNone(text: String) {
    #expect(DateReader.dates(in: text).filter(\.isFullDate).isEmpty)
  }

  @Test(arguments: Array(UInt64(1)...8))
  func spansLieInTheText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var text = RandomLines.make(using: &generator) + " 3 مايو 2020 وخمسون ألفا"
      text.withUTF8 { bytes in
        let whole = TextSpan(0, bytes.count)
        let spans =
          [DateReader.dates(in: bytes, whole).map(\.span)]
          + [NumberReader.numbers(in: bytes, whole).map(\.span)]
        for list in spans {
          #expect(zip(list, list.dropFirst()).allSatisfy { $0.end <= $1.start }, "seed \(seed)")
          #expect(list.allSatisfy { $0.end <= bytes.count && !$0.isEmpty }, "seed \(seed)")
        }
      }
    }
  }
}

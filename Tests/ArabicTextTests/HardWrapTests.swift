import ArabicText
import Testing
import UTF8Text

@Suite struct HardWrapTests {
  /// The lines of a text as `HardWrap` joins them.
  private func paragraphs(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let ends = bytes.indices.filter { bytes[$0] == 0x0A || bytes[$0] == 0x0D }
    let joints = bytes.withUnsafeBufferPointer {
      HardWrap.joints($0, in: 0..<$0.count, lineEnds: ends)
    }
    let joined = bytes.enumerated().map { joints.contains($0.offset) ? 0x20 : $0.element }
    return String(decoding: joined, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: " ").joined(separator: " ") }
  }

  private let wrapped = """
    أعلنت بلدية المدينة أمس أن أعمال الصيانة في الجسر القديم سوف
    تبدأ في مطلع الشهر المقبل وتستمر ستة أسابيع على الأقل، وأن
    حركة السير ستحول إلى الطريق الدائري. ودعت البلدية السكان إلى
    اختيار طرق بديلة في ساعات الذروة.
    """

  @Test func linesOfOneWidthAreJoined() {
    #expect(paragraphs(wrapped).count == 1)
    #expect(paragraphs(wrapped.replacing("\n", with: "\r\n")).count == 1)
    #expect(paragraphs("صيانة الجسر القديم\n" + wrapped).count == 2)
    #expect(paragraphs(wrapped + "\n\n" + wrapped).count == 2)
  }

  @Test func headlinesAndListsStay() {
    let headlines = """
      البلدية تبدأ صيانة الجسر القديم مطلع الشهر المقبل
      ارتفاع أسعار الخضار في أسواق العاصمة بنسبة كبيرة
      منتخب الناشئين يتأهل إلى نصف النهائي
      أمطار غزيرة متوقعة على المناطق الساحلية غدا وبعد غد
      """
    #expect(paragraphs(headlines).count == 4)
    // Long lines among short ones are no column, whatever one of them ends with.
    let mixed = """
      خبر عاجل
      نتائج اليوم
      وزير الصحة يتحدث عن خطط الوزارة للعام المقبل وعن
      رئيس البلدية يعلن بدء أعمال الصيانة في الجسر غدا
      مدير الجامعة يستقبل الطلاب الجدد في الحرم الجامعي
      طقس الغد
      """
    #expect(paragraphs(mixed).count == 6)
    let items = wrapped.split(separator: "\n").map { "- " + $0 }.joined(separator: "\n")
    #expect(paragraphs(items).count == 4)
    let paragraph = wrapped.replacing("\n", with: " ")
    #expect(paragraphs([paragraph, paragraph, paragraph].joined(separator: "\n")).count == 3)
  }

  @Test(arguments: ["", "\n", "\n\n\n", "ا\nب\nج", "\r\n\r\n"])
  func shortTextsHaveNoJoints(text: String) {
    let bytes = Array(text.utf8)
    let ends = bytes.indices.filter { bytes[$0] == 0x0A || bytes[$0] == 0x0D }
    #expect(
      bytes.withUnsafeBufferPointer { HardWrap.joints($0, in: 0..<$0.count, lineEnds: ends) }
        .isEmpty)
  }
}

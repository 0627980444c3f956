import ArabicText
import Warraq

/// The stage `numbers`: finds numbers in the sentences.
public struct NumbersStage: Stage {
  public static let descriptor = StageDescriptor(
    id: "numbers",
    summary: "Find numbers in digits and words (٣٫٥ مليون, خمسة وعشرون, 40 في المئة) with values.",
    requires: ["sentences"], uses: ["dates"],
    provides: [.layer(.numbers)])

  public init(options: OptionValues) throws(OptionError) {}

  public func process(_ document: inout Document) throws(StageError) {
    let sentences = try document.required(.sentences)
    let dates = document[.dates]?.dates ?? []
    let view = document.view
    var numbers: [NumberLayer.Number] = []
    var nextDate = 0
    view.text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in sentences.spans {
        for number in NumberReader.numbers(in: bytes, view.viewSpan(of: sentence)) {
          let span = view.sourceSpan(of: number.span)
          // The figures of a date are told by the date.
          while nextDate < dates.count, dates[nextDate].span.end <= span.start { nextDate += 1 }
          if nextDate < dates.count, dates[nextDate].span.start < span.end { continue }
          numbers.append(
            NumberLayer.Number(
              span: span, value: number.value.text, isPercent: number.isPercent))
        }
      }
    }
    try document.add(NumberLayer(numbers: numbers), as: .numbers)
  }
}
